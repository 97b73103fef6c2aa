"""The page of a meeting's sheets: one print, who signed what, and the file for an inspection."""

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from data.codes import MeetingState, SlotState
from tests.builders import CASES, NAMES, a_closed_meeting
from tests.ui.printers import OneFile
from workbench.meetings import read_meeting
from workbench.signatures import mark_sheet_signed, mark_slot, read_sheet
from workbench.signing import read_signing

LIST = "签字件列表"


@pytest.fixture
def closed(bench, team):
    return a_closed_meeting(bench, team)


@pytest.fixture
def signing(closed, screen, tmp_path):
    """The window on the sheets of a closed meeting, with a printer at hand."""
    screen.window.desk.handing.printers = OneFile(tmp_path / "out.pdf")
    screen.do("go_meetings")
    screen.do("read_signing")
    screen.waits_until(lambda: bool(screen.rows(LIST)))
    return screen


def test_all_sheets_are_printed_in_one_go_and_the_steps_follow(bench, closed, signing):
    sheets = read_signing(bench, closed.id).sheets
    pages = sum(sheet.pages for sheet in sheets)
    assert f"下一步：全部打印出来，请到会的人当场签字。双面打印 {pages} 页" in signing.words()
    assert signing.shows("已完成生成。正在：打印")
    signing.do("sheets_to_print")
    signing.waits_for(f"本次将打印 {pages} 页")
    signing.dialog().verb.click()
    signing.waits_for("正在：现场签字")
    signing.waits_for("全部重印")
    printed = signing.window.desk.handing.printers.sheets()
    backs = sum(sheet.pages % 2 for sheet in sheets[:-1])
    assert len(printed) == pages + backs
    assert all(sheet.printed for sheet in read_signing(bench, closed.id).sheets)


def test_enter_leads_to_the_places_of_a_sheet_and_escape_back(bench, closed, signing):
    signing.named(LIST).setFocus()
    signing.press(Qt.Key.Key_Return)
    assert signing.shows("签字格")
    signing.do("leave_sheet")
    signing.waits_until(lambda: signing.shows(LIST))
    sheet = read_signing(bench, closed.id).sheets[0]
    mark_slot(bench, read_sheet(bench, sheet.id)[0].id, state=SlotState.SIGNED)
    signing.waits_for("已签1/4格")


def test_who_is_missing_is_said_and_drawn(bench, closed, signing):
    assert "还差：龚*秋（组长）" in signing.words()
    told = signing.named("签字情况").accessibleDescription()
    assert "龚*秋 组长 第1、2" in told
    assert not [name for name in NAMES if name in signing.words() + told]
    assert not [name for name, _ in CASES.values() if name in signing.words() + told]


def test_the_meeting_is_archived_once_everybody_signed(bench, closed, signing):
    signing.do("archive_meeting")
    signing.dialog().verb.click()
    signing.settle()
    assert "龚砚秋" in signing.reads("还没有落实的签字")
    signing.dialog().reject()
    for sheet in read_signing(bench, closed.id).sheets:
        mark_sheet_signed(bench, sheet.id)
    signing.waits_for("都已落实")
    signing.do("archive_meeting")
    signing.dialog().verb.click()
    signing.waits_until(lambda: read_meeting(bench, closed.id).row.state is MeetingState.ARCHIVED)
    signing.waits_for("这次会议已归档。")


def test_the_file_for_an_inspection_tells_what_it_holds_and_goes_where_one_says(
    bench, closed, signing, tmp_path
):
    signing.do("save_inspection_pack")
    dialog = signing.dialog()
    assert "收入文书" in signing.words()
    assert "含姓名、性别、年龄、住址、诊断和监护人姓名" in signing.words()
    dialog.save_to(tmp_path / "pack.pdf")
    signing.waits_for("迎检包已存好")
    assert PdfReader(tmp_path / "pack.pdf").outline[0].title == "迎检包目录"


def test_stopping_leaves_no_file_and_the_one_without_names_says_so(closed, signing, tmp_path):
    signing.do("save_inspection_pack")
    dialog = signing.dialog()
    signing.click("脱敏版")
    assert "扫描件和照片不收入" in signing.words()
    dialog.save_to(tmp_path / "pack.pdf")
    dialog.reject()
    signing.waits_for("已停止，没有写出文件。")
    assert not (tmp_path / "pack.pdf").exists()
    dialog.reject()


def test_from_the_sheets_one_goes_back_to_the_meetings(bench, closed, signing):
    signing.do("leave_signing")
    assert signing.shows("会议列表")


def test_an_amendment_is_written_sealed_and_offered_to_the_printer(bench, closed, signing):
    signing.do("amend_sheet")
    signing.write("更正在哪里", "第2例的会议决定")
    signing.write("原来写的", "12月23日前")
    signing.dialog().verb.click()
    signing.waits_for("应当是什么")
    signing.write("应当是", "12月16日前")
    signing.write("更正理由", "日期写错。")
    signing.dialog().verb.click()
    signing.waits_for("打印 更正页")
    signing.waits_for("本次将打印")
    signing.dialog().reject()
    signing.settle()
    assert any("更正页" in row for row in signing.rows(LIST))
