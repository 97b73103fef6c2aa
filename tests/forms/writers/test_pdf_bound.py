"""Many sheets in one file keep their own pages, numbers and codes."""

import io
from contextlib import closing
from dataclasses import replace

import pypdfium2
import pytest
from pypdf import PdfReader

from forms.glyphs import Missing
from forms.pages import HALF_HEIGHT
from forms.writers.pdf import bind_pdf, write_pdf
from tests.forms.reading import MM, words_within
from tests.forms.samples import STAMP
from tests.forms.writers.papers import ASSESSMENT, BRIEF, MATRIX, PAPERS, VISIT, stamp_of, task

CUT = "沿此线裁开"


def bound(*papers, **changes):
    parts = [(paper, replace(stamp_of(paper), **changes)) for paper in papers]
    return bind_pdf(parts, "案卷")


def opened(pdf):
    return closing(pypdfium2.PdfDocument(pdf))


def cut_words(page):
    return words_within(page, 10, HALF_HEIGHT - 3, 200, HALF_HEIGHT + 3)


def test_one_sheet_is_the_case_of_one_part():
    for paper in PAPERS.values():
        single = write_pdf(paper, stamp_of(paper))
        one = bind_pdf([(paper, stamp_of(paper))], paper.title)
        assert one.pdf == single.pdf
        assert (one.pages, one.slots) == ((single.pages,), (single.slots,))


def test_each_part_counts_its_own_pages_on_its_own_paper():
    file = bound(ASSESSMENT, MATRIX, BRIEF)
    assert file.pages == (1, 2, 1)
    with opened(file.pdf) as document:
        widths = [round(page.get_width() / MM) for page in document]
        heads = [words_within(page, 10, 8, 290, 16) for page in document]
    assert widths == [210, 297, 297, 210]
    counts = [head[head.rindex("第") :] for head in heads]
    assert counts == ["第1页共1页", "第1页共2页", "第2页共2页", "第1页共1页"]


def test_places_to_sign_are_those_of_the_part_alone():
    file = bound(BRIEF, ASSESSMENT, MATRIX)
    assert file.slots[0] == ()
    for paper, slots in ((ASSESSMENT, file.slots[1]), (MATRIX, file.slots[2])):
        assert slots == write_pdf(paper, STAMP).slots


def test_leaves_are_numbered_through_the_file():
    file = bind_pdf([(ASSESSMENT, replace(STAMP, leaf=3)), (MATRIX, replace(STAMP, leaf=4))], "卷")
    with opened(file.pdf) as document:
        feet = [
            words_within(page, 10, foot, 290, foot + 6)
            for page, foot in zip(document, (281, 194.6, 194.6), strict=True)
        ]
    told = [foot.partition("卷内")[2].partition("页")[0] for foot in feet]
    assert told == ["第3", "第4", "第5"]


@pytest.mark.parametrize(("count", "sheets"), [(1, 1), (2, 1), (3, 2), (4, 2)])
def test_slips_share_a_sheet_of_paper_two_and_two(count, sheets):
    file = bound(*(task(number) for number in range(1, count + 1)))
    assert file.pages == (1,) * count
    with opened(file.pdf) as document:
        assert len(document) == sheets
        for number in range(1, count + 1):
            page, shift = document[(number - 1) // 2], HALF_HEIGHT * ((number - 1) % 2)
            band = words_within(page, 20, 15 + shift, 172, 39 + shift)
            assert band == f"任务通知单编号T-1126-{number:02d}"
        assert all(cut_words(page) == CUT for page in document)
        if count % 2:
            low = words_within(document[sheets - 1], 0, HALF_HEIGHT + 3, 210, 297)
            assert low == ""


def test_both_slips_of_a_sheet_have_their_places_in_the_same_spot_of_their_half():
    one, other = bound(task(1), task(2)).slots
    assert one == other
    assert all(slot.page == 1 for slot in one)


def test_a_sheet_between_two_slips_keeps_them_apart():
    with opened(bound(task(1), ASSESSMENT, task(2)).pdf) as document:
        assert len(document) == 3
        assert [cut_words(page) == CUT for page in document] == [True, False, True]


def test_what_cannot_be_printed_is_named_once_for_the_whole_file():
    file = bound(ASSESSMENT, VISIT, ASSESSMENT, head="幸福镇\ue000")
    assert file.missing == (Missing("\ue000", "页眉页脚"),)


def test_a_file_has_a_title_of_its_own():
    file = bound(ASSESSMENT, BRIEF)
    assert file.pdf == bound(ASSESSMENT, BRIEF).pdf
    assert PdfReader(io.BytesIO(file.pdf)).metadata.title == "案卷"
