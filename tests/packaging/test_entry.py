"""What is called decides what begins: a window, a command, the test of itself, or work apart."""

import subprocess
import sys
from pathlib import Path

import pytest

from workbench.filing.reading import Checker
from workbench.imports.reading import Child
from workbench.processes import APART, COMMAND_LINE, module_command, run_named

ROOT = Path(__file__).resolve().parents[2]
BEGUN = f"import sys; from entry import main; sys.exit(main(sys.argv[1:], {COMMAND_LINE!r}))"


@pytest.fixture
def frozen(monkeypatch, tmp_path):
    """As the bundle sees itself."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "个案会商工作台.exe"))
    return tmp_path


def test_from_the_sources_work_apart_is_done_by_this_python():
    assert Child().command == (sys.executable, "-P", "-m", "workbench.imports.parsing")


def test_in_the_bundle_work_apart_is_done_by_the_program_for_the_console(frozen):
    ours = str(frozen / f"{COMMAND_LINE}.exe")
    assert module_command("workbench.imports.parsing")[:2] == (ours, APART)


@pytest.mark.parametrize("worker", [Child, Checker])
def test_what_is_started_apart_is_among_what_the_bundle_does_apart(worker):
    module = worker().command[-1]
    done = subprocess.run(
        [sys.executable, "-c", BEGUN, APART, module, ".pdf"],
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'packaging'}"},
        input=b"",
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert b'"refused"' in done.stdout


def test_no_other_module_is_run_by_name():
    assert run_named(["workbench.__main__", "demo"]) == 2


def test_the_console_runs_commands_under_the_name_it_was_called_by(
    entry, frozen, capsys, monkeypatch
):
    monkeypatch.setattr(sys, "argv", ["/usr/bin/case-conference-workbench"])
    with pytest.raises(SystemExit) as ended:
        entry.main(["--help"], COMMAND_LINE)
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("usage: case-conference-workbench ")


def test_any_other_name_opens_the_window(entry, capsys):
    with pytest.raises(SystemExit) as ended:
        entry.main(["--help"], "个案会商工作台")
    assert ended.value.code == 0
    assert "--demo" in capsys.readouterr().out


def test_programs_of_the_system_find_the_libraries_of_the_system(entry, monkeypatch):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/bundle")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/own")
    entry.restore_libraries()
    assert entry.os.environ["LD_LIBRARY_PATH"] == "/opt/own"
    assert "LD_LIBRARY_PATH_ORIG" not in entry.os.environ


def test_where_the_user_set_no_libraries_none_are_left_set(entry, frozen, monkeypatch):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/bundle")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    entry.restore_libraries()
    assert "LD_LIBRARY_PATH" not in entry.os.environ
