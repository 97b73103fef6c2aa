"""What an agenda says."""

import pytest

from forms.agenda import AGENDA
from forms.blocks import Role, Table
from forms.layout import lay_out
from tests.forms.agenda_samples import (
    a_heading,
    a_promise,
    a_topic,
    agenda,
    blank_agenda,
    bursting_agenda,
    earlier,
    thin_agenda,
)
from tests.forms.outline import outline, words_of

NORMAL = [
    (
        "Title 会议通知与议程 · 云栖镇个案管理小组 · 2026年11月25日（星期三）14:30\u3000镇政府"
        "三楼会议室\u3000主持：龚砚秋\u3000记录：石\u3000䶮"
    ),
    (
        "Text 2026年第11次例会定于2026年11月25日（星期三）14:30在镇政府三楼会议室召开，应到6人"
        "，请准时到会。参会人员：龚砚秋、阿依努尔·买买提、石䶮、闻人㛃、缪清嘉、冉𬭎"
    ),
    (
        "Text 请带：本人承办事项的办理情况和凭证，本部门掌握的个案近况。不能到会的，请会前告知"
        "石䶮（云栖镇卫生院公卫科，13900000617），填好《书面意见征询单》交回。"
    ),
    "Text 本件含个人信息：不拍照、不转发、不带出会场，会后按份收回。",
    "Heading 上次说的话 · 共6项：已办2\u3000未落实1\u3000逾期未报1\u3000不再需要1\u3000未到期1",
    "Table 20·18·55·17·14·46",
    "  head 落实情况 | 个\u3000案 | 上次定的事 | 责任人 | 时\u3000限 | 本次核对",
    "  group 未落实",
    (
        "  row GA0101 | 办理药费补助（材料缺户口簿） | 石\u3000䶮 | 11-20 | ☐已办\u2002☐再定"
        "\u2002☐不需要"
    ),
    "  group 逾期未报",
    "  row GA0101 | 办理药费补助 | 阿依努尔·买买提 | 11-13 | ☐已办\u2002☐再定\u2002☐不需要",
    "  group 不再需要",
    "  row GA0101 | 联系床位（已自愿门诊调药） | 石\u3000䶮 | 11-20 | 情况变化",
    "  group 未到期",
    "  row GA0101 | 办理药费补助 | 石\u3000䶮 | 12-05 | 办理中",
    "  group 已办",
    "  row GA0101 | 办理药费补助 | 石\u3000䶮 | 11-20 | 11-22",
    "  row GA0102 | 办理药费补助 | 石\u3000䶮 | 11-20 | 11-14",
    "Heading 本次议题 · 按先后讨论；“上会原因”由系统按规则列出；“用时”由主持人填写",
    "Table 7·17.5·31·13.5·18.5·55·15.5·12",
    "  head 序 | 编\u3000号 | 姓\u3000名 | 等级 | 分\u3000类 | 上会原因 | 汇\u3000报 | 用时",
    "  row 一 | 通报上次议定事项落实情况 | ",
    "  row 二 | 重点讨论（2例） | ",
    (
        "  row 1 | GA0001 | 厉树北 | ▲3级 | 不稳定 | 危险性等级由2级变为3级；有1项逾期任务 | 龚"
        "砚秋 | "
    ),
    "  row 2 | — | 芮\u3000𠅤 | — | 未评 | 符合病情不稳定标准，建议入组 | — | ",
    "  row 三 | 逐例过（1例） | ",
    "  row 3 | GA0003 | 阿依努尔·买买提 | 1级 | 稳定 | — | 龚砚秋 | ",
    "  row 四 | 其他事项\u3000冬季取暖安全；监护补贴第四季度认定 | ",
    "  row 五 | 宣读记录，当场更正；签字；确认下次会议\u3000（2026年12月23日 14:30） | ",
]
BLANK = [
    "Title 会议通知与议程 · ＿年＿月＿日＿时＿分\u3000＿\u3000主持：＿\u3000记录：＿",
    "Text ＿定于＿年＿月＿日＿时＿分在＿召开，应到＿人，请准时到会。",
    (
        "Text 请带：本人承办事项的办理情况和凭证，本部门掌握的个案近况。不能到会的，请会前告知"
        "＿，填好《书面意见征询单》交回。"
    ),
    "Text 本件含个人信息：不拍照、不转发、不带出会场，会后按份收回。",
    "Heading 上次说的话",
    "Table 20·18·55·17·14·46",
    "  head 落实情况 | 个\u3000案 | 上次定的事 | 责任人 | 时\u3000限 | 本次核对",
    "  group 未落实",
    "  row  |  |  |  | ☐已办\u2002☐再定\u2002☐不需要",
    "  row  |  |  |  | ☐已办\u2002☐再定\u2002☐不需要",
    "  group 逾期未报",
    "  row  |  |  |  | ☐已办\u2002☐再定\u2002☐不需要",
    "  row  |  |  |  | ☐已办\u2002☐再定\u2002☐不需要",
    "  group 不再需要",
    "  row  |  |  |  | ☐已办\u2002☐再定\u2002☐不需要",
    "  row  |  |  |  | ☐已办\u2002☐再定\u2002☐不需要",
    "  group 未到期",
    "  row  |  |  |  | ☐已办\u2002☐再定\u2002☐不需要",
    "  row  |  |  |  | ☐已办\u2002☐再定\u2002☐不需要",
    "  group 已办",
    "  row  |  |  |  | ☐已办\u2002☐再定\u2002☐不需要",
    "  row  |  |  |  | ☐已办\u2002☐再定\u2002☐不需要",
    "Heading 本次议题 · 按先后讨论；“上会原因”由系统按规则列出；“用时”由主持人填写",
    "Table 7·17.5·31·13.5·18.5·55·15.5·12",
    "  head 序 | 编\u3000号 | 姓\u3000名 | 等级 | 分\u3000类 | 上会原因 | 汇\u3000报 | 用时",
    "  row  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  | ",
]


def test_a_sheet_says_this():
    assert outline(lay_out(AGENDA, agenda())) == NORMAL


def test_a_blank_sheet_leaves_room_for_all_of_it():
    assert outline(lay_out(AGENDA, blank_agenda())) == BLANK


def tables(answers):
    return [block for block in lay_out(AGENDA, answers).blocks if isinstance(block, Table)]


@pytest.mark.parametrize("answers", [agenda(), thin_agenda(), bursting_agenda(), blank_agenda()])
def test_every_table_is_as_wide_as_the_frame(answers):
    assert {round(sum(table.widths), 6) for table in tables(answers)} <= {AGENDA.page.frame}


@pytest.mark.parametrize("answers", [agenda(), thin_agenda(), bursting_agenda()])
def test_every_field_is_answered_once_and_nothing_else(answers):
    keys = [field.key for field in AGENDA.fields()]
    assert sorted(keys) == sorted(answers.keys() - {"lists"})


def test_what_nobody_has_answered_for_is_ticked_and_the_rest_is_told():
    rows = [
        a_promise("未落实"),
        a_promise("逾期未报"),
        a_promise("不再需要", "情况变化"),
        a_promise("未到期", "办理中"),
        a_promise("已办", "11-22"),
    ]
    said = outline(lay_out(AGENDA, agenda(earlier=earlier(rows), topics=[])))
    checks = [line.rpartition(" | ")[2] for line in said if line.startswith("  row ")]
    boxes = "☐已办\u2002☐再定\u2002☐不需要"
    assert checks == [boxes, boxes, "情况变化", "办理中", "11-22"]


def test_a_heading_stands_between_its_number_and_its_minutes():
    topics = [a_heading("一", "其他事项", "冬季取暖安全"), a_topic(1)]
    heading, topic = (group.rows[0] for group in tables(agenda(topics=topics))[-1].groups)
    assert [cell.span for cell in heading.cells] == [1, 6, 1]
    assert [cell.span for cell in topic.cells] == [1] * 8


def test_numbers_of_two_digits_are_set_small_in_their_narrow_column():
    first = tables(bursting_agenda())[-1].groups[-1].rows[0].cells[0]
    assert first.role is Role.NOTE


def test_an_agenda_without_anything_says_so():
    said = outline(lay_out(AGENDA, thin_agenda()))
    assert "Text 没有需要核对的议定事项。" in said
    assert "Text 还没有列入议题。" in said
    assert not any("参会人员" in line for line in said)


def test_thirty_cases_and_sixty_promises_are_all_there():
    words = words_of(lay_out(AGENDA, bursting_agenda()))
    assert words.count("11-22") == 40
    assert all(f"GA{number:04d}" in words for number in range(1, 31))
    assert "共60项：已办40未落实20" in words
