"""The program's fonts, style and colours for every test of a screen."""

from __future__ import annotations

from datetime import time

import pytest

from data.codes import RiskLevel
from tests.builders import a_closed_meeting, a_running_meeting, settle
from tests.ready import ready
from tests.ui.screens import Screen
from ui.__main__ import dress
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.theme import Mode, theme
from workbench.closing import close_meeting


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp):
    dress(qapp, Preferences(None))


@pytest.fixture(autouse=True)
def _plain_look(_dressed):
    theme().show(Mode.LIGHT, 100)
    yield
    theme().show(Mode.LIGHT, 100)


@pytest.fixture
def screen(request, qtbot, bench):
    """The window of an open store, opened once everything is in it that the test begins with."""
    for given in ("team", "meeting", "later", "calm"):
        if given in request.fixturenames:
            request.getfixturevalue(given)
    return Screen(qtbot, MainWindow(bench))


@pytest.fixture
def later(bench, team):
    """A meeting in session after one at which every case was rated 3级."""
    return _later(bench, team)


@ready
def _later(bench, team):
    a_closed_meeting(bench, team, held_on=bench.today().replace(month=10, day=28))
    return a_running_meeting(bench, team)


@pytest.fixture
def calm(bench, team):
    """A meeting in session after one at which the second case was 2级, as its doctor says."""
    return _calm(bench, team)


@ready
def _calm(bench, team):
    day = bench.today().replace(month=10, day=28)
    before = a_running_meeting(bench, team, held_on=day)
    for number, item in before.items.items():
        level = RiskLevel.AT_HOME if number == "GA0102" else RiskLevel.ANYWHERE
        settle(bench, team, item, level, reason="会上评定。")
    close_meeting(bench, before.id, ends=time(16, 20))
    return a_running_meeting(bench, team)


@pytest.fixture
def live(screen, later, bench):
    """The meeting screen on its first case, which was 3级 last time."""
    screen.settle()
    screen.do("enter_meeting")
    screen.meeting, screen.bench = later, bench
    return screen
