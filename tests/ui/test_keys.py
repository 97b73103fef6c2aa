"""One key does one thing, and what is typed into a day is the day."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.ui.keyboard import Keyboard
from tests.ui.plan_pages import LINES, a_draft
from ui.main_window import MainWindow
from ui.models.days import CannotRead, day_box, given_day, needed_day
from ui.widgets.inputs import LineBox
from workbench.errors import EmptyField

TODAY = date(2026, 11, 25)


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


@pytest.fixture
def three(qtbot):
    """A field before a day, the day, and a field after it."""
    whole = QWidget()
    qtbot.addWidget(whole)
    column = QVBoxLayout(whole)
    before, day, after = LineBox("前"), day_box("从哪天起", lambda: TODAY), LineBox("后")
    for box in (before, day, after):
        column.addWidget(box)
    whole.show()
    qtbot.waitExposed(whole)
    whole.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    QTest.keyClick(before, Qt.Key.Key_Tab)
    return whole, day, after  # the whole has to live for as long as the test


@pytest.mark.parametrize("typed", ["20260229", "2026-11-03", "2026.11.3", "1103", "11/3"])
def test_a_day_is_typed_in_any_notation_over_what_stood_there(three, typed):
    _, day, after = three
    wanted = None if typed == "20260229" else date(2026, 11, 3)
    QTest.keyClicks(day, "20250101")
    QTest.keyClick(day, Qt.Key.Key_Tab)
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    QTest.keyClicks(day, typed)
    assert day.day() == wanted
    QTest.keyClick(day, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert day.text() == (typed if wanted is None else "2026-11-03")


def test_a_day_goes_on_and_back_and_gives_way_to_one_typed_before_it(three, qtbot):
    _, day, _ = three
    day.show_day(TODAY)
    with qtbot.waitSignal(day.day_changed):
        QTest.keyClick(day, Qt.Key.Key_Up)
    QTest.keyClick(day, Qt.Key.Key_Down)
    QTest.keyClick(day, Qt.Key.Key_Down)
    assert day.day() == date(2026, 11, 24)
    QTest.keyClick(day, Qt.Key.Key_Home)
    QTest.keyClicks(day, "1102")
    assert day.day() == date(2026, 11, 2)


def test_a_day_is_chosen_from_a_month_by_keyboard(three, qtbot):
    _, day, _ = three
    day.show_day(TODAY)
    QTest.keyClick(day, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    month = QApplication.activePopupWidget().focusProxy()
    QTest.keyClick(month, Qt.Key.Key_Left)
    QTest.keyClick(month, Qt.Key.Key_Return)
    assert day.day() == date(2026, 11, 24)
    qtbot.waitUntil(day.hasFocus)


def test_what_is_no_day_is_refused_in_words_and_never_taken_for_none(three):
    _, day, _ = three
    assert given_day(day) is None
    with pytest.raises(EmptyField, match="从哪天起"):
        needed_day(day)
    QTest.keyClicks(day, "13-45")
    QTest.keyClick(day, Qt.Key.Key_Tab)
    with pytest.raises(CannotRead, match="13-45"):
        given_day(day)
