"""What a communique says."""

import pytest

from forms.blocks import RedHead, Text
from forms.communique import COMMUNIQUE
from forms.layout import lay_out
from forms.wording import in_chinese
from tests.forms.communique_samples import bursting_communique, communique, thin_communique
from tests.forms.outline import outline, words_of

NORMAL = [
    ("RedHead 云栖镇个案管理小组会议纪要 · 第11期 · 云栖镇个案管理小组办公室 · 2026年11月27日"),
    (
        "Text 2026年11月25日，镇党委副书记龚砚秋主持召开云栖镇个案管理小组2026年第11次例会，听"
        "取上次议定事项落实情况，对7名患者进行集体评估，研究下一步管理救治措施。现将议定事项纪"
        "要如下。"
    ),
    "Chapter 一、上次议定事项落实情况",
    (
        "Text 以往会议议定、需要核对的事项9项：已办5项，因情况变化不再办理1项，未到期1项，未落"
        "实1项，逾期未报结果1项。未落实和逾期的责任单位：残联、派出所。"
    ),
    "Chapter 二、集体评估结果",
    "Text 会议评估7例：升级1例、降级3例、不变2例、首次评定1例；同意入组1例；出组1例。",
    "Chapter 三、议定事项",
    (
        "Text （一）石某（GA0101）：到县第三人民医院评估用药方案，由镇卫生院负责，12月2日前完成"
        "；每周联合随访1次，由派出所负责，12月23日前完成。 / （二）仇某（GA0103）：纳入个案管理"
        "（高风险），编号GA0103，个案管理员穆青禾。 / （三）欧阳某（GA0102）、芮某（GA0104）等2"
        "例维持原等级和原计划。 / （四）第四季度监护补贴认定工作由民政办于12月15日前完成。"
    ),
    "Text 出席：龚砚秋、阿依努尔·买买提、石䶮、闻人㛃、缪清嘉",
    "Text 请假：欧阳疏影",
    "Text 缺席：桑榆晚",
    "Imprint 小组各成员单位。 · 云栖镇个案管理小组办公室 · 2026年11月27日",
]


def said(answers):
    return outline(lay_out(COMMUNIQUE, answers))


def test_a_communique_says_this():
    assert said(communique()) == NORMAL


@pytest.mark.parametrize("answers", [communique(), thin_communique(), bursting_communique()])
def test_every_field_is_answered_once_and_nothing_else(answers):
    keys = [field.key for field in COMMUNIQUE.fields()]
    assert sorted(keys) == sorted(answers)


def test_a_meeting_that_rated_nobody_does_not_say_it_rated_none():
    words = words_of(lay_out(COMMUNIQUE, thin_communique()))
    assert "0名" not in words
    assert "主持召开云栖镇个案管理小组2026年第11次例会，研究下一步" in words
    assert said(thin_communique()).count("Text 无。") == 3


def test_nobody_on_leave_and_nobody_missing_leaves_out_their_lines():
    words = words_of(lay_out(COMMUNIQUE, thin_communique()))
    assert "请假" not in words
    assert "缺席" not in words


def test_those_present_stand_a_line_below_the_rest():
    present = [b for b in lay_out(COMMUNIQUE, communique()).blocks if isinstance(b, Text)][-3]
    assert present.paragraphs[0] == ()


def test_thirty_articles_are_numbered_as_official_papers_are():
    words = words_of(lay_out(COMMUNIQUE, bursting_communique()))
    assert "（三十）阿某（GA0030）" in words
    assert "（二十一）阿某（GA0021）" in words


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (99, "九十九")],
)
def test_articles_are_counted_in_chinese(number, words):
    assert in_chinese(number) == words


def test_the_red_head_carries_title_number_issuer_and_day():
    assert lay_out(COMMUNIQUE, communique()).blocks[0] == RedHead(
        "云栖镇个案管理小组会议纪要", "第11期", "云栖镇个案管理小组办公室", "2026年11月27日"
    )
