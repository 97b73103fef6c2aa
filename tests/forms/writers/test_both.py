"""Word and PDF say the same words in the same order."""

import pytest

from forms.layout import NOTHING_FOLLOWS, blocks
from forms.minutes import MINUTES
from forms.writers.pdf import write_pdf
from forms.writers.word import write_word
from tests.forms.reading import pdf_words, word_words
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
    sheet = blocks(MINUTES, answers)
    shown = pdf_words(write_pdf(sheet, stamp, MINUTES.title).pdf, sheet)
    drafted = word_words(write_word(sheet, stamp, MINUTES.title))
    # A page that is full to the end has no rest to declare empty.
    assert shown.removesuffix(NOTHING_FOLLOWS) == drafted.removesuffix(NOTHING_FOLLOWS)


def test_markup_that_was_typed_stays_text():
    sheet = blocks(MINUTES, DOCUMENTS["markup"][0])
    assert pdf_words(write_pdf(sheet, STAMP, MINUTES.title).pdf, sheet).count(MARKUP) == 3
    assert word_words(write_word(sheet, STAMP, MINUTES.title)).count(MARKUP) == 3


@pytest.mark.parametrize("name", ["filled", "blank"])
def test_equal_answers_give_equal_bytes(name):
    answers, stamp = DOCUMENTS[name]
    first, second = blocks(MINUTES, answers), blocks(MINUTES, answers)
    assert write_pdf(first, stamp, MINUTES.title) == write_pdf(second, stamp, MINUTES.title)
    assert write_word(first, stamp, MINUTES.title) == write_word(second, stamp, MINUTES.title)
