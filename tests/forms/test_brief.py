"""What is read of a case before it is talked about."""

import pytest

from forms.blocks import Emphasis, Table, Timeline
from forms.brief import BRIEF
from forms.layout import lay_out
from forms.writers.pdf import write_pdf
from tests.forms.brief_samples import brief, bursting_brief, months, thin_brief
from tests.forms.outline import outline
from tests.forms.writers.parts import PLAIN_STAMP

NORMAL = [
    (
        "Banner 会前个案摘要 · 议程 第1项 重点讨论 · 石䶮\u3000男 46岁\u3000GA0101\u3000梧桐"
        "村3组\u3000精神分裂症\u3000高风险（第3次入组） · 上次 / 不稳定 · ▲3级"
    ),
    (
        "Emphasis 1\u3000集体等级：▲3级→＿级；病情分类：不稳定→＿ / 2\u3000有1条批注待处理："
        "建议评估长效针剂 / 3\u3000监护人外出期间由谁照看 · 今天要定的事"
    ),
    "Heading 一、上次例会以来 · 2026-10-28 至 2026-11-25；未注明的项目没有变化",
    "Table 17·113·40",
    "  head 日\u3000期 | 变\u3000化 | 来\u3000源",
    "  row 11-17 | 间断服药；猜疑、自语自笑；自知力缺失 | 随访（新增）",
    "  row 11-14 | 口头威胁邻居，民警到场劝解，无人受伤 | 危险行为（新增）",
    "  row 11-09 | 母亲跌倒骨折，照看能力下降 | 生活事件（新增）",
    (
        "Timeline 近12个月 · 12月 / 1月 / 2月 / 3月 / 4月 / 5月 / 6月 / 7月 / 8月 / 9月 / 10"
        "月 / 11月 · 危险等级 · 2级 / ▲4级 / ▲3级 / 2级 / ▲3级 / 住院 · 32天 / 口服药 · 间断 "
        "/ 长效针剂 · 漏 / 随访 / 事件 / 例会 · 服药：实条规律，空条间断\u3000针剂：实点已打"
        "，空点漏打\u3000随访：竖线一次\u3000菱形：事件；空心菱形：例会 · 危险等级：2025-12-0"
        "3 2级，2026-02-05 ▲4级。 / 住院：2026-02-08至2026-03-11。"
    ),
    "Heading 二、用药、监护、未办结任务",
    "Table 22·148",
    (
        "  row 用\u3000\u3000药 | 奥氮平 每晚10\u00a0mg（2026-08-20起）；依从性：间断服药；不"
        "良反应：嗜睡"
    ),
    ("  row 监\u3000\u3000护 | 石守田（父亲，外出务工）；协议至2026-12-31；弱监护（夜里顾不过来）"),
    (
        "  row 未办结任务 | ① 药费补助\u3000穆青禾\u3000逾期5天 / ② 核查周边隐患\u3000亓文涛"
        "\u3000时限2026-12-05"
    ),
    "  row 医师批注 | 2026-11-12\u3000建议评估长效针剂；先查肝功能、心电图。\u3000待处理",
    "Heading 三、会上记录",
    "Table 170",
    "  fills ",
]
BLANK = [
    "Banner 会前个案摘要 · 议程 ＿ · ＿\u3000＿\u3000＿\u3000＿\u3000＿\u3000＿ · 上次 / ＿",
    "Emphasis 1\u3000集体等级：＿级→＿级；病情分类：＿→＿ · 今天要定的事",
    "Heading 一、上次例会以来 · ＿；未注明的项目没有变化",
    "Table 17·113·40",
    "  head 日\u3000期 | 变\u3000化 | 来\u3000源",
    "  row  |  | ",
    "  row  |  | ",
    "  row  |  | ",
    "  row  |  | ",
    "  row  |  | ",
    "Heading 二、用药、监护、未办结任务",
    "Table 22·148",
    "  row 用\u3000\u3000药 | ",
    "  row 监\u3000\u3000护 | ",
    "  row 未办结任务 | ",
    "  row 医师批注 | ",
    "Heading 三、会上记录",
    "Table 170",
    "  fills ",
]


def lines(answers):
    return outline(lay_out(BRIEF, answers))


def one(kind, answers):
    (block,) = [block for block in lay_out(BRIEF, answers).blocks if isinstance(block, kind)]
    return block


def test_a_brief_says_this():
    assert lines(brief()) == NORMAL


def test_a_blank_brief_leaves_room_for_all_of_it():
    assert lines({}) == BLANK


def test_the_brief_asks_for_exactly_these_answers():
    assert {field.key for field in BRIEF.fields()} == set(brief())


@pytest.mark.parametrize("answers", [brief(), thin_brief(), bursting_brief(), {}])
def test_every_table_is_as_wide_as_the_frame(answers):
    blocks = lay_out(BRIEF, answers).blocks
    assert {sum(block.widths) for block in blocks if isinstance(block, Table)} == {170}


def test_the_box_that_decides_stands_before_everything_else():
    said = [line.split()[0] for line in lines(brief())]
    assert said[:3] == ["Banner", "Emphasis", "Heading"]


def test_what_is_to_be_decided_is_counted_with_room_for_level_and_class():
    box = one(Emphasis, brief())
    assert [line[0].text for line in box.lines] == [f"{n}\u3000" for n in (1, 2, 3)]
    assert lines(brief())[1].count("＿") == 2


@pytest.mark.parametrize("answers", [brief(), thin_brief()])
def test_an_ordinary_brief_is_one_page_whose_rest_is_for_notes(answers):
    assert write_pdf(lay_out(BRIEF, answers), PLAIN_STAMP).pages == 1
    assert lines(answers)[-1] == "  fills "


def test_changes_that_are_not_printed_are_counted():
    assert "Text 另有23项变化，见患者记录。" in lines(bursting_brief())
    assert "Text 没有记录到变化。" in lines(thin_brief())


def test_a_year_without_any_rating_is_drawn_empty():
    drawn = one(Timeline, brief(timeline=months(levels=[])))
    assert (drawn.tracks[0].label, drawn.tracks[0].marks) == ("危险等级", ())
    assert len(drawn.months) == 12


def test_names_and_words_are_printed_whole():
    assert write_pdf(lay_out(BRIEF, bursting_brief()), PLAIN_STAMP).missing == ()
