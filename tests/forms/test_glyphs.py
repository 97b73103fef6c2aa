"""Characters that cannot be printed are named before printing."""

from dataclasses import replace

from forms.glyphs import Missing, missing_characters
from forms.layout import blocks
from forms.minutes import MINUTES
from forms.writers.pdf import write_pdf
from tests.forms.reading import page_bodies
from tests.forms.samples import RARE, STAMP, an_item, an_opinion, minutes

BEYOND = "\U0003134a"
PRIVATE = "\ue000"


def missing(**answers):
    return missing_characters(blocks(MINUTES, minutes(**answers)))


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
    printed = write_pdf(blocks(MINUTES, minutes(opening=f"甲{BEYOND}乙")), STAMP, MINUTES.title)
    assert "甲〓乙" in page_bodies(printed.pdf)[0]
    assert [found.character for found in printed.missing] == [BEYOND]


def test_the_head_of_the_page_is_checked_too():
    stamp = replace(STAMP, head=f"幸福镇{PRIVATE}")
    printed = write_pdf(blocks(MINUTES, minutes()), stamp, MINUTES.title)
    assert printed.missing == (Missing(PRIVATE, "页眉页脚"),)
