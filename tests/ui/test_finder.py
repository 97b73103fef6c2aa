"""Ctrl+K: people, meetings and commands from one field, wherever one is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.builders import CASES, a_closed_meeting
from tests.ui.screens import Screen
from ui.main_window import MainWindow
from workbench.case_page import open_case_page
from workbench.recents import list_recents

FIELD, RESULTS = "查找内容", "查找结果"


@pytest.fixture
def found(qtbot, bench, team):
    a_closed_meeting(bench, team)
    return Screen(qtbot, MainWindow(bench))


def test_a_case_is_found_by_initials_and_opened_by_name(found):
    found.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    found.write(FIELD, "oysb")
    (row, *_) = found.rows(RESULTS)
    assert row.startswith("欧阳**，")
    assert "GA0102" in row
    found.press(Qt.Key.Key_Return)
    found.waits_for("欧阳松柏")
    assert found.dialog() is None


def test_letters_an_input_method_still_holds_are_searched_for(found):
    found.do("find")
    QApplication.sendEvent(found.named(FIELD), QInputMethodEvent("shi'yan", []))
    found.settle()
    assert found.rows(RESULTS)[0].startswith("石*，")
    assert CASES["GA0101"][0] not in found.words()


def test_arrow_keys_choose_and_enter_leads_to_a_meeting(found, bench):
    found.do("find")
    found.write(FIELD, "例会 11月")
    assert found.rows(RESULTS)[0].startswith("2026年第1次例会")
    found.press(Qt.Key.Key_Down)
    found.press(Qt.Key.Key_Up)
    found.press(Qt.Key.Key_Return)
    assert found.window.desk.place()[0] == "meetings"
    assert [recent.title for recent in list_recents(bench)] == ["2026年第1次例会"]


def test_a_command_is_found_by_the_letters_of_its_words_and_carried_out(found):
    found.do("find")
    found.write(FIELD, "xjhy")
    assert "新建会议" in found.rows(RESULTS)[0]
    found.press(Qt.Key.Key_Return)
    assert found.dialog().objectName() == "plan_meeting_dialog"


def test_what_cannot_be_done_here_is_not_offered_and_nothing_found_is_said(found):
    found.do("find")
    found.write(FIELD, "确认并下一例")
    assert "没有找到“确认并下一例”" in found.words()
    found.press(Qt.Key.Key_Escape)
    found.press(Qt.Key.Key_Escape)
    assert found.dialog() is None


def test_what_was_opened_last_stands_first_and_on_the_page_of_the_day(found, bench, team):
    open_case_page(bench, team.cases["GA0103"])
    found.do("refresh")
    (row,) = found.rows("最近打开")
    assert row.startswith("仇*满，GA0103，")
    found.do("find")
    assert found.rows(RESULTS)[0].startswith("仇*满，")
    found.press(Qt.Key.Key_Escape)
    found.open_row("最近打开", 0)
    found.waits_for("仇小满")
