"""What the papers of a case's file say."""

import pytest

from forms.blocks import Table
from forms.case_file import CATALOG, COVER
from forms.case_lists import DECISIONS, ENTRY, MONTHS, TASKS, VISITS
from forms.layout import lay_out
from forms.writers.pdf import write_pdf
from tests.forms import case_file_samples as samples
from tests.forms.outline import outline
from tests.forms.writers.parts import PLAIN_STAMP

THE_COVER = [
    (
        "Cover 档\u3000号\u3000\u3000GA·2025·0101 · 密\u3000级\u3000\u3000内部 · 个案档案 · "
        "严重精神障碍患者个案管理 · 个案编号 / GA0101 / 姓\u3000\u3000名 / 石䶮 / 性\u3000"
        "\u3000别 / 男\u3000\u3000\u30001980年出生 / 身份证号 / 990***********0015 / 居住地址"
        " / 梧桐村3组17号 / 监\u2002护\u2002人 / 石守田（父亲）\u3000139****0001 / 个案类型 /"
        " 高风险（第3次入组） / 个案管理员 / 穆青禾\u3000\u3000\u3000云栖镇卫生院 / 入组日期 "
        "/ 2025年3月19日 / 出组日期 / ＿年＿月＿日 · 云栖镇个案管理小组 · 建档\u20022025年3月"
        "19日 / 保管期限\u2002＿＿＿年 / 本卷共＿＿＿件＿＿＿页"
    ),
]
THE_CATALOG = [
    "Title 卷内目录 · 个案编号 GA0101\u3000\u3000档号 GA·2025·0101",
    "Table 11·32·62·21·16·12·16",
    "  head 件号 | 责任者 | 题\u3000名 | 日\u3000期 | 页\u3000号 | 页数 | 备\u3000注",
    "  row 1 | 个案管理小组 | 入组评估表（高风险） | 20250319 | 1—3 | 3 | ",
    "  row 2 | 个案管理小组 | 个案管理计划表（第2次）及修订对照单 | 20260826 | 4—6 | 3 | ",
    "  fills  |  |  |  |  |  | ",
]
THE_ENTRY = [
    "Title 入组评估表 · 个案编号 GA0101\u3000\u3000姓名 石䶮",
    "Table 22·63·22·63",
    "  row 评估日期 | 2025-03-12 | 建议类型 | 高风险",
    "  row 建议理由 | —",
    "  row 小组决定 | 同意入组 | 决定日期 | 2025-03-19",
    "  row 决定说明 | —",
    "Table 16·48·34·48·24",
    "  head 类\u3000型 | 标\u3000准 | 是否符合 | 依据和来源 | 依据日期",
    "  group 高风险",
    "  row 危险性评估1—2级 | ☑是\u2002☐否\u2002☐未知 | 随访 | 2026-11-10",
    "  row 未服药或服药不规律，除外遵医嘱不需服药 | ☑是\u2002☐否\u2002☐未知 | 随访 | 2026-11-10",
    "  row 弱监护或零监护 | ☐是\u2002☑否\u2002☐未知 | 随访 | 2026-11-10",
    (
        "  row 重大或持续性应激性生活事件，或目前有物质滥用 | ☐是\u2002☑否\u2002☐未知 | 随访 "
        "| 2026-11-10"
    ),
    (
        "  row 公安列管重点，或既往有严重伤害行为、自杀行为 | ☐是\u2002☑否\u2002☐未知 | 随访 "
        "| 2026-11-10"
    ),
    "  row 频繁出入院 | ☐是\u2002☑否\u2002☐未知 | 随访 | 2026-11-10",
    "  group 病情不稳定",
    "  row 危险性评估3—5级 | ☐是\u2002☑否\u2002☐未知 | 随访 | 2026-11-10",
    "  row 精神病症状明显 | ☐是\u2002☑否\u2002☐未知 | 随访 | 2026-11-10",
    "  row 自知力缺乏 | ☐是\u2002☑否\u2002☐未知 | 随访 | 2026-11-10",
    "  row 严重药物不良反应或严重躯体疾病 | ☐是\u2002☑否\u2002☐未知 | 随访 | 2026-11-10",
]
THE_DECISIONS = [
    "Title 会议决定汇总 · 个案编号 GA0101\u3000\u3000姓名 石䶮",
    "Table 23·15·82·27·23",
    "  head 会议日期 | 等\u3000级 | 决\u3000定 | 责任人 | 时\u3000限",
    "  row 2026-11-25 | ▲4级 | 每周联合随访1次；与邻居说明联系方式 | 亓文涛 | 2026-12-23",
]
THE_VISITS = [
    "Title 随访记录一览 · 个案编号 GA0101\u3000\u3000姓名 石䶮",
    "Table 22·20·15·18·20·48·27",
    (
        "  head 日\u3000期 | 形\u3000式 | 等\u3000级 | 分\u3000类 | 服\u3000药 | 情\u3000况 |"
        " 随访医生"
    ),
    "  row 2026-11-17 | 家庭访视 | ▲3级 | 不稳定 | 间断服药 | 猜疑、自语自笑 | 穆青禾",
    "  row 2026-11-17 | 家庭访视 | — | — | — | 失访：走失 | 穆青禾",
]
THE_TASKS = [
    "Title 任务及办理结果一览 · 个案编号 GA0101\u3000\u3000姓名 石䶮",
    "Table 17·60·25·22·19·27",
    "  head 编\u3000号 | 任\u3000务 | 责任人 | 时\u3000限 | 结\u3000果 | 说明和证据",
    (
        "  row T-0012 | 陪同到县医院精神科门诊，评估长效针剂 | 阿依努尔·买买提 | 2026-12-02 |"
        " 已办 | 门诊病历1份"
    ),
]
THE_MONTHS = [
    "Title 病情和管理时间线 · 个案编号 GA0101\u3000\u3000姓名 石䶮",
    (
        "Timeline 近12个月 · 12月 / 1月 / 2月 / 3月 / 4月 / 5月 / 6月 / 7月 / 8月 / 9月 / 10"
        "月 / 11月 · 危险等级 · 2级 / ▲4级 / ▲3级 / 2级 / ▲3级 / 住院 · 32天 / 口服药 · 间断 "
        "/ 长效针剂 · 漏 / 随访 / 事件 / 例会 · 服药：实条规律，空条间断\u3000针剂：实点已打"
        "，空点漏打\u3000随访：竖线一次\u3000菱形：事件；空心菱形：例会 · 危险等级：2025-12-0"
        "3 2级，2026-02-05 ▲4级。 / 住院：2026-02-08至2026-03-11。"
    ),
]
PAPERS = [
    (COVER, samples.cover(), THE_COVER),
    (CATALOG, samples.catalog(2), THE_CATALOG),
    (ENTRY, samples.entry(), THE_ENTRY),
    (DECISIONS, samples.decisions(1), THE_DECISIONS),
    (VISITS, samples.visits(2), THE_VISITS),
    (TASKS, samples.tasks(1), THE_TASKS),
    (MONTHS, samples.timeline(), THE_MONTHS),
]


def lines(form, answers):
    return outline(lay_out(form, answers))


def named(rows):
    return [pytest.param(*row, id=row[0].title) for row in rows]


@pytest.mark.parametrize(("form", "answers", "said"), named(PAPERS))
def test_a_paper_says_this(form, answers, said):
    assert lines(form, answers) == said


@pytest.mark.parametrize(("form", "answers", "said"), named(PAPERS))
def test_a_paper_asks_for_exactly_these_answers(form, answers, said):
    assert {field.key for field in form.fields()} == set(answers) - {"lists"}


@pytest.mark.parametrize(("form", "answers", "said"), named(PAPERS))
def test_every_table_is_as_wide_as_the_frame(form, answers, said):
    for given in (answers, {}):
        blocks = lay_out(form, given).blocks
        assert {sum(b.widths) for b in blocks if isinstance(b, Table)} <= {170}


def test_the_list_is_filled_to_the_foot_of_its_page():
    assert lines(CATALOG, samples.catalog(2))[-1].startswith("  fills")
    assert write_pdf(lay_out(CATALOG, samples.thin_catalog()), PLAIN_STAMP).pages == 1


def test_the_list_of_a_thick_file_goes_on_overleaf():
    printed = write_pdf(lay_out(CATALOG, samples.bursting_catalog()), PLAIN_STAMP)
    assert printed.pages == 3


def test_a_cover_stays_one_page_however_long_an_address_is():
    printed = write_pdf(lay_out(COVER, samples.bursting_cover()), PLAIN_STAMP)
    assert (printed.pages, printed.missing) == (1, ())


def test_what_a_cover_does_not_know_is_left_to_the_pen_or_said_to_be_unknown():
    (said,) = lines(COVER, samples.thin_cover())
    assert "身份证号 / —" in said
    assert "出组日期 / ＿年＿月＿日" in said


def test_empty_lists_say_so():
    for form, empty, words in (
        (DECISIONS, samples.decisions(0), "没有会议决定。"),
        (VISITS, samples.visits(0), "没有随访记录。"),
        (TASKS, samples.tasks(0), "没有任务。"),
    ):
        assert f"Text {words}" in lines(form, empty)
