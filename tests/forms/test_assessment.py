"""What the signed sheet of one rating says."""

import pytest

from forms.assessment import ASSESSMENT
from forms.blocks import Cell, Role, SignatureGrid, Table
from forms.layout import lay_out
from forms.writers.pdf import write_pdf
from tests.forms.assessment_samples import (
    LONG,
    assessment,
    blank_assessment,
    bursting_assessment,
    thin_assessment,
)
from tests.forms.outline import outline, words_of
from tests.forms.samples import STAMP

NORMAL = [
    (
        "Title 社会危险性集体评估签字表 · 严重精神障碍患者 · 编号 2026-11-02\u3000评估日期 20"
        "26-11-25\u3000地点 镇政府三楼会议室"
    ),
    "Table 22·37·19·32·22·38",
    "  row 姓\u3000\u3000名 | 厉树北 | 性别年龄 | 男\u300046岁 | 个案编号 | GA0123",
    (
        "  row 身份证号 | 990***********2317 | 诊\u3000\u3000断 | 精神分裂症 | 确诊医院 | 县"
        "第三人民医院"
    ),
    "  row 住\u3000\u3000址 | 幸福镇幸福村3组12号 | 个案类型 | 高风险（第3次入组）",
    "  row 监\u2002护\u2002人 | 厉树林（兄） | 联系电话 | 139****0617 | 个案管理员 | 石\u3000䶮",
    (
        "  row 上次评估 | ▲3级\u200210-28 | 临床等级 | ▲3级\u200211-17 | 公安列管 | 是（2025-"
        "03-11起）"
    ),
    (
        "  row 信息来源 | ☑面访本人\u2002☑面访监护人\u2002☐走访邻居、亲友、同事\u2002☑公安"
        "\u2002☐医院\u2002☑网格"
    ),
    "Heading 一、近期情况 · （2026-10-28 至 2026-11-25，逐项注明日期和来源）",
    "Table 25·101·14·30",
    "  head 项\u3000目 | 情\u3000况 | 日\u3000期 | 来\u3000源",
    "  group 危险行为",
    "  row 口头威胁邻居1次；无肇事肇祸。 | 11-14 | 民警",
    "  group 症状与自知力",
    "  row 猜疑、自语自笑；自知力缺失。 | 11-17 | 随访\u3000石䶮",
    "  group 服药情况",
    (
        "  row 间断服药；奥氮平 10\u00a0mg 每晚1次，本期断药9天。自述嗜睡、体重增加。 | 11-17"
        " | 随访\u3000石䶮"
    ),
    "  group 住院与检查",
    "  row 未住院；血糖 6.3 mmol/L，肝功能未查。 | 11-10 | 镇卫生院",
    "  group 监护与家庭",
    "  row 弱监护；由70岁母亲照看。 | 2026年 / 01-05 | 监护能力认定",
    "  group 生活事件",
    "  row 母亲跌倒骨折，照看能力下降。 | 11-09 | 网格员",
    "  group 场所因素",
    "  row — | — | —",
    "Heading 二、各方独立意见 · （按发言顺序；等级可空；先写各自意见，再形成集体意见）",
    "Table 34·117·19",
    "  head 发言人 | 掌握的情况和建议 | 建议等级",
    "  row 精防\u3000阿依努尔·买买提 | 断药9天，症状加重，建议尽快评估长效针剂。 | ▲4级",
    "  row 民警\u3000闻人㛃 | 断药9天，症状加重，建议尽快评估长效针剂。 | ▲4级",
    "  row 精神科\u3000石\u3000䶮 | 断药9天，症状加重，建议尽快评估长效针剂。 | ▲4级",
    "  row 村居干部\u3000冉\u3000𬭎 | 平时不出门，威胁后已劝开；监护力量不足是主因。 | ▲3级",
    "  row 综治\u3000缪清嘉 | 断药9天，症状加重，建议尽快评估长效针剂。 | ▲4级",
    "  row 民政\u3000芮\u3000𠅤 | 可协助母亲临时救助；对等级不发表意见。 | —",
    "  row 社工\u3000厉北辰 | 断药9天，症状加重，建议尽快评估长效针剂。 | ▲3级",
    "Heading 三、集体意见",
    "Table 22·24.6667·24.6667·24.6667·24.6667·3.33333·20·1.33333·24.6667",
    "  row 集体评定 | 0级 | 1级 | 2级 | ▲3级 | ▲4级 □ | ▲5级",
    (
        "  row 病情分类 | ☐稳定\u2002☐基本稳定\u2002☑不稳定\u3000重点管理：☑是\u2002☐否 | 下"
        "次评估 | 2026-12-23"
    ),
    "  row 变动理由 | 上次▲3级 → 本次 ▲4级。断药9天后猜疑加重，有口头威胁，监护人不在身边。",
    "Heading 四、决定与分工",
    "Table 9·84·22·34·21",
    "  head 序 | 措\u3000施 | 责任人 | 协\u3000同 | 完成时限",
    "  row 1 | 陪同到县三院精神科门诊，评估长效针剂。 | 阿依努尔·买买提 | 监护人、民政 | 12-01",
    "  row 2 | 每周联合随访1次，直到病情分类转为基本稳定。 | 石\u3000䶮 | — | 12-02",
    "  row 3 | 与监护人补签监护协议，明确外出期间的委托照看人。 | 闻人㛃 | — | 12-03",
    "  row 4 | 申请母亲临时救助；办理药费补助。 | 缪清嘉 | 残联 | 12-04",
    "Heading 五、精神科医师批注",
    "Table 170",
    (
        "  row 换用长效针剂前须有肝功能、心电图结果（随访，2026-11-18，待处理） 医师签名<psyc"
        "hiatrist:3>\u3000\u3000月\u3000\u3000日"
    ),
    "Heading 六、不同意见 · （按会上记录打印，没有的写“无”；可补写，写后签名）",
    "Table 170",
    ("  row 冉𬭎：建议维持3级，理由是患者不出门。 本人签名<dissent:6>\u3000\u3000月\u3000\u3000日"),
    (
        "Heading 七、签字 · 本人参加了本次集体评估，已阅本表全部各页。不得代签；确需代签的，"
        "注明“代签（受托人）”。"
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
        "Title 社会危险性集体评估签字表 · 严重精神障碍患者 · 编号 ＿\u3000评估日期 ＿年＿月＿"
        "日\u3000地点 ＿"
    ),
    "Table 22·37·19·32·22·38",
    "  row 姓\u3000\u3000名 |  | 性别年龄 |  | 个案编号 | ",
    "  row 身份证号 |  | 诊\u3000\u3000断 |  | 确诊医院 | ",
    "  row 住\u3000\u3000址 |  | 个案类型 | ",
    "  row 监\u2002护\u2002人 |  | 联系电话 |  | 个案管理员 | ",
    "  row 上次评估 |  | 临床等级 |  | 公安列管 | ",
    (
        "  row 信息来源 | ☐面访本人\u2002☐面访监护人\u2002☐走访邻居、亲友、同事\u2002☐公安"
        "\u2002☐医院\u2002☐网格"
    ),
    "Heading 一、近期情况 · （＿，逐项注明日期和来源）",
    "Table 25·101·14·30",
    "  head 项\u3000目 | 情\u3000况 | 日\u3000期 | 来\u3000源",
    "  group 危险行为",
    "  row  |  | ",
    "  group 症状与自知力",
    "  row  |  | ",
    "  group 服药情况",
    "  row  |  | ",
    "  group 住院与检查",
    "  row  |  | ",
    "  group 监护与家庭",
    "  row  |  | ",
    "  group 生活事件",
    "  row  |  | ",
    "  group 场所因素",
    "  row  |  | ",
    "Heading 二、各方独立意见 · （按发言顺序；等级可空；先写各自意见，再形成集体意见）",
    "Table 34·117·19",
    "  head 发言人 | 掌握的情况和建议 | 建议等级",
    "  row  |  | ",
    "  row  |  | ",
    "  row  |  | ",
    "  row  |  | ",
    "  row  |  | ",
    "  row  |  | ",
    "  row  |  | ",
    "Heading 三、集体意见",
    "Table 22·24.6667·24.6667·24.6667·24.6667·3.33333·20·1.33333·24.6667",
    "  row 集体评定 | 0级 | 1级 | 2级 | ▲3级 | ▲4级 | ▲5级",
    (
        "  row 病情分类 | ☐稳定\u2002☐基本稳定\u2002☐不稳定\u3000重点管理：☐是\u2002☐否 | 下"
        "次评估 | ＿"
    ),
    "  row 变动理由 | ",
    "Heading 四、决定与分工",
    "Table 9·84·22·34·21",
    "  head 序 | 措\u3000施 | 责任人 | 协\u3000同 | 完成时限",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
    "Heading 五、精神科医师批注",
    "Table 170",
    "  row 医师签名<>\u3000\u3000月\u3000\u3000日",
    "Heading 六、不同意见 · （按会上记录打印，没有的写“无”；可补写，写后签名）",
    "Table 170",
    "  row 本人签名<>\u3000\u3000月\u3000\u3000日",
    (
        "Heading 七、签字 · 本人参加了本次集体评估，已阅本表全部各页。不得代签；确需代签的，"
        "注明“代签（受托人）”。"
    ),
    (
        "SignatureGrid 组长 / 精防医师 / 精神科医师 / 民警 / 村（社区）干部 / 村（社区）干部 "
        "/ 综治 / 民政 / 残联 / 社工 / 网格员"
    ),
    "Ending 以下空白",
]


def lines(answers):
    return outline(lay_out(ASSESSMENT, answers))


def tables(answers):
    return [block for block in lay_out(ASSESSMENT, answers).blocks if isinstance(block, Table)]


def test_a_sheet_says_this():
    assert lines(assessment()) == NORMAL


def test_a_blank_sheet_leaves_room_for_all_of_it():
    assert lines(blank_assessment()) == BLANK


def test_the_sheet_asks_for_exactly_these_answers():
    assert {field.key for field in ASSESSMENT.fields()} | {"lists"} == set(assessment())


@pytest.mark.parametrize("answers", [assessment(), blank_assessment(), bursting_assessment()])
def test_every_table_is_as_wide_as_the_frame(answers):
    assert {round(sum(table.widths), 6) for table in tables(answers)} == {170}


def test_seven_facts_and_opinions_four_decisions_and_eleven_signers_take_two_pages():
    assert write_pdf(lay_out(ASSESSMENT, assessment()), STAMP).pages == 2


def test_what_is_not_known_is_a_dash_and_what_was_not_rated_is_not_ticked():
    said = lines(thin_assessment())
    assert "  row 上次评估 | — | 临床等级 | — | 公安列管 | —" in said
    assert "  row 集体评定 | 0级 | 1级 | 2级 | ▲3级 | ▲4级 | ▲5级" in said
    assert "  row 变动理由 | —" in said
    assert "☑" not in "".join(said)
    assert "0级" not in "".join(said).replace("集体评定 | 0级", "")


def test_nobody_who_disagrees_is_said_in_a_word_with_room_to_add_to_it():
    assert "  row 无 本人签名<>\u3000\u3000月\u3000\u3000日" in lines(thin_assessment())


def test_everybody_who_disagrees_signs_their_own_words():
    rows = [line for line in lines(bursting_assessment()) if "本人签名" in line]
    assert [row.rpartition("<")[2].partition(">")[0] for row in rows] == ["dissent:0", "dissent:1"]
    assert rows[0].startswith("  row 䶮𬭎：")


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ({"level": 3, "on": "2026-10-28"}, 4, "上次▲3级 → 本次 ▲4级。断药。"),
        ({"level": 3, "on": "2026-10-28"}, 3, "维持 ▲3级。断药。"),
        (None, 2, "首次评定 2级。断药。"),
        (None, None, "—断药。"),
    ],
)
def test_the_reason_stands_behind_what_became_of_the_level(before, now, words):
    said = lines(assessment(previous=before, level=now, reason="断药。"))
    assert f"  row 变动理由 | {words}" in said


def test_a_level_that_is_not_the_last_one_is_heavy():
    opinions = tables(assessment())[2]
    levels = [group.rows[0].cells[2].lines[0][0] for group in opinions.groups]
    assert [run.face.name for run in levels[:4]] == ["STRONG", "STRONG", "STRONG", "VALUE"]


def test_the_level_agreed_stands_in_a_frame():
    steps = tables(assessment())[3].groups[0].rows[0].cells[1:]
    assert [step.framed for step in steps] == [False, False, False, False, True, False]
    assert steps[4].role is Role.LEVEL


def test_a_day_long_ago_carries_its_year():
    assert "  row 弱监护；由70岁母亲照看。 | 2026年 / 01-05 | 监护能力认定" in lines(assessment())


def test_long_words_and_rare_names_are_printed_whole():
    said = words_of(lay_out(ASSESSMENT, bursting_assessment()))
    assert said.count(LONG[:300]) == 14
    assert "阿依努尔·买买提" in said
    assert "𬭎㛃" in said
    assert write_pdf(lay_out(ASSESSMENT, bursting_assessment()), STAMP).missing == ()


def test_a_blank_sheet_keeps_roles_and_drops_names():
    blocks = lay_out(ASSESSMENT, blank_assessment()).blocks
    grid = next(block for block in blocks if isinstance(block, SignatureGrid))
    assert [(s.key, s.name) for s in grid.signers] == [("", "")] * 11
    assert grid.signers[0].role == "组长"


def test_every_row_of_a_blank_sheet_has_room_for_a_pen():
    found = tables(blank_assessment())
    facts, opinions, decisions = found[1], found[2], found[4]
    for table in (facts, opinions, decisions):
        rows = [row for group in table.groups for row in group.rows]
        assert len(rows) >= 6
        assert all(row.least >= 9 for row in rows)


def test_what_a_person_typed_is_never_markup():
    typed = "<b>甲</b> & {name} \\n"
    cells = [
        cell
        for table in tables(assessment(reason=typed))
        for group in table.groups
        for row in group.rows
        for cell in row.cells
    ]
    assert any(typed in _said(cell) for cell in cells)


def _said(cell: Cell) -> str:
    return "".join(getattr(run, "text", "") for line in cell.lines for run in line)
