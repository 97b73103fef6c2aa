"""The import order holds, every package says what it is for, and every use case is permitted."""

import ast
import importlib
import inspect
import pkgutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

import workbench
from data.permissions import actions
from workbench.bench import Bench

ROOT = Path(__file__).parent.parent
NAMES_ITS_ACTION = {"asking", "preparing", "doing", "drafting"}
TOP_LEVEL = {
    "workbench",
    "ui",
    "forms",
    "data",
    "packaging",
    "tests",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
}


def test_imports_run_one_way(capsys):
    assert lint_imports(no_cache=True) == 0, capsys.readouterr().out


PLANTED = {
    "ui/planted.py": "import data.store",
    "ui/widgets/planted.py": "import ui.pages.meetings",
    "workbench/planted.py": "import PySide6.QtCore",
    "workbench/rules/planted.py": "import sqlalchemy",
    "forms/planted.py": "import data.codes",
    "data/planted.py": "import workbench.words",
}


@pytest.mark.parametrize("place", PLANTED)
def test_each_contract_breaks_when_it_is_violated(place, tmp_path, monkeypatch):
    """A contract that cannot fail protects nothing: plant a violation in a copy of the tree."""
    for package in ("ui", "workbench", "forms", "data"):
        for path in (ROOT / package).rglob("*.py"):
            copy = tmp_path / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    assert linted(tmp_path) == 0
    (tmp_path / place).write_text(PLANTED[place] + "\n")
    assert linted(tmp_path) == 1


def linted(folder):
    """Lint in a process of its own, which imports nothing of this one."""
    command = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    found = subprocess.run(
        [sys.executable, "-c", command], cwd=folder, capture_output=True, check=False
    )
    return found.returncode


@pytest.mark.parametrize("package", ["ui", "workbench", "forms", "data"])
def test_each_package_says_what_it_is_for(package):
    assert importlib.import_module(package).__doc__


def test_the_top_level_holds_nothing_else():
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith((".", "__"))}
    assert found <= TOP_LEVEL


def use_cases():
    """Every public function of the workbench that takes a bench first."""
    for found in pkgutil.walk_packages(workbench.__path__, "workbench."):
        module = importlib.import_module(found.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if name.startswith("_") or function.__module__ != module.__name__:
                continue
            parameters = list(inspect.signature(function).parameters.values())
            if parameters and parameters[0].annotation in (Bench, "Bench"):
                yield name, function


def named_actions(function):
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    return {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in NAMES_ITS_ACTION
        and isinstance(node.args[0], ast.Constant)
    }


# These lend the bench on: to what draws for their callers, or to one use case after another.
DRAWS = {"stamp_of", "write_papers", "write_blanks", "write_case_file", "papers_of_pack"}
# These name the action in the two steps they consist of.
IN_STEPS = {"close_meeting", "seal_document", "make_later_sheet", "amend_sheet"}


def test_every_use_case_names_its_own_action():
    found = dict(use_cases())
    assert len(found) > 25
    for name, function in found.items():
        if name in DRAWS or name in IN_STEPS:
            continue
        assert named_actions(function) == {name}, name


def test_the_permission_table_names_every_use_case_and_nothing_else():
    assert {name for name, _ in use_cases()} - DRAWS == actions()
