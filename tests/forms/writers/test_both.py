"""Word and PDF say the same words in the same order."""

import pytest

from forms.blocks import Timeline
from forms.layout import NOTHING_FOLLOWS, lay_out
from forms.minutes import MINUTES
from forms.writers.pdf import write_pdf
from forms.writers.word import write_word
from tests.forms.reading import pdf_words, timeline_words, word_words
from tests.forms.samples import (
    STAMP,
    STOCK,
    a_decision,
    an_item,
    an_opinion,
    earlier,
    minutes,
    signers,
    thirty_items,
)
from tests.forms.writers.papers import PAPERS, stamp_of

MARKUP = "<b>甲</b>&amp;{{乙}}<w:t>丙</w:t>%s"
DOCUMENTS = {
    "filled": (minutes(), STAMP),
    "blank": ({}, STOCK),
    "thirty items": (minutes(items=thirty_items(), earlier=earlier(60)), STAMP),
    "very long": (
        minutes(
            items=[an_item(1, opinions=[an_opinion("石䶮", "很长的发言" * 1200)])],
            other_matters="其他事项说明" * 500,
            signers=signers(11),
        ),
        STAMP,
    ),
    "many decisions": (
        minutes(items=[an_item(1, decisions=[a_decision(f"第{n}件事") for n in range(12)])]),
        STAMP,
    ),
    "markup": (minutes(opening=MARKUP, items=[an_item(1, name=MARKUP, reason=MARKUP)]), STAMP),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_word_and_pdf_say_the_same(name):
    answers, stamp = DOCUMENTS[name]
    sheet = lay_out(MINUTES, answers)
    shown = pdf_words(write_pdf(sheet, stamp).pdf, sheet)
    drafted = word_words(write_word(sheet, stamp))
    # A page that is full to the end has no rest to declare empty.
    assert shown.removesuffix(NOTHING_FOLLOWS) == drafted.removesuffix(NOTHING_FOLLOWS)


@pytest.mark.parametrize("name", PAPERS)
def test_word_and_pdf_say_the_same_on_every_kind_of_sheet(name):
    paper = PAPERS[name]
    shown = pdf_words(write_pdf(paper, stamp_of(paper)).pdf, paper)
    for block in paper.blocks:
        if isinstance(block, Timeline):  # Word has a picture of it, and tells the facts
            shown = shown.replace(timeline_words(block), "".join(block.facts))
    drafted = word_words(write_word(paper, stamp_of(paper)))
    assert shown.removesuffix(NOTHING_FOLLOWS) == drafted.removesuffix(NOTHING_FOLLOWS)


def test_markup_that_was_typed_stays_text():
    sheet = lay_out(MINUTES, DOCUMENTS["markup"][0])
    assert pdf_words(write_pdf(sheet, STAMP).pdf, sheet).count(MARKUP) == 3
    assert word_words(write_word(sheet, STAMP)).count(MARKUP) == 3


@pytest.mark.parametrize("name", ["filled", "blank"])
def test_equal_answers_give_equal_bytes(name):
    answers, stamp = DOCUMENTS[name]
    first, second = lay_out(MINUTES, answers), lay_out(MINUTES, answers)
    assert write_pdf(first, stamp) == write_pdf(second, stamp)
    assert write_word(first, stamp) == write_word(second, stamp)
