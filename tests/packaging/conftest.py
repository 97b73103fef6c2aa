"""Brings the two commands into the tests by path, because `packaging/` is no package."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ("system", "environment", "start", "check", "bundle", "entry")
SCRIPTS += ("contents", "debian", "workshop", "selftest")


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def scripts(monkeypatch):
    monkeypatch.setattr(sys, "path", [str(ROOT / "packaging"), *sys.path])
    for name in SCRIPTS:
        monkeypatch.delitem(sys.modules, name, raising=False)
    commands = ("packaging/start.py", "packaging/bundle.py", "packaging/entry.py", "tests/check.py")
    loaded = {path.stem: _load(path) for path in map(ROOT.joinpath, commands)}
    yield {**loaded, **{name: sys.modules[name] for name in SCRIPTS if name in sys.modules}}
    for name in SCRIPTS:
        sys.modules.pop(name, None)


@pytest.fixture
def system(scripts):
    return scripts["system"]


@pytest.fixture
def environment(scripts):
    return scripts["environment"]


@pytest.fixture
def start(scripts):
    return scripts["start"]


@pytest.fixture
def check(scripts):
    return scripts["check"]


@pytest.fixture
def bundle(scripts):
    return scripts["bundle"]


@pytest.fixture
def contents(scripts):
    return scripts["contents"]


@pytest.fixture
def debian(scripts):
    return scripts["debian"]


@pytest.fixture
def entry(scripts):
    return scripts["entry"]


@pytest.fixture
def workshop(scripts):
    return scripts["workshop"]


@pytest.fixture
def plant():
    """Puts a small program where another is expected."""

    def planted(path: Path, script: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        path.chmod(0o755)

    return planted


@pytest.fixture
def built(environment, tmp_path, plant):
    """An environment that counts as ready; its Python is the one that runs the tests."""
    place = environment.Environment(tmp_path / "程序")
    (place.root / "packaging").mkdir(parents=True)
    place.requirements.write_text("龚砚秋==1.0\n", "utf-8")
    plant(place.python, f'exec {sys.executable} "$@"')
    place.stamp.write_text(place.wanted_stamp(), "utf-8")
    return place
