"""The meeting of a month about thirty cases, from new to its printed sheets: how much to do?"""

from datetime import UTC, datetime, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.builders import Clock
from tests.thirty import BEGIN, thirty_cases
from tests.ui.counting import Counting
from tests.ui.keyboard import Keyboard
from tests.ui.printers import OneFile
from ui.main_window import MainWindow
from workbench.live import list_agenda, read_item
from workbench.meetings import list_meetings
from workbench.screen import MeetingState, RiskLevel

CLICKS, KEYS = 20, 65
AWAY = "村（社区）干部 皮*香到会"


@pytest.fixture
def clock():
    return Clock(BEGIN)


@pytest.fixture
def thirty(bench):
    return thirty_cases(bench)


@pytest.fixture
def clerk(qtbot, bench, thirty, tmp_path):
    """Somebody with a printer at hand, and a month's thirty cases before them."""
    somebody = Keyboard(qtbot, MainWindow(bench))
    somebody.printed = somebody.window.desk.handing.printers = OneFile(tmp_path / "out.pdf")
    return somebody


def test_a_meeting_about_thirty_cases_costs_20_clicks_and_65_keys_at_most(clerk, bench, thirty):
    with Counting() as counted:
        prepares(clerk)
        meeting = comes(clerk, bench)
        for _ in range(3):
            clerk.click("已办")
            notes(clerk)
        passes(clerk, bench, meeting, counted)
        for _ in range(4):
            notes(clerk)
        for _ in range(3):
            changes(clerk)
        closes(clerk)
    rated = {row.case_number: row.level for row in list_agenda(bench, meeting)}
    assert {rated[n] for n in thirty.unchanged + thirty.noted} == {RiskLevel.AT_HOME}
    assert {rated[n] for n in thirty.changed} == {RiskLevel.ANYWHERE}
    assert given(bench, meeting) == dict.fromkeys(thirty.noted + thirty.changed, 1)
    assert [row.state for row in list_meetings(bench)] == [MeetingState.CLOSED] * 2
    assert (297, 210) in clerk.printed.sheets()
    assert counted.keys + counted.presses > 60
    assert counted.presses <= CLICKS
    assert counted.keys <= KEYS


def prepares(clerk):
    clerk.keys("Alt+Y", "Ctrl+N", "Return")
    clerk.waits_for("筹备")
    clerk.keys("Shift+F5")
    clerk.waits_for("GB0030")
    clerk.keys("Alt+B")
    clerk.waits_for("本次将打印")
    clerk.keys("Return")
    clerk.waits_until(lambda: clerk.dialog() is None)
    clerk.keys("Ctrl+T")
    presses(clerk, clerk.named(AWAY))
    clerk.keys("Ctrl+Return")
    clerk.waits_until(lambda: clerk.dialog() is None)


def comes(clerk, bench):
    """The day of the meeting has come, and it begins."""
    meeting = max(list_meetings(bench), key=lambda row: row.id)
    bench.now.moment = datetime.combine(meeting.held_on, time(6, 30), UTC)
    clerk.keys("Ctrl+M")
    clerk.waits_until(lambda: clerk.here().endswith("级"))
    return meeting.id


def notes(clerk):
    """Something was said and somebody gets work; the level stays."""
    presses(clerk, clerk.named("讨论要点").viewport())
    clerk.types("近一月间断服药，睡眠差。")
    clerk.keys("F7")
    clerk.types("@民警 上门核实居住地 12-05")
    clerk.keys("Ctrl+Return")


def passes(clerk, bench, meeting, counted):
    """Twenty unchanged cases, one key each."""
    for _ in range(20):
        at, before = clerk.window.desk.live.place(), counted.keys + counted.presses
        clerk.keys("F9")
        assert counted.keys + counted.presses == before + 1
        assert clerk.window.desk.live.place() != at, clerk.window.desk.live.banner.words()
        assert read_item(bench, at[1]).settled


def changes(clerk):
    """The level rises, and the caret is where the reason belongs."""
    clerk.keys("Ctrl+3")
    clerk.types("公开场合打砸财物，劝阻不听。")
    clerk.keys("F7")
    clerk.types("@民警 三日内走访家属 11-28")
    clerk.keys("Ctrl+Return")


def closes(clerk):
    clerk.waits_for("30/30 已过")
    clerk.keys("Ctrl+E")
    clerk.waits_for("会末核对")
    clerk.keys("Ctrl+Return")
    clerk.waits_for("签字件")
    clerk.waits_until(lambda: clerk.can("sheets_to_print"))
    clerk.keys("Ctrl+Shift+D")
    clerk.waits_for("本次将打印")
    clerk.keys("Return")
    clerk.waits_until(lambda: clerk.dialog() is None)


def presses(clerk, field):
    """Press with the mouse at the beginning of something."""
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(10, field.height() // 2))
    clerk.settle()


def given(bench, meeting):
    """How many tasks each case was given about which something was decided."""
    items = list_agenda(bench, meeting)
    found = {row.case_number: read_item(bench, row.id).decisions for row in items}
    work = {number: sum(r.kind == "action" for r in rows) for number, rows in found.items()}
    return {number: count for number, count in work.items() if count}
