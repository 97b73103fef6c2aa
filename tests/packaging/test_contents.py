"""What the bundle holds follows from the tree: every module and file, and no ballast."""

import tomllib
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from workbench.processes import COMMAND_LINE, MODULES_APART

ROOT = Path(__file__).resolve().parents[2]
PLUGINS = "PySide6/Qt/plugins"


@pytest.fixture
def tree(contents, tmp_path):
    """A small program with a file of every kind."""
    for name in (
        "ui/emblem.svg",
        "data/reference/a/b.toml",
        "forms/template/_rels/.rels",
        "workbench/rules/__init__.py",
        "workbench/rules/dates.py",
        "workbench/rules/__pycache__/dates.cpython-311.pyc",
        "tests/samples/0.10.0/workbench.db",
        "tests/samples/0.9.2/workbench.db",
        "tests/samples/1.0.0/workbench.db",
        "tests/test_dates.py",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def test_every_file_that_is_read_lies_where_it_is_looked_for(contents, tree):
    held = {f"{folder}/{Path(source).name}" for source, folder in contents.data_files(tree)}
    assert held == {
        "ui/emblem.svg",
        "data/reference/a/b.toml",
        "forms/template/_rels/.rels",
        "tests/samples/0.9.2/workbench.db",
    }


def test_every_module_is_in_it_also_one_that_is_only_named(contents, tree):
    assert contents.modules(tree) == ["workbench.rules", "workbench.rules.dates"]
    assert set(MODULES_APART) <= set(contents.modules(ROOT))


def test_typefaces_rules_and_the_demo_are_there(contents):
    held = {Path(source).relative_to(ROOT).as_posix() for source, _ in contents.data_files(ROOT)}
    assert {
        "forms/fonts/WorkbenchKai-Regular.ttf",
        "data/reference/profiles/national.toml",
        "data/reference/permissions.toml",
        "workbench/demo/agenda.toml",
        "forms/writers/word/template/word/document.xml",
    } <= held


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        (r"PySide6\translations\qtbase_zh_CN.qm", True),
        ("libstdc++.so.6", False),
        ("libxcb-cursor.so.0", True),
    ],
)
def test_other_languages_and_what_every_system_has_stay_out(contents, target, wanted):
    assert contents.is_wanted(target) is wanted


def test_plugins_for_other_machines_stay_out_and_those_of_an_office_stay(contents, tmp_path):
    names = {
        "platforms/libqxcb.so": True,
        "platforms/libqeglfs.so": False,
        "platforminputcontexts/libibusplatforminputcontextplugin.so": True,
        "platforminputcontexts/libqtvirtualkeyboardplugin.so": False,
        "platformthemes/libqgtk3.so": False,
        "printsupport/libcupsprintersupport.so": True,
        "imageformats/libqjpeg.so": True,
        "tls/libqopensslbackend.so": False,
    }
    for name in names:
        path = tmp_path / PLUGINS / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    out = {path.relative_to(tmp_path / PLUGINS) for path in contents.left_out_plugins(tmp_path)}
    assert out == {Path(name) for name, stays in names.items() if not stays}


def test_the_program_for_the_console_is_called_what_the_workbench_calls_it(contents):
    assert contents.COMMAND_LINE == COMMAND_LINE


def test_everything_the_program_runs_on_is_installed_for_the_bundle_and_no_check(workshop):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    named = {canonicalize_name(name) for name in needed(project["project"]["dependencies"])}
    checks = {
        canonicalize_name(Requirement(r).name) for r in project["dependency-groups"]["checks"]
    }
    pinned = set(workshop.pins(workshop.wanted(ROOT / "packaging")))
    assert named <= pinned
    assert not checks & pinned
    assert "pyinstaller" in pinned


def needed(stated):
    """The names of these requirements and of all that they require on this computer."""
    found, todo = set(), list(stated)
    while todo:
        requirement = Requirement(todo.pop())
        applies = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if applies and requirement.name not in found:
            found.add(requirement.name)
            todo += requires(requirement.name) or []
    return found


def test_what_packs_the_program_is_pinned_with_hashes_and_says_nothing_of_where_from(workshop):
    lock = (ROOT / "packaging" / "build.lock").read_text("utf-8")
    assert all("--hash=sha256:" in pin for pin in workshop.pins(lock).values())
    assert "://" not in lock


def test_nothing_is_pinned_twice(workshop, tmp_path):
    (tmp_path / "requirements.lock").write_text("same==1 \\\n    --hash=a\nmypy==2\n", "utf-8")
    (tmp_path / "build.lock").write_text("same==1 \\\n    --hash=a\ntool==3\n", "utf-8")
    assert workshop.wanted(tmp_path) == "same==1 \\\n    --hash=a\ntool==3\n"
