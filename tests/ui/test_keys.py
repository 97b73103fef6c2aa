"""One key does one thing, and what is typed into a day is the day."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QVBoxLayout, QWidget

from tests.ui.keyboard import Keyboard
from tests.ui.plan_pages import LINES, a_draft
from ui.main_window import MainWindow
from ui.widgets.inputs import DateBox, LineBox


@pytest.fixture
def clerk(qtbot, bench, team):
    return Keyboard(qtbot, MainWindow(bench))


def test_a_key_means_what_the_page_in_view_does_with_it(clerk, bench, team):
    a_draft(bench, team)
    clerk.keys("Alt+Z")
    clerk.open_line("患者列表", "GA0101")
    clerk.keys("Ctrl+N")
    assert clerk.dialog().windowTitle() == "记一条"
    clerk.keys("Escape", "Ctrl+Shift+N")
    assert clerk.dialog().windowTitle() == "登记患者"
    clerk.keys("Escape", "Ctrl+Shift+L")
    clerk.waits_until(lambda: clerk.shows(LINES))
    clerk.keys("Ctrl+N")
    assert clerk.here() == "问题"
    clerk.keys("Escape", "Alt+Y", "Ctrl+N")
    assert clerk.dialog().windowTitle() == "新建会议"
    clerk.keys("Escape", "Alt+J", "Ctrl+N")
    assert clerk.dialog().windowTitle() == "新建会议"
    clerk.keys("Escape")


def test_the_keys_for_writing_about_somebody_work_on_the_page_of_a_case(clerk):
    clerk.keys("Alt+Z")
    clerk.open_line("患者列表", "GA0101")
    clerk.keys("Ctrl+Return", "Ctrl+Shift+V")
    clerk.waits_until(lambda: clerk.shows("随访结果"))
    clerk.keys("Escape", "Ctrl+Shift+L")
    clerk.waits_for("还没有干预计划")


def test_no_key_of_the_page_in_view_is_claimed_twice(clerk):
    window = Qt.ShortcutContext.WindowShortcut
    for page in clerk.window.desk.pages:
        clerk.window.desk.go(page)
        clerk.settle()
        found = clerk.window.menus.all_actions()
        live = [a for a in found if a.isEnabled() and a.shortcutContext() == window]
        keys = [key.toString() for action in dict.fromkeys(live) for key in action.shortcuts()]
        assert len(keys) == len(set(keys)), page


@pytest.mark.parametrize("typed", ["19800229", "1980-02-29", "1980-2-29", "1980.02.29"])
@pytest.mark.parametrize("undecided", ["不详", ""])
def test_a_day_is_typed_from_its_year_on_and_one_tab_leads_past_it(qtbot, typed, undecided):
    whole = QWidget()
    qtbot.addWidget(whole)
    column = QVBoxLayout(whole)
    before, day, after = LineBox("前"), DateBox("出生日期", undecided=undecided), LineBox("后")
    for box in (before, day, after):
        column.addWidget(box)
    whole.show()
    qtbot.waitExposed(whole)
    whole.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    QTest.keyClick(before, Qt.Key.Key_Tab)
    QTest.keyClicks(day, typed)
    assert day.day() == date(1980, 2, 29)
    QTest.keyClick(day, Qt.Key.Key_Tab)
    assert after.hasFocus()
    day.show_day(None)
    assert day.text() == (undecided or "1900-01-01")


def test_the_arrow_of_a_day_opens_its_calendar_without_the_numbers_of_weeks(qtbot):
    day = DateBox("出生日期")
    qtbot.addWidget(day)
    day.show()
    qtbot.waitExposed(day)
    arrow = QPoint(day.width() - 8, day.height() // 2)
    QTest.mousePress(day, Qt.MouseButton.LeftButton, pos=arrow)
    calendar = day.findChild(QCalendarWidget)
    assert calendar.isVisible()
    assert calendar.verticalHeaderFormat() is QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
    calendar.window().close()
