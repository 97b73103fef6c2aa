"""What a task slip says."""

import pytest

from forms.blocks import Face, Table
from forms.layout import lay_out
from forms.task_slip import TASK_SLIP
from tests.forms.outline import outline, words_of
from tests.forms.task_slip_samples import LISTS, bursting_task_slip, task_slip, thin_task_slip

NORMAL = [
    "Title 任务通知单 · 编号 T-0012\u30002026年第11次例会第1案",
    "Table 22·63·22·63",
    (
        "  row 任\u3000\u3000务 | 陪同欧阳**到县第三人民医院精神科门诊，评估长效针剂；门诊前查"
        "肝功能、心电图。"
    ),
    "  row 责\u2002任\u2002人 | 龚\u3000䶮 | 协\u3000\u3000同 | 监护人、皮桂香",
    "  row 完成时限 | 2026年12月2日（星期三）前 | 涉及患者 | GA0102\u3000欧阳**",
    "Table 22·63·22·63",
    ("  row 办理结果 | ☐已办\u2002☐部分办理\u2002☐未办：情况变化，不再需要\u2002☐未办：其他原因"),
    "  row 办理情况 | ",
    "  row 所附证据 | ☐照片＿张\u2002☐记录＿页\u2002☐回执、单据＿份\u2002☐无",
    "  row 办理人签名 | 月\u3000日 #implementer:4 | 核对人签名 | 月\u3000日 #checker:2",
    (
        "Text 请在时限前填好交回穆青禾（云栖镇卫生院公卫科，13900000617）。办不到的也请写明原因"
        "交回。"
    ),
]
BLANK = [
    "Title 任务通知单 · 编号 ＿\u3000＿",
    "Table 22·63·22·63",
    "  row 任\u3000\u3000务 | ",
    "  row 责\u2002任\u2002人 |  | 协\u3000\u3000同 | ",
    "  row 完成时限 | ＿年＿月＿日前 | 涉及患者 | ",
    "Table 22·63·22·63",
    ("  row 办理结果 | ☐已办\u2002☐部分办理\u2002☐未办：情况变化，不再需要\u2002☐未办：其他原因"),
    "  row 办理情况 | ",
    "  row 所附证据 | ☐照片＿张\u2002☐记录＿页\u2002☐回执、单据＿份\u2002☐无",
    "  row 办理人签名 | 月\u3000日 | 核对人签名 | 月\u3000日",
    "Text 请在时限前填好交回＿。办不到的也请写明原因交回。",
]


def test_a_sheet_says_this():
    assert outline(lay_out(TASK_SLIP, task_slip())) == NORMAL


def test_a_blank_sheet_leaves_room_for_all_of_it():
    assert outline(lay_out(TASK_SLIP, {"lists": LISTS})) == BLANK


def tables(answers):
    return [block for block in lay_out(TASK_SLIP, answers).blocks if isinstance(block, Table)]


@pytest.mark.parametrize(
    "answers", [task_slip(), thin_task_slip(), bursting_task_slip(), {"lists": LISTS}]
)
def test_every_table_is_as_wide_as_the_frame(answers):
    assert {sum(table.widths) for table in tables(answers)} <= {TASK_SLIP.page.frame}


@pytest.mark.parametrize("answers", [task_slip(), thin_task_slip(), bursting_task_slip()])
def test_every_field_is_answered_once_and_nothing_else(answers):
    keys = [field.key for field in TASK_SLIP.fields()]
    assert sorted(keys) == sorted(answers.keys() - {"lists"})


def test_what_is_not_known_yet_leaves_room_for_a_pen():
    said = outline(lay_out(TASK_SLIP, thin_task_slip()))
    assert "  row 完成时限 | ＿年＿月＿日前 | 涉及患者 | —" in said


def test_the_task_and_the_deadline_stand_out():
    rows = [group.rows[0] for group in tables(task_slip())[0].groups]
    heavy = [rows[0].cells[1], rows[2].cells[1]]
    assert {run.face for cell in heavy for line in cell.lines for run in line} == {Face.STRONG}


def test_two_slips_fit_on_a_sheet():
    assert TASK_SLIP.page.half
    heights = [g.rows[0].least for table in tables(task_slip()) for g in table.groups]
    assert sum(heights) <= TASK_SLIP.page.bottom - TASK_SLIP.page.top


def test_a_very_long_task_is_said_in_full():
    words = words_of(lay_out(TASK_SLIP, bursting_task_slip()))
    assert words.count("请会同村委") == 12
    assert "阿依努尔·买买提" in words


def test_a_box_ticked_on_a_returned_slip_is_shown():
    said = outline(lay_out(TASK_SLIP, task_slip(result="partly", evidence=["photos", "none"])))
    assert any("☐已办\u2002☑部分办理" in line for line in said)
    assert any("☑照片＿张" in line and "☑无" in line for line in said)
