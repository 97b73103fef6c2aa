"""What a written opinion asks."""

import pytest

from forms.blocks import SignatureGrid, Table
from forms.layout import lay_out
from forms.written_opinion import WRITTEN_OPINION
from tests.forms.outline import outline, words_of
from tests.forms.written_opinion_samples import (
    blank_written_opinion,
    bursting_written_opinion,
    thin_written_opinion,
    written_opinion,
)

NORMAL = [
    "Title 书面意见征询单 · 云栖镇个案管理小组 · 2026年第11次例会",
    "Table 22·63·22·63",
    "  row 征询对象 | 闻人㛃 | 单位职务 | 云栖县精神病院\u3000副主任医师",
    (
        "  row 会议时间 | 2026年11月25日（星期三）14:30 | 交\u3000\u3000回 | 会前交石䶮（云栖镇"
        "卫生院公卫科，13900000617）"
    ),
    (
        "Text 您不能到会，请对下列个案逐一填写本人意见；没有意见的写“无”，不了解的写“不了解”。"
        "意见在会上宣读并记入会议记录，本件与会议记录一并归档。"
    ),
    "Heading 一、逐案意见",
    "Table 22·94·22·32",
    (
        "  row 个\u3000\u3000案 | 1. GA0001\u3000厉树北\u3000梧桐村3组\u3000精神分裂症\u3000高"
        "风险 | 上次等级 | ▲3级\u200210-28"
    ),
    (
        "  row 征询事项 | 上会原因：危险性评估3级；有1项逾期任务。请说明：维持还是调整等级，对"
        "干预计划有何意见。"
    ),
    "  row 建议等级 | ☐0级\u2002☐1级\u2002☐2级\u2002☐3级\u2002☐4级\u2002☐5级",
    "  row 意\u3000\u3000见 | ",
    "Table 22·94·22·32",
    "  row 个\u3000\u3000案 | 2. 拟入组\u3000芮\u3000𠅤\u3000柳溪村2组 | 上次等级 | —",
    "  row 征询事项 | 上会原因：—。请说明：是否同意入组，建议何种等级。",
    "  row 建议等级 | ☐0级\u2002☐1级\u2002☐2级\u2002☐3级\u2002☐4级\u2002☐5级",
    "  row 意\u3000\u3000见 | ",
    "Heading 二、其他意见",
    "Table 170",
    "  row ",
    "Heading 三、签字",
    "Text 以上是本人的意见，由本人填写。不得代签。",
    "SignatureGrid absentee:3 · 精神科医师 · 闻人㛃",
    "Ending 以下空白",
]
BLANK = [
    "Title 书面意见征询单",
    "Table 22·63·22·63",
    "  row 征询对象 |  | 单位职务 | ",
    "  row 会议时间 | ＿年＿月＿日＿时＿分 | 交\u3000\u3000回 | 会前交＿",
    (
        "Text 您不能到会，请对下列个案逐一填写本人意见；没有意见的写“无”，不了解的写“不了解”。"
        "意见在会上宣读并记入会议记录，本件与会议记录一并归档。"
    ),
    "Heading 一、逐案意见",
    "Table 22·94·22·32",
    "  row 个\u3000\u3000案 | ＿. ＿\u3000＿\u3000＿ | 上次等级 | ",
    "  row 征询事项 | 上会原因：＿。请说明：＿。",
    "  row 建议等级 | ☐0级\u2002☐1级\u2002☐2级\u2002☐3级\u2002☐4级\u2002☐5级",
    "  row 意\u3000\u3000见 | ",
    "Table 22·94·22·32",
    "  row 个\u3000\u3000案 | ＿. ＿\u3000＿\u3000＿ | 上次等级 | ",
    "  row 征询事项 | 上会原因：＿。请说明：＿。",
    "  row 建议等级 | ☐0级\u2002☐1级\u2002☐2级\u2002☐3级\u2002☐4级\u2002☐5级",
    "  row 意\u3000\u3000见 | ",
    "Table 22·94·22·32",
    "  row 个\u3000\u3000案 | ＿. ＿\u3000＿\u3000＿ | 上次等级 | ",
    "  row 征询事项 | 上会原因：＿。请说明：＿。",
    "  row 建议等级 | ☐0级\u2002☐1级\u2002☐2级\u2002☐3级\u2002☐4级\u2002☐5级",
    "  row 意\u3000\u3000见 | ",
    "Table 22·94·22·32",
    "  row 个\u3000\u3000案 | ＿. ＿\u3000＿\u3000＿ | 上次等级 | ",
    "  row 征询事项 | 上会原因：＿。请说明：＿。",
    "  row 建议等级 | ☐0级\u2002☐1级\u2002☐2级\u2002☐3级\u2002☐4级\u2002☐5级",
    "  row 意\u3000\u3000见 | ",
    "Heading 二、其他意见",
    "Table 170",
    "  row ",
    "Heading 三、签字",
    "Text 以上是本人的意见，由本人填写。不得代签。",
    "SignatureGrid 征询对象",
    "Ending 以下空白",
]


def test_a_sheet_says_this():
    assert outline(lay_out(WRITTEN_OPINION, written_opinion())) == NORMAL


def test_a_blank_sheet_leaves_room_for_all_of_it():
    assert outline(lay_out(WRITTEN_OPINION, blank_written_opinion())) == BLANK


def tables(answers):
    return [block for block in lay_out(WRITTEN_OPINION, answers).blocks if isinstance(block, Table)]


@pytest.mark.parametrize(
    "answers",
    [
        written_opinion(),
        thin_written_opinion(),
        bursting_written_opinion(),
        blank_written_opinion(),
    ],
)
def test_every_table_is_as_wide_as_the_frame(answers):
    assert {round(sum(table.widths), 6) for table in tables(answers)} <= {
        WRITTEN_OPINION.page.frame
    }


@pytest.mark.parametrize(
    "answers", [written_opinion(), thin_written_opinion(), bursting_written_opinion()]
)
def test_every_field_is_answered_once_and_nothing_else(answers):
    keys = [field.key for field in WRITTEN_OPINION.fields()]
    assert sorted(keys) == sorted(answers.keys() - {"lists"})


def test_each_case_is_a_table_that_stays_together_with_lines_to_write_on():
    cases = tables(written_opinion())[1:-1]
    assert len(cases) == 2
    assert all(table.whole for table in cases)
    assert all(table.groups[-1].rows[0].cells[1].ruled for table in cases)
    assert all(table.groups[-1].rows[0].least >= 18 for table in cases)


def test_nothing_is_ticked_beforehand():
    assert "☑" not in "\n".join(outline(lay_out(WRITTEN_OPINION, written_opinion())))


def test_only_the_one_who_is_asked_signs():
    blocks = lay_out(WRITTEN_OPINION, written_opinion()).blocks
    grid = next(block for block in blocks if isinstance(block, SignatureGrid))
    assert [(one.key, one.role, one.name) for one in grid.signers] == [
        ("absentee:3", "精神科医师", "闻人㛃")
    ]


def test_an_agenda_without_cases_says_so():
    assert "Text 无。" in outline(lay_out(WRITTEN_OPINION, thin_written_opinion()))


def test_thirty_cases_are_all_asked_about():
    words = words_of(lay_out(WRITTEN_OPINION, bursting_written_opinion()))
    assert words.count("建议等级") == 30
    assert words.count("阿依努尔·买买提") == 32
