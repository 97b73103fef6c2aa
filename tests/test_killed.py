"""A program killed at any moment has lost nothing it had said was kept."""

import subprocess
import sys
from pathlib import Path

from tests.builders import environment


def killed(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "tests.killed", *arguments],
        cwd=Path(__file__).parent.parent,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def test_nothing_acknowledged_is_lost_by_a_kill(full):
    done = killed("1000" if full else "200")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "lost: []" in done.stdout


def test_the_harness_notices_a_program_that_acknowledges_too_early():
    done = killed("60", "loses")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "lost: [(" in done.stdout
