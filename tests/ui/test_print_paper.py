"""Printing a paper: what will come out is said beforehand, and the very pages come out."""

import pytest

from data.models.papers import PrintRun
from tests.builders import a_closed_meeting
from tests.ui.printers import OneFile
from ui.models.papers import filled_paper
from ui.models.pdf_pages import page_in_grey, page_sizes
from workbench.paperwork.documents import MINUTES_CODE, preview_document
from workbench.paperwork.subjects import of_meeting

UPRIGHT = (210, 297)


@pytest.fixture
def closed(bench, team):
    return a_closed_meeting(bench, team)


@pytest.fixture
def at_printer(bench, closed, screen, tmp_path):
    """The window before the minutes of a closed meeting, with a printer at hand."""
    screen.window.desk.handing.printers = OneFile(tmp_path / "out.pdf")
    screen.settle()
    screen.do("print_document")
    return screen


def pages_of(bench, closed):
    pdf = preview_document(bench, MINUTES_CODE, of_meeting(closed.id)).pdf
    return len(page_sizes(pdf))


def prints(bench):
    with bench.store.reading() as session:
        return [(run.pages, run.copies) for run in session.query(PrintRun)]


def printed(screen):
    return screen.window.desk.handing.printers.sheets()


def output(screen):
    return screen.window.desk.handing.printers.target.read_bytes()


def inked(pdf, number=0):
    """The frame around everything black on a page, in hundredths of an inch; None where white."""
    page = page_in_grey(pdf, number, 100)
    lines = [
        [
            at
            for at, value in enumerate(bytes(page.constScanLine(row))[: page.width()])
            if value < 100
        ]
        for row in range(page.height())
    ]
    rows = [row for row, dark in enumerate(lines) if dark]
    if not rows:
        return None
    return min(d[0] for d in lines if d), rows[0], max(d[-1] for d in lines if d), rows[-1]


def test_pages_and_sheets_are_said_before_anything_is_printed(bench, closed, at_printer):
    pages = pages_of(bench, closed)
    assert f"本次将打印 {pages} 页（{(pages + 1) // 2} 张纸）" in at_printer.words()
    at_printer.click("双面打印")
    assert f"本次将打印 {pages} 页（{pages} 张纸）" in at_printer.words()


def test_the_sentence_follows_copies_and_range(at_printer):
    at_printer.named("份数").setValue(3)
    at_printer.write("页码范围", "1")
    assert "本次将打印 3 页（3 张纸）" in at_printer.words()


def test_a_range_that_is_not_there_is_refused_under_its_field_and_nothing_is_printed(
    bench, closed, at_printer
):
    at_printer.write("页码范围", "7-9")
    assert f"页码范围“7-9”不对，这份文书共{pages_of(bench, closed)}页。" in at_printer.words()
    at_printer.dialog().verb.click()
    at_printer.settle()
    assert prints(bench) == []
    assert at_printer.dialog() is not None


def test_the_pages_go_out_and_that_is_kept(bench, closed, at_printer):
    at_printer.dialog().verb.click()
    at_printer.waits_for("已送往打印机")
    assert printed(at_printer) == [UPRIGHT] * pages_of(bench, closed)
    assert prints(bench) == [(pages_of(bench, closed), 1)]
    assert at_printer.dialog() is None


def test_only_the_pages_asked_for_go_out(bench, at_printer):
    at_printer.write("页码范围", "1")
    at_printer.dialog().verb.click()
    at_printer.waits_for("已送往打印机：1页")
    assert len(printed(at_printer)) == 1
    assert prints(bench) == [(1, 1)]


def test_every_copy_begins_on_a_sheet_of_its_own(at_printer):
    at_printer.write("页码范围", "1")
    at_printer.named("份数").setValue(2)
    at_printer.dialog().verb.click()
    at_printer.waits_for("已送往打印机：2页")
    assert len(printed(at_printer)) == 3
    assert inked(output(at_printer), 1) is None


def test_places_to_sign_lie_on_paper_where_they_were_measured(bench, closed, at_printer):
    at_printer.write("页码范围", "1")
    at_printer.dialog().verb.click()
    at_printer.waits_for("已送往打印机")
    wanted = preview_document(bench, MINUTES_CODE, of_meeting(closed.id)).pdf
    off = zip(inked(wanted), inked(output(at_printer)), strict=True)
    assert max(abs(one - other) for one, other in off) <= 1


def test_a_second_print_says_that_it_is_one(bench, closed, at_printer):
    at_printer.dialog().verb.click()
    at_printer.waits_for("已送往打印机")
    at_printer.do("print_document")
    at_printer.waits_for("第2次打印，页脚会印上“重印1”。")


def test_printing_that_is_stopped_is_not_kept_as_done(bench, at_printer):
    at_printer.dialog().verb.click()
    at_printer.dialog().cancel.click()
    at_printer.settle()
    assert at_printer.dialog() is None
    assert prints(bench) == []


def test_without_a_printer_it_says_so_and_offers_a_file(bench, closed, screen, tmp_path):
    screen.window.desk.handing.printers = OneFile(tmp_path / "out.pdf", at_hand=False)
    screen.settle()
    screen.do("print_document")
    assert "没有找到打印机" in screen.words()
    assert not screen.dialog().verb.isEnabled()
    assert screen.dialog().save.isEnabled()


def test_a_page_comes_out_as_large_as_it_is(bench, closed):
    pdf = preview_document(bench, MINUTES_CODE, of_meeting(closed.id)).pdf
    page = page_in_grey(pdf, 0, 100)
    assert (page.width(), page.height()) == (827, 1170)
    assert page.isGrayscale()


def test_a_draft_is_printed_as_it_stands(bench, meeting):
    paper = filled_paper(bench, "会议记录", MINUTES_CODE, of_meeting(meeting.id))
    run = paper.pages()
    assert run.reprint == 0
    assert run.pdf == preview_document(bench, MINUTES_CODE, of_meeting(meeting.id)).pdf
