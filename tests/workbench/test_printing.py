"""A sealed paper goes to the printer as it was sealed; a second time it says so."""

from contextlib import closing

import pypdfium2
import pytest

from tests.builders import a_closed_meeting, a_planned_meeting
from tests.forms.reading import words_within
from workbench.errors import NotFound
from workbench.paperwork.documents import MINUTES_CODE, preview_document
from workbench.paperwork.subjects import of_meeting
from workbench.printing import (
    CopiesUnclear,
    PagesUnclear,
    pages_to_print,
    record_print,
    require_range,
    sheets_to_print,
)
from workbench.signatures import list_sheets


@pytest.fixture
def minutes(bench, team):
    return MINUTES_CODE, of_meeting(a_closed_meeting(bench, team).id)


def foot(pdf):
    """What the first page says from its head to its foot."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return words_within(document[0], 0, 0, 210, 297)


def test_the_first_print_is_the_sealed_pages_byte_for_byte(bench, minutes):
    assert pages_to_print(bench, *minutes).pdf == preview_document(bench, *minutes).pdf


def test_a_reprint_says_so_and_keeps_its_words_and_digest(bench, minutes):
    first = foot(pages_to_print(bench, *minutes).pdf)
    record_print(bench, *minutes, pages=2, copies=1)
    again = pages_to_print(bench, *minutes)
    assert again.reprint == 1
    assert foot(again.pdf).replace("重印1", "") == first
    assert "重印1" not in first


def test_a_paper_that_is_not_sealed_has_no_pages_to_sign(bench, team):
    meeting = a_planned_meeting(bench, team)
    with pytest.raises(NotFound):
        pages_to_print(bench, MINUTES_CODE, of_meeting(meeting.id))


def test_a_range_that_is_not_there_is_refused_in_words():
    with pytest.raises(PagesUnclear, match="页码范围“3-9”不对，这份文书共5页"):
        require_range("3-9", 5)


@pytest.mark.parametrize("copies", [0, 100])
def test_an_impossible_number_of_copies_is_refused(bench, minutes, copies):
    with pytest.raises(CopiesUnclear):
        record_print(bench, *minutes, pages=1, copies=copies)
    assert pages_to_print(bench, *minutes).reprint == 0


def test_sheets_printed_together_are_those_of_each_and_start_on_their_own(bench, minutes):
    papers = [(row.form, row.subject) for row in list_sheets(bench)]
    together = sheets_to_print(bench, papers)
    single = [pages_to_print(bench, *paper).pdf for paper in papers]
    counts = [page_count(pdf) for pdf in single]
    assert together.starts == tuple(sum(counts[:place]) for place in range(len(counts)))
    assert page_count(together.pdf) == sum(counts)
    assert foot(together.pdf) == foot(single[0])


def test_sheets_printed_again_say_so_one_by_one(bench, minutes):
    papers = [(row.form, row.subject) for row in list_sheets(bench)]
    record_print(bench, *minutes, pages=2, copies=1)
    together = sheets_to_print(bench, papers)
    assert together.reprint == 1
    with closing(pypdfium2.PdfDocument(together.pdf)) as document:
        last = words_within(document[len(document) - 1], 0, 0, 297, 297)
    assert "重印1" in foot(together.pdf)
    assert "重印" not in last


def page_count(pdf):
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return len(document)
