"""What an urging says."""

import pytest

from forms.blocks import Table
from forms.layout import lay_out
from forms.urging import URGING
from tests.forms.outline import outline, words_of
from tests.forms.urging_samples import LISTS, bursting_urging, thin_urging, urging

NORMAL = [
    "Title 督办单 · 云栖镇个案管理小组 · 编号 T-0012\u3000签发日期 2026年11月26日（星期四）",
    "Table 22·63·22·63",
    "  row 督办事项 | 办理欧阳**的药费补助",
    "  row 责\u2002任\u2002人 | 阿依努尔·买买提 | 责任单位 | 云栖镇民政办公室",
    "  row 协\u3000\u3000同 | 梧桐村村委会 | 涉及患者 | GA0102\u3000欧阳**",
    "  row 议\u3000\u3000定 | 2026年第9次例会第2案 | 议定日期 | 2026年9月23日（星期三）",
    "  row 完成时限 | 2026年10月14日（星期三） | 已\u2002逾\u2002期 | 43天",
    "Heading 一、历次核对和督办",
    "Table 27·47·24·72",
    "  head 日\u3000期 | 核对或督办 | 结\u3000果 | 说\u3000明",
    "  row 2026-10-28 | 2026年第10次例会核对 | 未落实 | 材料缺户口簿",
    "  row 2026-11-02 | 督办 | — | —",
    "Heading 二、督办要求",
    "Table 22·148",
    (
        "  row 要\u3000\u3000求 | 请于2026年12月3日（星期四）前办结，并将办理情况填入下栏交回穆"
        "青禾（云栖镇卫生院公卫科，13900000617）；仍不能办结的，写明原因和新的完成时限。"
    ),
    "Heading 三、办理情况",
    "Table 22·148",
    ("  row 办理结果 | ☐已办\u2002☐部分办理\u2002☐未办：情况变化，不再需要\u2002☐未办：其他原因"),
    "  row 新的时限 | ＿年＿月＿日",
    "Table 170",
    "  row ",
    "Heading 四、签字",
    "Text 签发人核准后送责任人；责任人填好办理情况后签字交回，由核对人核对。",
    (
        "SignatureGrid issuer:1 · 签发人 · 龚砚秋 / implementer:6 · 责任人 · 阿依努尔·买买提 / "
        "checker:2 · 核对人 · 石䶮"
    ),
    "Ending 以下空白",
]
BLANK = [
    "Title 督办单 · 编号 ＿\u3000签发日期 ＿年＿月＿日",
    "Table 22·63·22·63",
    "  row 督办事项 | ",
    "  row 责\u2002任\u2002人 |  | 责任单位 | ",
    "  row 协\u3000\u3000同 |  | 涉及患者 | ",
    "  row 议\u3000\u3000定 |  | 议定日期 | ",
    "  row 完成时限 |  | 已\u2002逾\u2002期 | ＿天",
    "Heading 一、历次核对和督办",
    "Table 27·47·24·72",
    "  head 日\u3000期 | 核对或督办 | 结\u3000果 | 说\u3000明",
    "  row  |  |  | ",
    "  row  |  |  | ",
    "  row  |  |  | ",
    "Heading 二、督办要求",
    "Table 22·148",
    (
        "  row 要\u3000\u3000求 | 请于＿年＿月＿日前办结，并将办理情况填入下栏交回＿；仍不能办"
        "结的，写明原因和新的完成时限。"
    ),
    "Heading 三、办理情况",
    "Table 22·148",
    ("  row 办理结果 | ☐已办\u2002☐部分办理\u2002☐未办：情况变化，不再需要\u2002☐未办：其他原因"),
    "  row 新的时限 | ",
    "Table 170",
    "  row ",
    "Heading 四、签字",
    "Text 签发人核准后送责任人；责任人填好办理情况后签字交回，由核对人核对。",
    "SignatureGrid 签发人 / 责任人 / 核对人",
    "Ending 以下空白",
]


def test_a_sheet_says_this():
    assert outline(lay_out(URGING, urging())) == NORMAL


def test_a_blank_sheet_leaves_room_for_all_of_it():
    assert outline(lay_out(URGING, {"lists": LISTS})) == BLANK


def tables(answers):
    return [block for block in lay_out(URGING, answers).blocks if isinstance(block, Table)]


@pytest.mark.parametrize("answers", [urging(), thin_urging(), bursting_urging(), {"lists": LISTS}])
def test_every_table_is_as_wide_as_the_frame(answers):
    assert {sum(table.widths) for table in tables(answers)} <= {URGING.page.frame}


@pytest.mark.parametrize("answers", [urging(), thin_urging(), bursting_urging()])
def test_every_field_is_answered_once_and_nothing_else(answers):
    keys = [field.key for field in URGING.fields()]
    assert sorted(keys) == sorted(answers.keys() - {"lists"})


def test_what_is_not_known_leaves_room_for_a_pen():
    said = "\n".join(outline(lay_out(URGING, thin_urging())))
    assert "已\u2002逾\u2002期 | ＿天" in said
    assert "请于＿年＿月＿日前办结" in said
    assert "没有核对和督办的记录。" in said


def test_what_comes_back_is_left_white():
    reply = tables(urging())[-1].groups[0].rows[0]
    assert reply.cells[0].lines in (((),), ())
    assert reply.cells[0].ruled
    assert reply.least >= 32


def test_a_long_history_is_told_in_full():
    words = words_of(lay_out(URGING, bursting_urging()))
    assert words.count("未落实") == 30
    assert words.count("户主𬭎") == 240
