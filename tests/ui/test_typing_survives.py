"""A program killed while somebody types has lost the last three seconds at most."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.builders import a_running_meeting, a_store, a_team, environment
from tests.ui.keyboard import Keyboard
from tests.ui.plan_pages import a_draft
from tests.ui.typing import FIELDS, NOW, STREAM, Clock, bench_of, leads_to
from ui.main_window import MainWindow

AT_MOST = 3
SHORTEST, LONGEST = 4.0, 7.0


@pytest.fixture
def begun(tmp_path):
    """A closed store with a team, a meeting in session and a plan that is being drawn up."""
    folder = tmp_path / "begun"
    bench = a_store(folder, Clock(NOW))
    team = a_team(bench)
    a_draft(bench, team)
    a_running_meeting(bench, team)
    bench.close()
    return folder


def types_until_killed(place, folder, seconds, *more):
    """Let somebody type for so long; return what had been typed three seconds before the end."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.typing", place, str(folder), *more],
        cwd=Path(__file__).parents[2],
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
    )
    said = [child.stdout.readline()]
    time.sleep(seconds)
    killed_at = time.monotonic()
    child.send_signal(signal.SIGKILL)
    said += child.stdout.read().splitlines()
    child.wait()
    child.stdout.close()
    keys = [line.split() for line in said if line.count(" ") == 1]
    early = [int(typed) for moment, typed in keys if float(moment) < killed_at - AT_MOST]
    assert early, "nothing was typed early enough to be looked for"
    return STREAM[: max(early)]


def reads_again(qtbot, place, folder):
    """What stands in the field when the program is started anew."""
    bench = bench_of(folder)
    try:
        screen = Keyboard(qtbot, MainWindow(bench))
        leads_to(screen, place, again=True)
        return screen.reads(FIELDS[place])
    finally:
        screen.window.close()
        bench.close()


@pytest.mark.parametrize("place", FIELDS)
def test_what_was_typed_three_seconds_before_a_kill_is_there_again(
    qtbot, begun, tmp_path, place, full
):
    draw = random.Random(f"{place}20261125")
    for life in range(25 if full else 1):
        folder = shutil.copytree(begun, tmp_path / str(life))
        typed = types_until_killed(place, folder, draw.uniform(SHORTEST, LONGEST))
        found = reads_again(qtbot, place, folder)
        assert found.startswith(typed), f"{len(typed)} keys, found {len(found)}"


def test_the_harness_notices_drafts_that_are_kept_only_on_leaving(qtbot, begun):
    typed = types_until_killed("visit", begun, SHORTEST, "on_leaving")
    assert not reads_again(qtbot, "visit", begun).startswith(typed)
