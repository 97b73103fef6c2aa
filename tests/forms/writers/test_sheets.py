"""Every sheet says the same in Word and in PDF, however much there is to say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from forms.layout import NOTHING_FOLLOWS, lay_out
from forms.writers.pdf import write_pdf
from forms.writers.word import write_word
from tests.forms.reading import page_bodies, paper_words, title_band, word_words
from tests.forms.samples import STAMP, STOCK
from tests.forms.writers.sheets import SHEETS
from tests.forms.writers.test_word_papers import with_facts

LEAST_INK = 25.0, 12.0
REPEATED_LABELS = 60  # Word repeats a label beside many rows, which the sheet says once
FORMS = list({form.code: form for form, _ in SHEETS}.values())


def named(value):
    return getattr(value, "code", None) or getattr(value, "__name__", "")


def holds_in_order(text, wanted):
    """Whether all of one text stands in another, which may repeat heads and labels overleaf."""
    signs = iter(text)
    return all(sign in signs for sign in wanted)


@pytest.fixture(params=SHEETS, ids=lambda sheet: f"{sheet[0].code}-{named(sheet[1])}")
def paper(request):
    form, sample = request.param
    return lay_out(form, sample())


def wanted(paper):
    """What has to be said; a page that is full to the end has no rest to declare empty."""
    return paper_words(paper).removesuffix(NOTHING_FOLLOWS)


def printed_words(pdf, page):
    return title_band(pdf, page) + "".join(page_bodies(pdf, page))


def test_word_says_what_the_sheet_says(paper):
    said = word_words(write_word(paper, STAMP)).removesuffix(NOTHING_FOLLOWS)
    told = wanted(with_facts(paper))
    assert holds_in_order(said, told)
    assert len(said) - len(told) <= REPEATED_LABELS


def test_pdf_says_what_the_sheet_says(paper):
    printed = write_pdf(paper, STAMP)
    assert holds_in_order(printed_words(printed.pdf, paper.page), wanted(paper))
    assert printed.missing == ()


def test_every_room_for_ink_holds_a_thick_pen_and_lies_on_its_page(paper):
    width, height = paper.page.width - 20, paper.page.height - 20
    for slot in write_pdf(paper, STAMP).slots:
        assert (slot.width, slot.height) >= LEAST_INK
        assert slot.height >= LEAST_INK[1]
        assert -10 < slot.x <= width - slot.width
        assert -10 < slot.y <= height - slot.height


@pytest.mark.parametrize("form", FORMS, ids=named)
def test_a_blank_form_says_the_same_in_both_and_names_nobody(form):
    blank = lay_out(form, {})
    stock = replace(STOCK, sheet=None)
    assert word_words(write_word(blank, stock)) == paper_words(blank)
    printed = write_pdf(blank, stock).pdf
    assert holds_in_order(printed_words(printed, blank.page), wanted(blank))


@pytest.mark.parametrize("form", FORMS, ids=named)
def test_equal_answers_give_equal_bytes(form):
    sample = next(sample for found, sample in SHEETS if found is form)
    one, other = (lay_out(form, sample()) for _ in range(2))
    assert write_pdf(one, STAMP) == write_pdf(other, STAMP)
    assert write_word(one, STAMP) == write_word(other, STAMP)
