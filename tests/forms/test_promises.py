"""What a sheet about promises says."""

import pytest

from forms.blocks import Face, Table
from forms.layout import lay_out
from forms.promises import PROMISES
from tests.forms.outline import outline, words_of
from tests.forms.promises_samples import (
    blank_promises,
    bursting_promises,
    promises,
    thin_promises,
)

NORMAL = [
    "Title 上次说的话 · 云栖镇个案管理小组 · 2026年第11次例会\u30002026年11月25日（星期三）",
    "Heading 一、各单位落实情况",
    "Table 46·17·17·18·19·19·17·17",
    (
        "  head 单\u3000位 | 议\u3000定 | 已\u3000办 | 未落实 | 逾期未报 | 不再需要 | 未到期 | "
        "落实率"
    ),
    "  row 云栖镇民政办公室 | 2 | 1 | 1 | 0 | 0 | 0 | 50%",
    "  row 云栖镇派出所 | 2 | 0 | 0 | 1 | 0 | 1 | 0%",
    "  row 合计 | 4 | 1 | 1 | 1 | 0 | 1 | 33%",
    (
        "Text 落实率＝已办÷（已办＋未落实＋逾期未报）。不再需要的和未到期的不计算在内；“逾期未"
        "报”是过了时限、还没有人说明结果的。"
    ),
    "Heading 二、逐项明细",
    "Table 26·18·47·19·16·20·24",
    ("  head 单\u3000位 | 个\u3000案 | 事\u3000项 | 责任人 | 时\u3000限 | 结\u3000果 | 说\u3000明"),
    "  group 云栖镇民政办公室",
    "  row GA0101 | 办理药费补助 | 石\u3000䶮 | 11-20 | 未落实 | 材料缺户口簿",
    "  row GA0102 | 办理药费补助 | 石\u3000䶮 | 11-20 | 已办 | —",
    "  group 云栖镇派出所",
    "  row GA0101 | 办理药费补助 | 阿依努尔·买买提 | 11-20 | 逾期12天 | —",
    "  row GA0101 | 办理药费补助 | 石\u3000䶮 | 2027年 / 07-01 | 未到期 | —",
]
BLANK = [
    "Title 上次说的话 · ＿\u3000＿年＿月＿日",
    "Heading 一、各单位落实情况",
    "Table 46·17·17·18·19·19·17·17",
    (
        "  head 单\u3000位 | 议\u3000定 | 已\u3000办 | 未落实 | 逾期未报 | 不再需要 | 未到期 | "
        "落实率"
    ),
    "  row  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  | ",
    (
        "Text 落实率＝已办÷（已办＋未落实＋逾期未报）。不再需要的和未到期的不计算在内；“逾期未"
        "报”是过了时限、还没有人说明结果的。"
    ),
    "Heading 二、逐项明细",
    "Table 26·18·47·19·16·20·24",
    ("  head 单\u3000位 | 个\u3000案 | 事\u3000项 | 责任人 | 时\u3000限 | 结\u3000果 | 说\u3000明"),
    "  group ",
    "  row  |  |  |  |  | ",
    "  group ",
    "  row  |  |  |  |  | ",
    "  group ",
    "  row  |  |  |  |  | ",
    "  group ",
    "  row  |  |  |  |  | ",
    "  group ",
    "  row  |  |  |  |  | ",
    "  group ",
    "  row  |  |  |  |  | ",
    "  group ",
    "  row  |  |  |  |  | ",
    "  group ",
    "  row  |  |  |  |  | ",
    "  group ",
    "  row  |  |  |  |  | ",
    "  group ",
    "  row  |  |  |  |  | ",
    "  group ",
    "  row  |  |  |  |  | ",
    "  group ",
    "  row  |  |  |  |  | ",
]


def test_a_sheet_says_this():
    assert outline(lay_out(PROMISES, promises())) == NORMAL


def test_a_blank_sheet_leaves_room_for_all_of_it():
    assert outline(lay_out(PROMISES, blank_promises())) == BLANK


def tables(answers):
    return [block for block in lay_out(PROMISES, answers).blocks if isinstance(block, Table)]


@pytest.mark.parametrize(
    "answers", [promises(), thin_promises(), bursting_promises(), blank_promises()]
)
def test_every_table_is_as_wide_as_the_frame(answers):
    assert {round(sum(table.widths), 6) for table in tables(answers)} <= {PROMISES.page.frame}


@pytest.mark.parametrize("answers", [promises(), thin_promises(), bursting_promises()])
def test_every_field_is_answered_once_and_nothing_else(answers):
    keys = [field.key for field in PROMISES.fields()]
    assert sorted(keys) == sorted(answers.keys() - {"lists"})


def test_the_sum_stands_out():
    *units, together = tables(promises())[0].groups
    assert {run.face for cell in together.rows[0].cells for run in cell.lines[0]} == {Face.STRONG}
    assert {run.face for g in units for run in g.rows[0].cells[0].lines[0]} == {Face.VALUE}


def test_a_meeting_before_which_nobody_promised_anything_says_so():
    assert outline(lay_out(PROMISES, thin_promises())).count("Text 上次会议没有议定事项。") == 2


def test_a_rate_of_nothing_due_is_a_dash():
    row = tables(bursting_promises())[0].groups[0].rows[0]
    assert row.cells[-1].lines[0][0].text == "—"


def test_every_promise_stands_with_its_unit():
    table = tables(bursting_promises())[1]
    assert [len(group.rows) for group in table.groups] == [8] * 12
    assert words_of(lay_out(PROMISES, bursting_promises())).count("䶮𬭎") == 96
