"""What the plan of a case says."""

import pytest

from forms.blocks import Table
from forms.layout import lay_out
from forms.plan import PLAN
from tests.forms.outline import outline, words_of
from tests.forms.plan_samples import LISTS, LONG, bursting_plan, plan, thin_plan

NORMAL = [
    (
        "Title 个案管理计划表（高风险） · 第3次\u3000制定日期 2026年11月25日（星期三）\u3000上"
        "次计划执行率 71%（17项中已达到12项）"
    ),
    "Table 18·28·18·22·18·36·18·26·24·59",
    (
        "  row 姓\u3000\u3000名 | 石\u3000䶮 | 编\u3000\u3000号 | GA0101 | 等\u3000\u3000级 | "
        "▲4级\u3000不稳定 | 服\u3000\u3000药 | 间断服药 | 监护能力 | 弱监护（母亲70岁，骨折）"
    ),
    "Table 20·46·42·62·23·24·17·19·14",
    (
        "  head 领\u3000域 | 问题（现况） | 目标、指标 | 措施、策略 | 责任人 | 协\u3000同 | 期"
        "\u3000限 | 频\u3000次 | 状\u3000态"
    ),
    "  group 风险防范",
    (
        "  row 口头威胁邻居1次 | 三个月内无威胁、无冲动行为 | 联合随访；与邻居说明联系方式，发"
        "现异常当日上报 | 亓文涛 | 穆青禾、皮桂香 | 12-23 | 每周1次 | 新增"
    ),
    (
        "  row 住处距小学200米 | 三个月内无威胁、无冲动行为 | 联合随访；与邻居说明联系方式，发"
        "现异常当日上报 | 亓文涛 | 穆青禾、皮桂香 | 12-05 | 每周1次 | 延期"
    ),
    "  group 药物管理",
    (
        "  row 断药9天，嗜睡、体重增加 | 三个月内无威胁、无冲动行为 | 联合随访；与邻居说明联系"
        "方式，发现异常当日上报 | 亓文涛 | 监护人 | 12-23 | 一次 | 新增"
    ),
    "  group 家庭监护",
    (
        "  row 监护人外出务工 | 三个月内无威胁、无冲动行为 | 联合随访；与邻居说明联系方式，发现"
        "异常当日上报 | 亓文涛 | 穆青禾、皮桂香 | 2027年 / 06-30 | 每周1次 | 继续"
    ),
    "  group 心理干预",
    (
        "  row 否认有病 | 三个月内无威胁、无冲动行为 | 联合随访；与邻居说明联系方式，发现异常当"
        "日上报 | 阿依努尔·买买提 | 穆青禾、皮桂香 | 12-23 | 每周1次 | 继续"
    ),
    "Table 30·105·30·102",
    "  row 患者意见 | 愿意去门诊，希望换不发困的药。 | 监护人意见 | 同意，春节前回村居住。",
    "  row 优势和潜能 | 会修农机，和堂兄来往多。",
    "Heading 精神科医师批注",
    "Table 20·120·27·100",
    "  head 日\u3000期 | 批\u3000注 | 处\u3000理 | 说\u3000明",
    "  row 11-12 | 建议评估长效针剂；先查肝功能、心电图。 | 采纳 | 列入本计划",
    "  row 11-12 | 建议安排心理谈话。 | 不采纳 | 理由：先稳定用药",
    "  row 11-12 | 复查空腹血糖。 | 待处理 | —",
    "Table 44.5·44.5·44.5·44.5·44.5·44.5",
    (
        "  row 组长\u3000龚砚秋 | 个案管理员\u3000穆青禾 | 精神科医师\u3000闻人澜 | 民警\u3000"
        "亓文涛 | 监护人\u3000石守田 | 患者\u3000石䶮"
    ),
    (
        "  row 月\u3000日 #leader:1 | 月\u3000日 #manager:2 | 缺席（出差） 月\u3000日 #psychiat"
        "rist:3 | 月\u3000日 #police:4 | 月\u3000日 #guardian:5 | 月\u3000日 #patient:6"
    ),
    "Ending 以下空白",
]
BLANK = [
    "Title 个案管理计划表 · 第＿次\u3000制定日期 ＿年＿月＿日\u3000上次计划执行率 ＿",
    "Table 18·28·18·22·18·36·18·26·24·59",
    (
        "  row 姓\u3000\u3000名 |  | 编\u3000\u3000号 |  | 等\u3000\u3000级 | ＿级\u3000 | 服"
        "\u3000\u3000药 |  | 监护能力 | "
    ),
    "Table 20·46·42·62·23·24·17·19·14",
    (
        "  head 领\u3000域 | 问题（现况） | 目标、指标 | 措施、策略 | 责任人 | 协\u3000同 | 期"
        "\u3000限 | 频\u3000次 | 状\u3000态"
    ),
    "  group 风险防范",
    "  row  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  | ",
    "  group 药物管理",
    "  row  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  | ",
    "  group 家庭监护",
    "  row  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  | ",
    "  group 行为管理",
    "  row  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  | ",
    "  group 心理干预",
    "  row  |  |  |  |  |  |  | ",
    "  row  |  |  |  |  |  |  | ",
    "Table 30·105·30·102",
    "  row 患者意见 |  | 监护人意见 | ",
    "  row 优势和潜能 | ",
    "Heading 精神科医师批注",
    "Table 20·120·27·100",
    "  head 日\u3000期 | 批\u3000注 | 处\u3000理 | 说\u3000明",
    "  row  |  |  | ",
    "  row  |  |  | ",
    "  row  |  |  | ",
    "Table 44.5·44.5·44.5·44.5·44.5·44.5",
    "  row 组长 | 个案管理员 | 精神科医师 | 民警 | 监护人 | 患者",
    "  row 月\u3000日 | 月\u3000日 | 月\u3000日 | 月\u3000日 | 月\u3000日 | 月\u3000日",
    "Ending 以下空白",
]


def test_a_sheet_says_this():
    assert outline(lay_out(PLAN, plan())) == NORMAL


def test_a_blank_sheet_leaves_room_for_all_of_it():
    assert outline(lay_out(PLAN, {"lists": LISTS})) == BLANK


def tables(answers):
    return [block for block in lay_out(PLAN, answers).blocks if isinstance(block, Table)]


@pytest.mark.parametrize("answers", [plan(), thin_plan(), bursting_plan(), {"lists": LISTS}])
def test_every_table_is_as_wide_as_the_frame(answers):
    assert {sum(table.widths) for table in tables(answers)} <= {PLAN.page.frame}


@pytest.mark.parametrize("answers", [plan(), thin_plan(), bursting_plan()])
def test_every_field_is_answered_once_and_nothing_else(answers):
    keys = [field.key for field in PLAN.fields()]
    assert sorted(keys) == sorted(answers.keys() - {"lists"})


def test_the_title_says_of_what_kind_the_plan_is():
    assert lay_out(PLAN, plan(kind="病情不稳定")).title == "个案管理计划表（病情不稳定）"
    assert lay_out(PLAN, {}).title == "个案管理计划表"


def test_what_nobody_knows_is_a_dash_and_what_nobody_said_is_left_white():
    said = outline(lay_out(PLAN, thin_plan()))
    assert said[2].endswith("等\u3000\u3000级 | —\u3000 | 服\u3000\u3000药 | — | 监护能力 | —")
    assert "  row 患者意见 |  | 监护人意见 | " in said
    assert not any(line.startswith("Heading") for line in said)


def test_a_deadline_far_away_carries_its_year():
    far = plan(lines=[{**plan()["lines"][0], "due_on": "2027-06-30"}])
    assert "2027年 / 06-30" in "\n".join(outline(lay_out(PLAN, far)))


def test_a_plan_without_lines_says_so():
    assert "本次计划还没有内容。" in words_of(lay_out(PLAN, plan(lines=[])))


def test_thirty_lines_long_words_and_twelve_who_sign_all_appear():
    words = words_of(lay_out(PLAN, bursting_plan()))
    assert words.count(LONG[:200]) == 30 + 2 + 8
    assert words.count("#police:") == 12
    assert "阿依努尔·买买提" in words


def test_a_blank_form_without_areas_still_has_rows_to_write_in():
    groups = tables({})[1].groups
    assert [len(group.rows) for group in groups] == [10]
    assert all(row.least >= 10 for group in groups for row in group.rows)
