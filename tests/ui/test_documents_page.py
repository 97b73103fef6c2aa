"""The papers of a meeting on the screen: what there is, how far it has come, what comes next."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from data.codes import MeetingState
from tests.builders import a_closed_meeting
from tests.ui.printers import OneFile
from tests.ui.screens import Screen
from ui.main_window import MainWindow
from workbench.meetings import list_meetings
from workbench.paperwork.documents import list_documents
from workbench.signatures import list_sheets, mark_sheet_signed

LIST = "文书列表"


@pytest.fixture
def closed(bench, team):
    return a_closed_meeting(bench, team)


@pytest.fixture
def papers(closed, screen):
    """The window on the papers of a closed meeting."""
    screen.settle()
    screen.do("open_documents")
    return screen


def choose(screen, words):
    rows = screen.rows(LIST)
    screen.open_row(LIST, next(n for n, row in enumerate(rows) if words in row))


def primary(screen):
    """What the pane offers as the next step."""
    return screen.window.desk.documents.sheet.next_step()


def test_before_there_is_a_meeting_the_page_says_how_to_begin(screen):
    screen.do("go_documents")
    assert "还没有会议" in screen.words()
    assert not screen.can("save_all_documents")


def test_every_paper_of_the_meeting_is_listed_with_its_state(bench, closed, papers):
    rows = papers.rows(LIST)
    assert len(rows) == len(list_documents(bench, closed.id))
    minutes = next(row for row in rows if row.startswith("个案会议记录"))
    assert "待签4人" in minutes


def test_papers_are_grouped_by_form_and_named_by_their_cases(papers):
    assert "整次会议" in papers.words()
    assert any("GA0102 欧阳**" in row for row in papers.rows(LIST))


def test_the_minutes_of_an_open_meeting_are_a_draft_that_waits_for_its_end(meeting, screen):
    screen.do("open_documents")
    choose(screen, "个案会议记录")
    assert "草稿" in screen.words()
    assert "结束会议时和会议记录一起封存" in screen.words()
    assert not screen.can("seal_document")


def test_the_next_step_follows_the_paper(papers, tmp_path):
    papers.window.desk.handing.printers = OneFile(tmp_path / "out.pdf")
    choose(papers, "个案会议记录")
    assert primary(papers) == "打印…"
    papers.do("print_document")
    papers.dialog().verb.click()
    papers.waits_for("已送往打印机")
    papers.settle()
    assert primary(papers) == "登记签字"


def test_a_signed_paper_that_is_not_sealed_is_sealed_from_here(bench, closed, papers):
    drafts = [r for r in list_documents(bench, closed.id) if r.signed and not r.sealed]
    choose(papers, drafts[0].title)
    assert primary(papers) == "封存待签"
    papers.do("seal_document")
    papers.waits_for("已封存，打印出来就可以签字")
    papers.settle()
    assert drafts[0].form in {sheet.form for sheet in list_sheets(bench, closed.id)}


def test_sealing_again_without_a_change_is_refused_in_words(papers):
    choose(papers, "个案会议记录")
    papers.do("seal_document")
    papers.waits_for("内容和已经封存的一版相同。")
    papers.dialog().close()


def test_any_paper_can_be_looked_at_and_one_comes_back_to_the_list(papers):
    choose(papers, "GA0102 欧阳**")
    papers.press(Qt.Key.Key_Return)
    papers.waits_for("第1/")
    assert "GA0102 欧阳**" in papers.words()
    papers.do("leave_preview")
    assert papers.shows(LIST)


def test_the_list_is_narrowed_by_number_and_by_what_is_open(bench, closed, papers):
    papers.write("查找文书", "GA0103")
    assert papers.rows(LIST)
    assert all("GA0103" in row for row in papers.rows(LIST))
    papers.named("查找文书").clear()
    papers.click("签字件")
    signed = [row for row in list_documents(bench, closed.id) if row.signed]
    assert len(papers.rows(LIST)) == len(signed)


def test_letters_of_an_input_method_are_searched_for_before_they_become_text(papers):
    QApplication.sendEvent(papers.named("查找文书"), QInputMethodEvent("ga0103", []))
    papers.settle()
    assert papers.rows(LIST)
    assert all("GA0103" in row for row in papers.rows(LIST))


def test_nothing_found_is_said(papers):
    papers.write("查找文书", "没有这个人")
    assert "没有符合条件的文书" in papers.words()
    assert not papers.can("print_document")


def test_a_meeting_with_open_places_is_not_archived_and_says_who(bench, closed, papers):
    papers.do("archive_meeting")
    papers.dialog().verb.click()
    papers.settle()
    assert "还有签字没有落实" in papers.reads("还没有落实的签字")
    assert list_meetings(bench)[0].state is MeetingState.CLOSED


def test_a_meeting_whose_places_are_settled_is_archived(bench, closed, papers):
    for sheet in list_sheets(bench, closed.id):
        mark_sheet_signed(bench, sheet.id)
    papers.settle()
    choose(papers, "个案会议记录")
    assert primary(papers) == "归档…"
    papers.do("archive_meeting")
    papers.dialog().verb.click()
    papers.settle()
    assert list_meetings(bench)[0].state is MeetingState.ARCHIVED
    assert not papers.can("archive_meeting")


def test_blank_forms_are_looked_at_without_any_record(papers):
    papers.do("open_blank_forms")
    assert papers.rows("空白表")
    papers.dialog().verb.click()
    papers.waits_for("（空白表）")
    papers.waits_for("第1/")
    assert "草稿" not in papers.words()


def test_a_blank_form_is_printed_and_not_counted(papers, tmp_path):
    papers.window.desk.handing.printers = OneFile(tmp_path / "out.pdf")
    papers.do("open_blank_forms")
    papers.dialog().print.click()
    papers.settle()
    papers.dialog().verb.click()
    papers.waits_for("已送往打印机")
    assert (tmp_path / "out.pdf").stat().st_size > 1000


def test_the_page_is_worked_by_keyboard_alone_on_a_small_screen(qtbot, bench, closed):
    small = Screen(qtbot, MainWindow(bench), (940, 470))
    small.press(Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)
    small.press(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert small.holder().accessibleName() == LIST
    small.press(Qt.Key.Key_Down)
    small.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    small.waits_for("第1/")
    small.press(Qt.Key.Key_Escape)
    assert small.shows(LIST)
    small.press(Qt.Key.Key_Escape)
    assert small.shows("会议列表")


def test_after_the_screen_was_locked_one_is_back_at_the_papers(papers):
    desk = papers.window.desk
    place = desk.place()
    desk.go("meetings")
    desk.go_back_to(place)
    assert papers.shows(LIST)
