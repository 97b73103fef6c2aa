"""The second command runs every check, and no failing or crashing one goes unnoticed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CRASH = "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"


def python(script):
    return (sys.executable, "-c", script)


@pytest.fixture
def tools(built, plant):
    """Lets a test say what each tool does; every call is written down."""

    def answer(cases=""):
        answers = f'case "$*" in {cases}\n*pytest*) echo 3 passed;; esac'
        plant(built.python, f'echo "$@" >> {built.root}/calls\n{answers}')
        return built

    return answer


def test_the_tests_come_last(check):
    names = [step.name for step in check.steps("python")]
    assert names == ["ruff format", "ruff check", "mypy", "lint-imports", "pytest"]


def test_a_child_that_crashes_fails_the_check_and_the_next_one_still_runs(check, tmp_path):
    after = tmp_path / "after"
    steps = [
        check.Step("green", python("")),
        check.Step("crashes", python(CRASH)),
        check.Step("fails", python("raise SystemExit(1)")),
        check.Step("after", python(f"open({str(after)!r}, 'w').close()")),
    ]
    assert check.failing(steps) == ["crashes", "fails"]
    assert after.exists()


def test_all_green_gives_zero_and_ends_with_the_closing_line_of_the_tests(check, tools, capfd):
    assert check.main([], tools()) == 0
    assert capfd.readouterr().out.splitlines()[-1] == "3 passed"


@pytest.mark.parametrize("tool", ["format", "mypy", "importlinter", "pytest"])
@pytest.mark.parametrize("end", ["exit 1", "kill -SEGV $$"])
def test_any_tool_that_fails_or_crashes_fails_the_whole(check, tools, tool, end, capfd):
    place = tools(f"*{tool}*) {end};;")
    assert check.main([], place) == 1
    calls = (place.root / "calls").read_text("utf-8").splitlines()
    assert len(calls) == 5
    assert "pytest" in calls[-1]


def test_earlier_failures_are_named_before_the_tests_speak(check, tools, capfd):
    check.main([], tools("*mypy*) exit 1;;"))
    *_, named, _, closing = capfd.readouterr().out.splitlines()
    assert (named, closing) == ("== 未通过：mypy", "3 passed")


def test_the_full_run_and_further_arguments_reach_the_tests(check, tools):
    place = tools()
    check.main(["--full", "--", "-k", "minutes"], place)
    last = (place.root / "calls").read_text("utf-8").splitlines()[-1]
    assert last == "-m pytest -q --full -k minutes"


def test_the_children_have_no_screen(check, tmp_path, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    script = "import os, sys; sys.exit(os.environ['QT_QPA_PLATFORM'] != 'offscreen')"
    assert check.failing([check.Step("screen", python(script))]) == []


def test_a_command_not_known_is_answered_with_the_ways_to_call(check, built, capsys):
    assert check.main(["--fast"], built) == 2
    assert capsys.readouterr().err.startswith("用法：python3 tests/check.py")


def test_the_server_runs_the_same_command(tmp_path, plant):
    plant(tmp_path / "python3", 'readlink -f "$1"\nshift\necho "$@"\nexit 5')
    done = subprocess.run(
        [str(ROOT / ".ci" / "run"), "--full"],
        cwd=tmp_path,
        env={"PATH": f"{tmp_path}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 5
    assert done.stdout.splitlines() == [str(ROOT / "tests" / "check.py"), "--full"]
