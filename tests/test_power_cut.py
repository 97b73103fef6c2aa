"""Whatever a meeting is doing when the power goes: it was done whole, or not at all."""

import subprocess
import sys
from pathlib import Path

from tests.builders import environment


def cut(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "tests.power_cut", *arguments],
        cwd=Path(__file__).parent.parent,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def test_no_command_of_a_meeting_is_half_written(full):
    done = cut(*(["every"] if full else []))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "wrong: []" in done.stdout


def test_the_harness_notices_what_is_written_by_halves():
    done = cut("halves")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "wrong: [(" in done.stdout
