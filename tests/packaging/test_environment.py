"""The environment is built once, found again, and never trusted when it was not finished."""

import ast
import fcntl
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = (
    "packaging/start.py",
    "packaging/environment.py",
    "packaging/system.py",
    "packaging/bundle.py",
    "packaging/contents.py",
    "packaging/debian.py",
    "packaging/workshop.py",
    "tests/check.py",
)
SET_UP = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from environment import follow, _one_at_a_time
with _one_at_a_time(Path(sys.argv[2])) as turn:
    follow([sys.executable, "-c", sys.argv[3]], turn)
"""
TOOL = "open({!r}, 'w').close(); open({!r}).read()"


def test_an_environment_built_to_the_end_is_found_again(built):
    assert built.is_ready()


def test_a_ready_environment_is_left_as_it_is(built):
    kept = built.folder / "kept"
    kept.touch()
    built.prepare()
    assert kept.exists()
    assert not (built.root / ".setup").exists()


def test_changed_requirements_ask_for_a_new_environment(built):
    with built.requirements.open("a") as file:
        file.write("more==1\n")
    assert not built.is_ready()


def test_a_set_up_that_was_killed_is_not_taken_for_finished(built):
    built.stamp.unlink()
    assert not built.is_ready()


def test_an_environment_of_another_python_is_not_taken(built):
    words = built.stamp.read_text("utf-8")
    built.stamp.write_text(words.replace(sys.implementation.cache_tag, "cpython-310"), "utf-8")
    assert not built.is_ready()


def test_an_environment_whose_python_is_gone_is_not_taken(built):
    built.python.unlink()
    assert not built.is_ready()


def test_a_new_copy_has_no_environment_yet(environment, tmp_path):
    assert not environment.Environment(tmp_path).is_ready()


def test_a_folder_that_cannot_be_cleared_away_is_named(environment, system, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))  # nothing may be installed on the way
    place = environment.Environment(tmp_path)
    place.folder.write_text("阿依努尔", "utf-8")
    with pytest.raises(system.SetUpFailed, match=r"无法写入：.*\.venv"):
        place.prepare()
    assert place.folder.read_text("utf-8") == "阿依努尔"


def test_our_modules_run_from_any_folder_and_give_their_exit_code(built, tmp_path, monkeypatch):
    (built.root / "planted_floor.py").write_text("raise SystemExit(7)", "utf-8")
    (tmp_path / "planted_floor.py").write_text("raise SystemExit(8)", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert built.run("planted_floor") == 7


def test_the_last_words_of_a_failing_tool_are_kept(environment):
    command = [sys.executable, "-c", "print('first\\nwhy'); raise SystemExit(1)"]
    assert environment.follow(command, ()) == ["first", "why"]


def test_a_tool_killed_by_a_signal_has_failed(environment):
    command = [sys.executable, "-c", "import os; print('why', flush=True); os.kill(os.getpid(), 9)"]
    assert environment.follow(command, ()) == ["why"]


def test_pip_compiles_although_the_console_forbids_it(environment, monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    script = "import os, sys; sys.exit('PYTHONDONTWRITEBYTECODE' in os.environ)"
    assert environment.follow([sys.executable, "-c", script], ()) is None


def test_a_second_set_up_waits_even_when_the_first_was_killed_and_its_tool_still_works(tmp_path):
    lock, works, ends = (tmp_path / name for name in ("turns/lock", "works", "ends"))
    for pipe in (works, ends):
        os.mkfifo(pipe)
    tool = TOOL.format(str(works), str(ends))
    first = subprocess.Popen(
        [sys.executable, "-c", SET_UP, str(ROOT / "packaging"), str(lock), tool]
    )
    works.read_text("utf-8")
    first.kill()
    first.wait()
    with lock.open("ab") as file:
        try:
            with pytest.raises(BlockingIOError):
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        finally:
            ends.write_text("", "utf-8")
        fcntl.flock(file, fcntl.LOCK_EX)


@pytest.mark.parametrize("version", [(3, 7), (3, 10), (3, 14)])
def test_another_python_is_refused_in_words(environment, system, version):
    with pytest.raises(system.SetUpFailed, match=f"现在用的是 Python 3.{version[1]}，"):
        environment.require_python(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_the_pythons_we_support_are_accepted(environment, version):
    assert environment.require_python(version) is None


@pytest.mark.parametrize("command", COMMANDS)
def test_an_old_python_can_still_read_the_refusal(command):
    assert ast.parse((ROOT / command).read_text("utf-8"), feature_version=(3, 7)).body


def test_what_stops_the_set_up_is_told_and_gives_exit_code_3(environment, system, capsys):
    def stopped():
        raise system.SetUpFailed("发生了什么。", "怎么办。", ["原话"])

    assert environment.plainly(stopped) == 3
    assert capsys.readouterr().err == "发生了什么。\n怎么办。\n原话\n"


def test_a_program_ended_by_a_signal_gives_a_failing_exit_code(environment):
    assert environment.plainly(lambda: -11) == 139


def test_every_requirement_is_pinned_with_its_hashes_and_no_address():
    text = (ROOT / "packaging" / "requirements.lock").read_text("utf-8")
    entries = re.split(r"\n(?=\S)", text.replace("\\\n", " ").strip())
    assert len(entries) > 40
    for entry in entries:
        assert re.match(r"[\w.-]+==[\w.]+ ", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry), entry
    assert "://" not in text
    assert "index-url" not in text


def test_packaging_never_becomes_a_package():
    assert not (ROOT / "packaging" / "__init__.py").exists()
