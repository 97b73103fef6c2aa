"""The lock: when it falls, and that nothing about anybody is left behind it."""

import gc

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit
from shiboken6 import isValid

from tests.builders import CASES, NAMES, a_running_meeting, a_team
from tests.ui.screens import Screen
from ui.main_window import MainWindow
from ui.widgets.clipboard import copy_for_a_while
from workbench.accounts import create_store

PASSWORD = "龙井茶要七分水温"
POLICE = "民警 亓*涛"
SPOKEN = "鸢尾与梧桐，近一月未接到警情"  # occurs nowhere else


@pytest.fixture
def at_the_table(qtbot, folder, clock):
    """A window on a meeting in session, opened with a password."""
    new = create_store(folder, unit="云栖镇", password=PASSWORD, now=clock, computer=lambda: None)
    a_running_meeting(new.bench, a_team(new.bench))
    screen = Screen(qtbot, MainWindow(new.bench))
    screen.do("go_meetings")
    screen.do("enter_meeting")
    yield screen
    screen.window.close()


def all_that_is_left():
    """Every word that any widget or model still alive holds, on show or not."""
    gc.collect()
    found = []
    for widget in QApplication.allWidgets():
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        found += [widget.windowTitle(), widget.whatsThis()]
        if isinstance(widget, QLabel | QLineEdit):
            found.append(widget.text())
        if isinstance(widget, QPlainTextEdit):
            found.append(widget.toPlainText())
        reader = QAccessible.queryAccessibleInterface(widget)
        found += [reader.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value)]
    models = [each for each in gc.get_objects() if isinstance(each, QAbstractItemModel)]
    for model in filter(isValid, models):  # what Qt has deleted holds nothing
        found += [str(model.index(n, 0).data()) for n in range(model.rowCount())]
    return "\n".join(found)


def secrets():
    people = [*NAMES, *(name for name, _ in CASES.values())]
    return [SPOKEN, *people, *CASES]


def test_after_the_lock_no_widget_and_no_model_holds_a_word_of_a_case(at_the_table):
    at_the_table.do("go_patients")
    at_the_table.do("go_meetings")
    at_the_table.do("enter_meeting")
    at_the_table.write("讨论要点", SPOKEN)
    assert SPOKEN in all_that_is_left()
    assert [number for number in CASES if number in all_that_is_left()]
    at_the_table.do("lock")
    at_the_table.waits_for("已锁屏")
    at_the_table.settle()
    left = all_that_is_left()
    assert [word for word in secrets() if word in left] == []
    at_the_table.write("口令", PASSWORD)
    at_the_table.press(Qt.Key.Key_Return)
    at_the_table.waits_for(SPOKEN)


def test_what_must_not_lie_around_leaves_the_clipboard(qtbot):
    clipboard = QGuiApplication.clipboard()
    copy_for_a_while("990101194003071234", 20)
    assert clipboard.text() == "990101194003071234"
    qtbot.waitUntil(lambda: clipboard.text() == "")
    copy_for_a_while("990101194003071234", 20)
    clipboard.setText("别的内容")
    qtbot.wait(60)
    assert clipboard.text() == "别的内容"


@pytest.fixture
def door(qtbot, folder):
    new = create_store(folder, unit="云栖镇", password=PASSWORD, computer=lambda: None)
    new.bench.close()
    return Screen(qtbot, MainWindow(folder=folder))


def test_locking_takes_the_words_away_and_returns_to_the_same_place(door):
    door.write("口令", PASSWORD)
    door.press(Qt.Key.Key_Return)
    door.waits_for("还没有定下次会议")
    door.do("go_settings")
    assert "还没有小组成员。" in door.words()
    door.do("lock")
    assert "已锁屏" in door.words()
    assert "还没有小组成员。" not in door.words()
    assert not door.can("plan_meeting")
    door.write("口令", PASSWORD)
    door.press(Qt.Key.Key_Return)
    door.waits_for("还没有小组成员。")
    door.window.close()
    door.waits_until(lambda: not door.window.isVisible())


def test_a_desk_that_is_left_alone_locks_itself(qtbot, bench):
    left = Screen(qtbot, MainWindow(bench, idle_lock=300))
    left.waits_for("已锁屏")


def test_a_meeting_in_session_does_not_lock_itself(qtbot, bench, meeting):
    busy = Screen(qtbot, MainWindow(bench, idle_lock=1500))
    busy.do("go_meetings")
    busy.do("enter_meeting")
    busy.qtbot.wait(2000)
    assert "已锁屏" not in busy.words()
    busy.do("leave_meeting")
    busy.waits_for("已锁屏")
