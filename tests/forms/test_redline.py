"""What the comparison of two versions of a plan says."""

import pytest

from forms.blocks import Change, Table
from forms.layout import lay_out
from forms.redline import REDLINE
from tests.forms.outline import outline, words_of
from tests.forms.plan_samples import LONG
from tests.forms.redline_samples import bursting_redline, redline, thin_redline

NORMAL = [
    (
        "Title 计划修订对照单 · 个案管理计划（高风险）\u3000GA0101\u3000石䶮 · 第2次（2026-08-2"
        "6）→ 第3次（2026-11-25）"
    ),
    ("Text 共修改4处：新增1、修改1、延期1、去掉1；其余3项未变。划去的字用单线，新写的字加双线。"),
    "Table 10·21·52·56·31",
    "  head 序 | 项\u3000目 | 原 | 现 | 修改理由",
    (
        "  row 1 | 药物管理 / 督促服药 | 措施：-母亲-每晚督促服药，记入看护手册 | 措施：+村医+"
        "每晚+送药到家+督促服药，记入看护手册 | 母亲骨折"
    ),
    (
        "  row 2 | 风险防范 / 周边隐患 | 期限：-2026-11-20- | 期限：+2026-12-05+ | 未达到：学校"
        "秋假，改期"
    ),
    "  row 3 | 家庭监护 / 监护协议 | （无） | 措施：+补签监护协议+ / 责任人：+皮桂香+ | ",
    "  row 4 | 药物管理 / 督促服药 | 措施：-写服药日记- | （无） | 改为送药",
    "Heading 精神科医师批注的处理",
    "Table 18·76·20·56",
    "  head 日\u3000期 | 批\u3000注 | 处\u3000理 | 说\u3000明",
    (
        "  row 11-12 | 建议评估长效针剂；先查肝功能、心电图。 | 采纳 | 已生成任务T-0012，2026-1"
        "2-02前"
    ),
    "  row 11-12 | 建议每周谈话。 | 不采纳 | 理由：先稳定用药",
    "Heading 确\u3000认",
    "Text 以上修改经2026年第11次例会通过，自2026-11-25起生效；第2次计划保留存档。",
    (
        "SignatureGrid leader:1 · 组长 · 龚砚秋 / manager:2 · 个案管理员 · 穆青禾 / psychiatris"
        "t:3 · 精神科医师 · 闻人澜 / guardian:5 · 监护人（知情） · 石守田"
    ),
    "Ending 以下空白",
]
BLANK = [
    (
        "Title 计划修订对照单 · 个案管理计划（＿）\u3000＿\u3000＿ · 第＿次（＿年＿月＿日）→ "
        "第＿次（＿年＿月＿日）"
    ),
    (
        "Text 共修改＿处：新增＿、修改＿、延期＿、去掉＿；其余＿项未变。划去的字用单线，新写的"
        "字加双线。"
    ),
    "Table 10·21·52·56·31",
    "  head 序 | 项\u3000目 | 原 | 现 | 修改理由",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
    "  row  |  |  |  | ",
    "Heading 精神科医师批注的处理",
    "Table 18·76·20·56",
    "  head 日\u3000期 | 批\u3000注 | 处\u3000理 | 说\u3000明",
    "  row  |  |  | ",
    "  row  |  |  | ",
    "Heading 确\u3000认",
    "Text 以上修改经＿通过，自＿年＿月＿日起生效；第＿次计划保留存档。",
    "SignatureGrid 组长 / 个案管理员 / 精神科医师 / 监护人（知情）",
    "Ending 以下空白",
]


def test_a_sheet_says_this():
    assert outline(lay_out(REDLINE, redline())) == NORMAL


def test_a_blank_sheet_leaves_room_for_all_of_it():
    assert outline(lay_out(REDLINE, {})) == BLANK


def tables(answers):
    return [block for block in lay_out(REDLINE, answers).blocks if isinstance(block, Table)]


@pytest.mark.parametrize("answers", [redline(), thin_redline(), bursting_redline(), {}])
def test_every_table_is_as_wide_as_the_frame(answers):
    assert {sum(table.widths) for table in tables(answers)} <= {REDLINE.page.frame}


@pytest.mark.parametrize("answers", [redline(), thin_redline(), bursting_redline()])
def test_every_field_is_answered_once_and_nothing_else(answers):
    keys = [field.key for field in REDLINE.fields()]
    assert sorted(keys) == sorted(answers.keys() - {"lists"})


def test_two_versions_that_read_the_same_say_so_and_confirm_nothing():
    said = outline(lay_out(REDLINE, thin_redline()))
    assert "Text 两次计划的内容相同。" in said
    assert not any("通过" in line for line in said)


def test_words_taken_out_and_added_keep_their_marks():
    cells = [cell for row in tables(redline())[0].groups[0].rows for cell in row.cells]
    runs = [run for cell in cells for line in cell.lines for run in line]
    assert [run.text for run in runs if run.change is Change.REMOVED] == ["母亲"]
    assert [run.text for run in runs if run.change is Change.ADDED] == ["村医", "送药到家"]


def test_each_field_of_a_line_stands_on_a_line_of_its_own():
    added = tables(redline())[0].groups[2].rows[0].cells[3]
    assert [line[0].text for line in added.lines] == ["措施：", "责任人："]


def test_thirty_changes_and_long_words_all_appear():
    paper = lay_out(REDLINE, bursting_redline())
    assert len(paper.blocks[2].groups) == 30
    assert words_of(paper).count("欧阳𬭎") == 30
    assert words_of(paper).count(LONG) == 4 + 3 * 2
