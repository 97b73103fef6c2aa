"""The first command opens the program, or without a screen holds the demo meeting."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORKBENCH = """
import sys
from pathlib import Path
print(sys.argv[1:])
if sys.argv[1] == "demo":
    Path(sys.argv[2]).mkdir()
    Path(sys.argv[2], "纪要.pdf").touch()
else:
    sys.exit(7)
"""


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A user's home, no screen, and a workbench that writes one document."""
    place = tmp_path / "家"
    place.mkdir()
    monkeypatch.setenv("HOME", str(place))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return place


@pytest.fixture
def program(built, home):
    (built.root / "workbench.py").write_text(WORKBENCH, "utf-8")
    return built


def test_without_a_screen_the_demo_meeting_is_held_and_its_papers_are_named(
    start, program, home, capfd
):
    assert start.main([], program) == 0
    [document] = home.glob("*/*/纪要.pdf")
    assert f"演示例会的资料和文书都在：{document.parent}\n" in capfd.readouterr().err


def test_a_second_demo_meeting_gets_a_folder_of_its_own(start, program, home):
    first = start.new_folder()
    first.mkdir()
    (first / "纪要.pdf").touch()
    again = subprocess.run(
        [sys.executable, "-c", "import start; print(start.new_folder())"],
        env={"PYTHONPATH": str(ROOT / "packaging"), "HOME": str(home), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert not Path(again.stdout.strip()).exists()
    assert first.parent == Path(again.stdout.strip()).parent


def test_without_a_home_to_write_in_the_papers_go_to_the_current_folder(
    start, tmp_path, monkeypatch
):
    monkeypatch.setenv("HOME", "/dev/null/nowhere")
    monkeypatch.chdir(tmp_path)
    assert start.new_folder().parent == tmp_path / "个案会商演示"


def test_setting_up_opens_nothing(start, program, home, capfd):
    assert start.main(["--setup"], program) == 0
    assert capfd.readouterr() == ("", "")
    assert list(home.iterdir()) == []


def test_what_follows_two_dashes_reaches_the_workbench_and_its_exit_code_comes_back(
    start, program, capfd
):
    assert start.main(["--", "verify", "--all", "--"], program) == 7
    assert capfd.readouterr().out == "['verify', '--all', '--']\n"


def test_a_program_that_cannot_load_its_windows_says_why(start, system, built, plant):
    plant(built.python, "echo 'libplanted.so.9: not found' >&2\nexit 1")
    with pytest.raises(system.SetUpFailed) as failed:
        start.a_window_opens(built)
    assert failed.value.details == ("libplanted.so.9: not found",)


def test_a_window_system_that_ends_the_process_is_no_window(start, built, plant, monkeypatch):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    plant(built.python, "echo loaded\nkill -ABRT $$")
    assert not start.a_window_opens(built)


def test_a_screen_that_answers_is_a_window(start, built, plant):
    plant(built.python, "echo loaded\necho xcb")
    assert start.a_window_opens(built)


@pytest.mark.parametrize(
    ("arguments", "code"), [(["--help"], 0), (["--bad"], 2), (["--demo", "x"], 2)]
)
def test_a_command_not_known_is_answered_with_the_ways_to_call(arguments, code, tmp_path):
    script = ROOT / "packaging" / "start.py"
    done = subprocess.run(
        [sys.executable, str(script), *arguments],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code
    assert done.stderr.startswith("用法：python3 packaging/start.py")
