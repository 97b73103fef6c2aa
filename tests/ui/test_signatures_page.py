"""Marking what was seen on a sheet that came back: place by place, never without looking."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from data.codes import SlotState
from tests.builders import a_closed_meeting
from tests.ui.printers import OneFile
from workbench.paperwork.documents import MINUTES_CODE
from workbench.signatures import list_sheets, read_sheet

LIST = "签字格"


@pytest.fixture
def closed(bench, team):
    return a_closed_meeting(bench, team)


@pytest.fixture
def sheet(bench, closed):
    return next(row for row in list_sheets(bench, closed.id) if row.form == MINUTES_CODE)


@pytest.fixture
def signing(closed, screen):
    """The window on the places of the minutes of a closed meeting."""
    screen.settle()
    screen.do("open_documents")
    rows = screen.rows("文书列表")
    number = next(n for n, row in enumerate(rows) if row.startswith("个案会议记录"))
    screen.open_row("文书列表", number)
    screen.do("open_sheet")
    return screen


def states(bench, sheet):
    return [slot.state for slot in read_sheet(bench, sheet.id)]


def test_each_place_shows_role_shortened_name_and_state(signing):
    assert signing.rows(LIST)[0] == "组长 龚*秋，待签，第2页"
    assert "龚砚秋" not in signing.words()
    assert "已落实0/4" in signing.words()


def test_a_place_that_was_seen_signed_is_marked_and_the_next_is_in_hand(bench, sheet, signing):
    signing.click("已签")
    signing.do("mark_slot")
    assert states(bench, sheet)[0] is SlotState.SIGNED
    assert signing.window.desk.signatures.selected().name == read_sheet(bench, sheet.id)[1].name
    assert "已落实1/4" in signing.words()


def test_a_later_signature_without_its_day_is_refused_in_place(bench, sheet, signing):
    signing.click("补签")
    signing.do("mark_slot")
    assert "补签没有写日期。" in signing.words()
    assert states(bench, sheet)[0] is SlotState.TO_SIGN


def test_a_later_signature_keeps_its_true_day(bench, sheet, clock, signing):
    clock.move(days=3)
    signing.click("补签")
    signing.click("今天")
    signing.do("mark_slot")
    slot = read_sheet(bench, sheet.id)[0]
    assert (slot.state, slot.true_on) == (SlotState.LATE, date(2026, 11, 28))
    assert "组长 龚*秋，补签，第2页·2026-11-28" in signing.rows(LIST)


def test_a_proxy_and_an_absence_call_for_a_word(bench, sheet, signing):
    signing.click("代签")
    signing.do("mark_slot")
    assert "还没有写明代签人和委托关系。" in signing.words()
    signing.click("缺席")
    signing.write("说明", "到市里开会")
    signing.do("mark_slot")
    slot = read_sheet(bench, sheet.id)[0]
    assert (slot.state, slot.note) == (SlotState.ABSENT, "到市里开会")


def test_what_was_marked_by_mistake_is_taken_back(bench, sheet, signing):
    signing.click("已签")
    signing.do("mark_slot")
    signing.open_row(LIST, 0)
    signing.click("待签")
    signing.do("mark_slot")
    assert states(bench, sheet)[0] is SlotState.TO_SIGN


def test_the_rest_is_marked_by_a_button_that_says_what_was_done(bench, sheet, signing):
    signing.click("已签")
    signing.do("mark_slot")
    signing.click("其余3人都已签（已逐格看过）")
    assert states(bench, sheet) == [SlotState.SIGNED] * 4
    assert "没有待签的人" in signing.words()
    assert not signing.can("mark_sheet_signed")


def test_choosing_without_saving_marks_nothing(bench, sheet, signing):
    signing.click("已签")
    signing.do("next_place")
    assert states(bench, sheet)[0] is SlotState.TO_SIGN


def test_a_supplementary_sheet_is_made_and_printed_at_once(bench, closed, signing, tmp_path):
    signing.window.desk.handing.printers = OneFile(tmp_path / "out.pdf")
    signing.do("make_later_sheet")
    signing.waits_for("打印 补签页")
    signing.settle()
    signing.dialog().verb.click()
    signing.waits_for("已送往打印机")
    assert "补签页" in {row.title for row in list_sheets(bench, closed.id)}


def test_the_sheet_is_shown_beside_its_places(signing):
    signing.waits_until(lambda: signing.shows("文书的样子"))


def test_places_are_marked_by_keyboard_alone(bench, sheet, signing):
    signing.press(Qt.Key.Key_Return)
    signing.press(Qt.Key.Key_Right)
    signing.press(Qt.Key.Key_Space)
    signing.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert states(bench, sheet)[0] is SlotState.SIGNED
    signing.press(Qt.Key.Key_Escape)
    assert signing.shows("文书列表")
