"""What the sheet of all cases of a meeting says, and who signs each page of it."""

import pytest

from forms.blocks import Density, Face, Table
from forms.layout import lay_out
from forms.summary import SUMMARY
from forms.writers.pdf import write_pdf
from tests.forms.outline import outline, words_of
from tests.forms.samples import STAMP
from tests.forms.summary_samples import (
    blank,
    bursting_summary,
    full_summary,
    summary,
    thin_summary,
)

NORMAL = [
    (
        "Title 社会危险性集体评估汇总签字表 · 2026年11月25日（星期三）\u3000镇政府三楼会议室"
        "\u3000\u3000本次评估7例：升级1\u3000降级3\u3000不变2\u3000新评1"
    ),
    "Table 9·18·34·26·16·16·17·91·26·14",
    (
        "  head 序 | 编\u3000号 | 姓\u3000名 | 住\u3000址 | 上\u3000次 | 本\u3000次 | 变"
        "\u3000动 | 主要决定 | 责任人 | 时\u3000限"
    ),
    (
        "  row 1 | GA0001 | 张\u3000龑 | 幸福村3组 | ▲4级 | ▲3级 | 降1级 | 两周内由监护人陪同"
        "到县三院评估长效针剂；期间每周联合随访一次；补签监护协议。 | 闻人㛃、石䶮 | 12-09"
    ),
    (
        "  row 2 | GA0002 | 厉树北 | 幸福村3组 | ▲3级 | ▲4级 | 升1级 | 两周内由监护人陪同到县"
        "三院评估长效针剂；期间每周联合随访一次；补签监护协议。 | 缪清嘉、石䶮 | 12-09"
    ),
    (
        "  row 3 | GA0003 | 买买提·艾山江 | 幸福村3组 | 2级 | 2级 | 不变 | 维持；本月内完成肝"
        "功能、心电图复查。 | 龚砚秋 | 12-09"
    ),
    "Ending 以下空白",
    (
        "Strip 本页签字\u3000本人参加了以上各案的集体评估，对本页所列等级和决定已阅。有不同意"
        "见的，在签名旁写“异”，并填《集体评估签字表》第六项。"
    ),
    "Table 18·26.5·18·26.5·18·26.5·18·26.5·18·26.5·18·26.5",
    (
        "  row 组长 / 龚砚秋 | #member:1 | 精防 / 阿依努尔·买买提 | #member:2 | 精神科 / 石"
        "\u3000䶮 | #member:3 | 补签、代签注明："
    ),
]
BLANK = [
    (
        "Title 社会危险性集体评估汇总签字表 · ＿年＿月＿日\u3000＿\u3000\u3000本次评估＿例："
        "升级＿\u3000降级＿\u3000不变＿\u3000新评＿"
    ),
    "Table 9·18·34·26·16·16·17·91·26·14",
    (
        "  head 序 | 编\u3000号 | 姓\u3000名 | 住\u3000址 | 上\u3000次 | 本\u3000次 | 变"
        "\u3000动 | 主要决定 | 责任人 | 时\u3000限"
    ),
    "  row  |  |  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  |  |  | ",
    "Ending 以下空白",
    (
        "Strip 本页签字\u3000本人参加了以上各案的集体评估，对本页所列等级和决定已阅。有不同意"
        "见的，在签名旁写“异”，并填《集体评估签字表》第六项。"
    ),
    "Table 18·26.5·18·26.5·18·26.5·18·26.5·18·26.5·18·26.5",
    "  row  |  |  |  |  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  |  |  |  |  | ",
]


def cases(answers):
    blocks = lay_out(SUMMARY, answers).blocks
    return next(block for block in blocks if isinstance(block, Table))


def printed(answers):
    return write_pdf(lay_out(SUMMARY, answers), STAMP)


def test_a_sheet_says_this():
    assert outline(lay_out(SUMMARY, summary(3, 3))) == NORMAL


def test_a_blank_sheet_leaves_room_for_all_of_it():
    assert outline(lay_out(SUMMARY, blank())) == BLANK


def test_the_sheet_asks_for_exactly_these_answers():
    assert {field.key for field in SUMMARY.fields()} == set(summary())


@pytest.mark.parametrize("answers", [summary(), blank(), full_summary()])
def test_every_table_is_as_wide_as_the_frame(answers):
    paper = lay_out(SUMMARY, answers)
    assert sum(cases(answers).widths) == 267
    assert sum(paper.strip.table.widths) == 267


@pytest.mark.parametrize(
    ("count", "density", "least"),
    [(9, Density.NORMAL, 12), (10, Density.FINE, 9), (12, Density.FINE, 9)],
)
def test_many_cases_stand_closer_together(count, density, least):
    table = cases(summary(count))
    assert table.density is density
    assert {row.least for group in table.groups for row in group.rows} == {least}


@pytest.mark.parametrize("count", [1, 9, 10, 12])
@pytest.mark.parametrize("people", [6, 11, 12])
def test_twelve_cases_fit_on_one_page(count, people):
    assert printed(summary(count, people)).pages == 1


def test_everybody_signs_every_page():
    pages = printed(bursting_summary())
    keys = {f"member:{n}" for n in range(1, 13)}
    assert pages.pages > 2
    for page in range(1, pages.pages + 1):
        assert {slot.key for slot in pages.slots if slot.page == page} == keys


def test_whoever_is_absent_keeps_a_place_that_says_so():
    rows = [line for line in outline(lay_out(SUMMARY, summary())) if "member:9" in line]
    assert "缺席（公务） #member:9" in rows[0]


def test_a_case_put_off_has_no_level_and_no_change():
    said = outline(lay_out(SUMMARY, thin_summary()))
    row = "  row 1 | — | 张\u3000龑 | — | — | — | — | 暂缓议：监护人未到会。 | 无 | —"
    assert row in said


def test_a_rise_and_a_first_rating_are_heavy():
    words = [group.rows[0].cells[6].lines[0][0] for group in cases(summary(4)).groups]
    assert [(w.text, w.face is Face.STRONG) for w in words] == [
        ("降1级", False),
        ("升1级", True),
        ("不变", False),
        ("新评", True),
    ]


def test_thirty_cases_and_rare_names_are_printed_whole():
    said = words_of(lay_out(SUMMARY, bursting_summary()))
    assert all(f"GA{n:04d}" in said for n in range(1, 31))
    assert "闻人𬭎" in said
    assert printed(bursting_summary()).missing == ()
