"""What a sign-in sheet says."""

import pytest

from forms.blocks import Emphasis, Table
from forms.layout import lay_out
from forms.signin import SIGNIN
from tests.forms.outline import outline, words_of
from tests.forms.signin_samples import (
    blank_signin,
    bursting_signin,
    signin,
    thin_signin,
)

NORMAL = [
    "Title 会议签到表 · 云栖镇个案管理小组 · 2026年第11次例会",
    "Table 22·92·20·36",
    "  row 时\u3000\u3000间 | 2026年11月25日（星期三）14:30 | 主\u2002持\u2002人 | 龚砚秋",
    "  row 地\u3000\u3000点 | 镇政府三楼会议室 | 记\u2002录\u2002人 | 石\u3000䶮",
    "  row 应到实到 | 应到11人\u2002实到＿人\u2002列席＿人\u2002缺席＿人 | 会议类型 | 例会",
    (
        "Emphasis 会上听到、看到的患者和家庭信息，只用于本小组的管理和救治工作；不拍照、不转发"
        "、不带走材料，会后按页收回。签到即表示知悉并遵守。 · 保密要求"
    ),
    "Table 9·35·24·33·28·41",
    "  head 序 | 姓\u3000名 | 角\u3000色 | 单\u3000位 | 职\u3000务 | 签\u3000名",
    "  row 1 | 龚砚秋 | 民警 | 云栖镇派出所 | 副主任医师 | #attendee:1",
    "  row 2 | 阿依努尔·买买提 | 民警 | 云栖镇派出所 | 副主任医师 | #attendee:2",
    "  row 3 | 石\u3000䶮 | 村（社区）干部 | 云栖镇派出所 | 副主任医师 | #attendee:3",
    "  row 4 | 闻人㛃 | 民警 | 云栖镇派出所 | — | #attendee:4",
    "  row 5 | 缪清嘉 | 民警 | 云栖镇派出所 | 副主任医师 | #attendee:5",
    "  row 6 | 冉\u3000𬭎 | 村（社区）干部 | 云栖镇派出所 | 副主任医师 | #attendee:6",
    "  row 7 | 戚望舒 | 民警 | 云栖镇派出所 | 副主任医师 | #attendee:7",
    "  row 8 | 芮\u3000𠅤 | 民警 | 云栖镇派出所 | — | #attendee:8",
    "  row 9 | 桑榆晚 | 村（社区）干部 | 云栖镇派出所 | 副主任医师 | #attendee:9",
    "  row 10 | 厉北辰 | 民警 | 云栖镇派出所 | 副主任医师 | #attendee:10",
    "  row 11 | 闾丘映雪 | 民警 | 云栖镇派出所 | 副主任医师 | #attendee:11",
    "  row  |  | （列席） |  |  | ",
    "Heading 缺席登记 · （原因：1公务\u20022出差\u20023病假\u20024未通知到\u20025其他）",
    "Table 36·14·62·58",
    "  head 缺席人 | 原\u3000因 | 书面意见或委托 | 说\u3000明",
    "  row  |  | ☐书面意见已交\u2002☐委托＿到会 | ",
    "  row  |  | ☐书面意见已交\u2002☐委托＿到会 | ",
]
BLANK = [
    "Title 会议签到表",
    "Table 22·92·20·36",
    "  row 时\u3000\u3000间 | ＿年＿月＿日＿时＿分 | 主\u2002持\u2002人 | ",
    "  row 地\u3000\u3000点 |  | 记\u2002录\u2002人 | ",
    "  row 应到实到 | 应到＿人\u2002实到＿人\u2002列席＿人\u2002缺席＿人 | 会议类型 | ",
    (
        "Emphasis 会上听到、看到的患者和家庭信息，只用于本小组的管理和救治工作；不拍照、不转发"
        "、不带走材料，会后按页收回。签到即表示知悉并遵守。 · 保密要求"
    ),
    "Table 9·35·24·33·28·41",
    "  head 序 | 姓\u3000名 | 角\u3000色 | 单\u3000位 | 职\u3000务 | 签\u3000名",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "Heading 缺席登记 · （原因：1公务\u20022出差\u20023病假\u20024未通知到\u20025其他）",
    "Table 36·14·62·58",
    "  head 缺席人 | 原\u3000因 | 书面意见或委托 | 说\u3000明",
    "  row  |  | ☐书面意见已交\u2002☐委托＿到会 | ",
    "  row  |  | ☐书面意见已交\u2002☐委托＿到会 | ",
]


def test_a_sheet_says_this():
    assert outline(lay_out(SIGNIN, signin())) == NORMAL


def test_a_blank_sheet_leaves_room_for_all_of_it():
    assert outline(lay_out(SIGNIN, blank_signin())) == BLANK


def tables(answers):
    return [block for block in lay_out(SIGNIN, answers).blocks if isinstance(block, Table)]


@pytest.mark.parametrize("answers", [signin(), thin_signin(), bursting_signin(), blank_signin()])
def test_every_table_is_as_wide_as_the_frame(answers):
    assert {round(sum(table.widths), 6) for table in tables(answers)} <= {SIGNIN.page.frame}


@pytest.mark.parametrize("answers", [signin(), thin_signin(), bursting_signin()])
def test_every_field_is_answered_once_and_nothing_else(answers):
    keys = [field.key for field in SIGNIN.fields()]
    assert sorted(keys) == sorted(answers.keys() - {"lists"})


def test_everybody_has_a_place_for_ink_and_there_is_one_more():
    rows = [group.rows[0] for group in tables(signin(3))[1].groups]
    slots = [row.cells[-1].slot for row in rows]
    assert slots == ["attendee:1", "attendee:2", "attendee:3", ""]
    assert all(row.least >= 12 for row in rows)


def test_confidentiality_is_asked_for_before_anybody_signs():
    blocks = lay_out(SIGNIN, signin()).blocks
    box = next(n for n, block in enumerate(blocks) if isinstance(block, Emphasis))
    assert blocks[box].title == "保密要求"
    assert isinstance(blocks[box + 1], Table)


def test_who_came_and_who_did_not_is_left_to_the_pen():
    said = outline(lay_out(SIGNIN, signin()))
    assert any("实到＿人\u2002列席＿人\u2002缺席＿人" in line for line in said)
    assert said[-2:] == ["  row  |  | ☐书面意见已交\u2002☐委托＿到会 | "] * 2


def test_a_meeting_of_which_little_is_known_has_blanks():
    words = "\n".join(outline(lay_out(SIGNIN, thin_signin())))
    assert "2026年11月25日（星期三）＿时＿分" in words


def test_thirty_people_are_all_there():
    words = words_of(lay_out(SIGNIN, bursting_signin()))
    assert words.count("阿依努尔·买买提") == 3
    assert all(f"#attendee:{number}" in words for number in range(1, 31))
