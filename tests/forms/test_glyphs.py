"""Characters that cannot be printed are named before printing."""

from dataclasses import replace

import pytest

from forms.blocks import (
    Banner,
    Chapter,
    Cover,
    Emphasis,
    Heading,
    Imprint,
    Mark,
    RedHead,
    SignatureGrid,
    Signer,
    Squares,
    Table,
    Timeline,
    Track,
    TrackKind,
    Words,
)
from forms.glyphs import Missing, missing_characters
from forms.layout import lay_out
from forms.minutes import MINUTES
from forms.pages import Strip
from forms.writers.pdf import write_pdf
from tests.forms.reading import page_bodies
from tests.forms.samples import RARE, STAMP, an_item, an_opinion, minutes
from tests.forms.writers.papers import group, label

BEYOND = "\U0003134a"
PRIVATE = "\ue000"


def missing(**answers):
    return missing_characters(lay_out(MINUTES, minutes(**answers)).blocks)


def test_rare_names_are_not_missing():
    assert missing(opening=RARE) == []


def test_a_missing_character_is_named_with_its_place():
    items = [an_item(1), an_item(3, opinions=[an_opinion("石䶮", f"住在{BEYOND}家")])]
    assert missing(items=items) == [Missing(BEYOND, "二、逐案讨论 第3案 讨论")]


def test_each_part_of_the_sheet_has_a_name():
    assert missing(unit=PRIVATE) == [Missing(PRIVATE, "标题")]
    assert missing(guests=["戚望舒", PRIVATE]) == [Missing(PRIVATE, "列席")]
    assert missing(other_matters=PRIVATE) == [Missing(PRIVATE, "三、其他事项")]
    assert missing(items=[an_item(2, name=PRIVATE)]) == [Missing(PRIVATE, "二、逐案讨论 第2案")]
    signers = [{"key": "1", "role": "主持人", "name": f"石{BEYOND}"}]
    assert missing(signers=signers) == [Missing(BEYOND, "四、核对与散会 签字")]


def test_a_missing_character_is_printed_as_a_mark_and_reported():
    printed = write_pdf(lay_out(MINUTES, minutes(opening=f"甲{BEYOND}乙")), STAMP)
    assert "甲〓乙" in page_bodies(printed.pdf)[0]
    assert [found.character for found in printed.missing] == [BEYOND]


def test_the_head_of_the_page_is_checked_too():
    stamp = replace(STAMP, head=f"幸福镇{PRIVATE}")
    printed = write_pdf(lay_out(MINUTES, minutes()), stamp)
    assert printed.missing == (Missing(PRIVATE, "页眉页脚"),)


SAID = (Words(f"甲{PRIVATE}"),)
PLACES = {
    "标题": Banner("摘要", (), SAID, (), ()),
    "今天要定的事": Emphasis((SAID,), "今天要定的事"),
    "随访": Timeline(
        "近12个月", (), (Track("随访", TrackKind.TICKS, (Mark(0, 0, PRIVATE),)),), "", ()
    ),
    "姓名": Cover("", "", "个案档案", "", (("姓名", SAID),), "", ()),
    "版记": Imprint(PRIVATE, "", ""),
    "签字": SignatureGrid((Signer("k", "组长", "石䶮", PRIVATE),)),
}


@pytest.mark.parametrize("place", PLACES)
def test_every_kind_of_block_says_where_a_character_is_missing(place):
    assert missing_characters([PLACES[place]]) == [Missing(PRIVATE, place)]


def test_a_chapter_names_what_stands_below_it():
    heads = [RedHead("纪要", PRIVATE, "", ""), Chapter("一、落实情况"), Heading(PRIVATE)]
    found = missing_characters(heads)
    assert found == [Missing(PRIVATE, "标题"), Missing(PRIVATE, PRIVATE)]


def test_small_words_and_squares_of_a_cell_are_checked():
    for part in ({"corner": SAID}, {"aside": (Squares((PRIVATE,)),)}, {"low": SAID}):
        cell = replace(label("随访"), lines=((Words("随访"),),), **part)
        found = missing_characters([Table((170,), (group(cell),))])
        assert [missing.character for missing in found] == [PRIVATE]


def test_the_strip_of_every_page_is_checked():
    strip = Strip("本页签字", Table((170,), (group(label(PRIVATE)),)))
    assert missing_characters([], strip) == [Missing(PRIVATE, "签字")]
