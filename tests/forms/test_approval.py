"""What the sheet for entering and leaving case management says."""

import pytest

from forms.approval import APPROVAL
from forms.blocks import Table
from forms.layout import lay_out
from forms.writers.pdf import write_pdf
from tests.forms.approval_samples import (
    CRITERIA,
    an_exit,
    approval,
    blank_approval,
    bursting_approval,
    thin_approval,
)
from tests.forms.outline import outline, words_of
from tests.forms.samples import STAMP

NORMAL = [
    (
        "Title 个案管理入组／出组审批表 · 严重精神障碍患者 · 申请事项 ☑入组\u2002☐出组\u3000"
        "审批日期 2026年11月25日（星期三）"
    ),
    "Table 22·37·19·32·22·38",
    "  row 姓\u3000\u3000名 | 厉树北 | 性别年龄 | 男\u300046岁 | 个案编号 | GA0123",
    (
        "  row 身份证号 | 990***********2317 | 诊\u3000\u3000断 | 精神分裂症 | 确诊医院 | 县"
        "第三人民医院"
    ),
    "  row 住\u3000\u3000址 | 幸福镇幸福村3组12号 | 个案类型 | 高风险（第1次入组）",
    "Heading 一、标准逐条核对 · （不清楚的勾“未知”；依据写明来源）",
    "Table 16·48·34·48·24",
    "  head 类\u3000型 | 标\u3000准 | 是否符合 | 依据和来源 | 依据日期",
    "  group 高风险",
    (
        "  row 危险性评估1—2级 | ☑是\u2002☐否\u2002☐未知 | 11月3日家访评为2级（随访记录） | 2"
        "026-11-10"
    ),
    (
        "  row 未服药或服药不规律，除外遵医嘱不需服药 | ☑是\u2002☐否\u2002☐未知 | 自行停药两"
        "周（面访监护人） | 2026-11-10"
    ),
    "  row 弱监护或零监护 | ☐是\u2002☑否\u2002☐未知 | 与父母同住（村干部） | 2026-11-10",
    "  row 重大或持续性应激性生活事件，或目前有物质滥用 | ☐是\u2002☐否\u2002☑未知 | — | —",
    "  row 公安列管重点，或既往有严重伤害行为、自杀行为 | ☐是\u2002☐否\u2002☑未知 | — | —",
    "  row 频繁出入院 | ☐是\u2002☐否\u2002☑未知 | — | —",
    "  group 病情不稳定",
    "  row 危险性评估3—5级 | ☐是\u2002☐否\u2002☑未知 | — | —",
    "  row 精神病症状明显 | ☐是\u2002☐否\u2002☑未知 | — | —",
    "  row 自知力缺乏 | ☐是\u2002☐否\u2002☑未知 | — | —",
    "  row 严重药物不良反应或严重躯体疾病 | ☐是\u2002☐否\u2002☑未知 | — | —",
    "Heading 二、建议",
    "Table 22·63·22·63",
    "  row 核对日期 | 2026-11-20 | 建议类型 | ☑高风险\u2002☐病情不稳定",
    "  row 建议理由 | —",
    (
        "  row 出组原因 | ☐目标达到，不再符合入组标准\u2002☐已转出并由接收地接收\u2002☐死亡"
        "\u2002☐撤回知情同意"
    ),
    "  row 出组说明 | —",
    "Heading 三、各方意见",
    "Table 34·117·19",
    "  head 发言人 | 掌握的情况和建议 | 建议等级",
    "  row 精防\u3000阿依努尔·买买提 | 符合两条，建议入组。 | 2级",
    "Heading 四、小组决定",
    "Table 22·63·22·63",
    "  row 入组决定 | ☑同意入组\u2002☐不入组\u2002☐暂缓 | 个案类型 | ☑高风险\u2002☐病情不稳定",
    "  row 个案管理员 | 石\u3000䶮 | 生效日期 | 2026-11-25",
    "  row 决定和理由 | 纳入个案管理（高风险），编号GA0123，个案管理员石䶮",
    (
        "Heading 五、签字 · 本人参加了本次审批，已阅本表全部各页。不得代签；确需代签的，注明“"
        "代签（受托人）”。"
    ),
    (
        "SignatureGrid member:1 · 组长 · 龚砚秋 / member:2 · 精防医师 · 阿依努尔·买买提 / mem"
        "ber:3 · 精神科医师 · 石䶮 / member:4 · 民警 · 闻人㛃 / member:5 · 综治 · 缪清嘉 / me"
        "mber:6 · 村（社区）干部 · 冉𬭎 / member:7 · 村（社区）干部 · 戚望舒 / member:8 · 民"
        "政 · 芮𠅤 / member:9 · 残联 · 桑榆晚 · 公务 / member:10 · 社工 · 厉北辰 / member:11 "
        "· 网格员 · 欧阳疏影"
    ),
    "Ending 以下空白",
]
BLANK = [
    (
        "Title 个案管理入组／出组审批表 · 严重精神障碍患者 · 申请事项 ☐入组\u2002☐出组\u3000"
        "审批日期 ＿年＿月＿日"
    ),
    "Table 22·37·19·32·22·38",
    "  row 姓\u3000\u3000名 |  | 性别年龄 |  | 个案编号 | ",
    "  row 身份证号 |  | 诊\u3000\u3000断 |  | 确诊医院 | ",
    "  row 住\u3000\u3000址 |  | 个案类型 | ",
    "Heading 一、标准逐条核对 · （不清楚的勾“未知”；依据写明来源）",
    "Table 16·48·34·48·24",
    "  head 类\u3000型 | 标\u3000准 | 是否符合 | 依据和来源 | 依据日期",
    "  group 高风险",
    "  row 危险性评估1—2级 | ☐是\u2002☐否\u2002☐未知 |  | ",
    "  row 未服药或服药不规律，除外遵医嘱不需服药 | ☐是\u2002☐否\u2002☐未知 |  | ",
    "  row 弱监护或零监护 | ☐是\u2002☐否\u2002☐未知 |  | ",
    "  row 重大或持续性应激性生活事件，或目前有物质滥用 | ☐是\u2002☐否\u2002☐未知 |  | ",
    "  row 公安列管重点，或既往有严重伤害行为、自杀行为 | ☐是\u2002☐否\u2002☐未知 |  | ",
    "  row 频繁出入院 | ☐是\u2002☐否\u2002☐未知 |  | ",
    "  group 病情不稳定",
    "  row 危险性评估3—5级 | ☐是\u2002☐否\u2002☐未知 |  | ",
    "  row 精神病症状明显 | ☐是\u2002☐否\u2002☐未知 |  | ",
    "  row 自知力缺乏 | ☐是\u2002☐否\u2002☐未知 |  | ",
    "  row 严重药物不良反应或严重躯体疾病 | ☐是\u2002☐否\u2002☐未知 |  | ",
    "Heading 二、建议",
    "Table 22·63·22·63",
    "  row 核对日期 |  | 建议类型 | ☐高风险\u2002☐病情不稳定",
    "  row 建议理由 | ",
    (
        "  row 出组原因 | ☐目标达到，不再符合入组标准\u2002☐已转出并由接收地接收\u2002☐死亡"
        "\u2002☐撤回知情同意"
    ),
    "  row 出组说明 | ",
    "Heading 三、各方意见",
    "Table 34·117·19",
    "  head 发言人 | 掌握的情况和建议 | 建议等级",
    "  row  |  | ",
    "  row  |  | ",
    "  row  |  | ",
    "  row  |  | ",
    "Heading 四、小组决定",
    "Table 22·63·22·63",
    "  row 入组决定 | ☐同意入组\u2002☐不入组\u2002☐暂缓 | 个案类型 | ☐高风险\u2002☐病情不稳定",
    "  row 个案管理员 |  | 生效日期 | ",
    "  row 决定和理由 | ",
    (
        "Heading 五、签字 · 本人参加了本次审批，已阅本表全部各页。不得代签；确需代签的，注明“"
        "代签（受托人）”。"
    ),
    "SignatureGrid 组长 / 精防医师 / 精神科医师 / 民警 / 村（社区）干部 / 综治 / 民政 / 残联",
    "Ending 以下空白",
]


def lines(answers):
    return outline(lay_out(APPROVAL, answers))


def tables(answers):
    return [block for block in lay_out(APPROVAL, answers).blocks if isinstance(block, Table)]


def test_a_sheet_says_this():
    assert lines(approval()) == NORMAL


def test_a_blank_sheet_leaves_room_for_all_of_it():
    assert lines(blank_approval()) == BLANK


def test_the_sheet_asks_for_exactly_these_answers():
    assert {field.key for field in APPROVAL.fields()} | {"lists"} == set(approval())


@pytest.mark.parametrize("answers", [approval(), an_exit(), blank_approval(), bursting_approval()])
def test_every_table_is_as_wide_as_the_frame(answers):
    assert {sum(table.widths) for table in tables(answers)} == {170}


def test_a_blank_sheet_names_each_criterion_and_ticks_nothing():
    said = words_of(lay_out(APPROVAL, blank_approval()))
    assert all("".join(criterion.split()) in said for _, criterion in CRITERIA)
    assert "☑" not in said


def test_six_criteria_stand_under_one_kind_and_four_under_the_other():
    assert [len(group.rows) for group in tables(approval())[1].groups] == [6, 4]


def test_an_exit_says_why_and_leaves_the_proposal_of_a_kind_open():
    said = lines(an_exit())
    assert "☐入组\u2002☑出组" in said[0]
    assert "☑目标达到，不再符合入组标准" in "".join(said)
    assert any("建议类型 | ☐高风险\u2002☐病情不稳定" in line for line in said)


def test_what_nobody_went_through_is_said_so():
    said = lines(thin_approval())
    assert "Text 没有逐条核对标准的记录。" in said
    assert "Text 没有记录各方意见。" in said
    assert "  row 决定和理由 | —" in said


def test_long_evidence_and_rare_names_are_printed_whole():
    printed = write_pdf(lay_out(APPROVAL, bursting_approval()), STAMP)
    assert printed.missing == ()
    assert len(printed.slots) == 12
    assert "䶮\u3000𬭎" in "".join(lines(bursting_approval()))
