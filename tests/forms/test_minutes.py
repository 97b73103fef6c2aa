"""What the minutes say."""

import pytest

from forms.blocks import Heading, Role, SignatureGrid, Table, Text, Title, Words
from forms.layout import blocks
from forms.minutes import MINUTES
from forms.signs import visible
from tests.forms.samples import a_decision, an_item, an_opinion, minutes


def said(line):
    return "".join(run.text for run in line if isinstance(run, Words))


def cell_texts(table):
    cells = [cell for group in table.groups for row in group.rows for cell in row.cells]
    return ["\n".join(map(said, c.lines)) for c in cells if c.role is Role.VALUE]


def labels_of(table):
    return [said(group.label.lines[0]).replace("\u3000", "") for group in table.groups]


def tables(**answers):
    return [block for block in blocks(MINUTES, minutes(**answers)) if isinstance(block, Table)]


def case_cells(**item):
    return cell_texts(tables(items=[an_item(1, **item)])[2])


def texts(**answers):
    found = [block for block in blocks(MINUTES, minutes(**answers)) if isinstance(block, Text)]
    return ["\n".join(map(said, block.paragraphs)) for block in found]


def test_every_answer_of_the_sample_belongs_to_a_field_and_the_reverse():
    assert [field.key for field in MINUTES.fields()] == list(minutes())


def test_the_title_stands_between_the_unit_and_the_meeting():
    title = blocks(MINUTES, minutes())[0]
    assert isinstance(title, Title)
    assert (said(title.above), title.text, said(title.below)) == (
        "幸福镇严重精神障碍患者个案管理小组",
        "个案会议记录",
        "2026年第11次例会",
    )


def test_the_opening_says_when_where_and_who():
    cells = cell_texts(tables()[0])
    assert "2026年11月25日（星期三）14:30—16:20" in cells
    assert "龚砚秋（镇党委副书记）" in cells
    assert any(
        cell.startswith("应到11人，实到10人：龚砚秋、阿依努尔·买买提、石䶮") for cell in cells
    )
    assert "欧阳疏影（公务，已交书面意见）" in cells
    assert cells[-2:] == ["无", "主持人宣读保密要求（14:32）；到会人员无异议。"]


def test_earlier_promises_are_counted_and_the_rest_is_named():
    heading = next(b for b in blocks(MINUTES, minutes()) if isinstance(b, Heading))
    assert said(heading.note) == "共10项：已办5\u3000未落实3\u3000不再需要1\u3000未到期1"
    assert texts()[0] == "其余7项按期办结或未到期，明细见任务台账。"


def test_a_meeting_without_earlier_promises_says_so():
    nothing = {"done": 0, "not_carried_out": 0, "no_longer_needed": 0, "open": 0, "rows": []}
    assert texts(earlier=nothing)[0] == "没有需要核对的议定事项。"


@pytest.mark.parametrize(
    ("levels", "words"),
    [
        ((3, 4), "上次▲3级 → 本次 ▲4级；病情分类 不稳定。变动理由：有变化。"),
        ((None, 2), "首次评定 2级；病情分类 不稳定。理由：有变化。"),
        ((3, 3), "维持 ▲3级；病情分类 不稳定。理由：有变化。"),
        ((3, None), "—；病情分类 不稳定。理由：有变化。"),
    ],
)
def test_a_rating_says_what_changed(levels, words):
    before, now = levels
    assert words in case_cells(previous_level=before, level=now, reason="有变化。")


def test_a_meeting_that_only_hears_of_a_case_says_nothing_of_a_rating():
    table = tables(items=[an_item(1, level=None, stability="", reason="")])[2]
    assert "集体评定" not in labels_of(table)


def test_of_a_case_put_off_it_is_said_that_nobody_rated_it():
    put_off = {"level": None, "stability": "", "reason": "", "deferred": "材料不齐"}
    assert "—" in case_cells(**put_off)


def test_opinions_carry_name_words_and_proposed_level():
    opinions = [
        an_opinion("石䶮", "断药9天。", level=4),
        an_opinion("龚砚秋", "同意", written=True),
    ]
    assert "石䶮（建议▲4级）\u3000断药9天。\n龚砚秋（书面）\u3000同意" in case_cells(
        opinions=opinions
    )


def test_a_matter_without_a_patient_is_not_rated():
    table = tables(items=[an_item(1, tier="matter", case_number=None, facts=[])])[2]
    assert labels_of(table) == ["讨论", "会议决定", "不同意见"]


def test_a_deferred_item_says_why():
    assert "暂缓议：监护人未到" in case_cells(decisions=[], deferred="监护人未到")


def test_nothing_decided_and_nothing_disputed_is_said_in_a_word():
    assert case_cells(decisions=[], dissents=[])[-2:] == ["无", "无"]


def test_a_deadline_far_from_the_meeting_carries_its_year():
    decisions = [a_decision("复评", "2027-01-06"), a_decision("再评", "2027-09-09")]
    cells = case_cells(decisions=decisions)
    assert "01-06" in cells
    assert "2027年\n09-09" in cells


def test_short_names_are_spaced_in_columns_only():
    cells = case_cells(decisions=[a_decision("请石䶮联系")])
    assert "石\u3000䶮" in cells
    assert "请石䶮联系" in cells


def test_a_name_in_running_text_is_kept_whole():
    paragraph = next(
        b
        for b in blocks(MINUTES, minutes(other_matters="由闻人㛃负责。"))
        if isinstance(b, Text) and "负责" in said(b.paragraphs[0])
    ).paragraphs[0]
    assert [run.text for run in paragraph if run.whole] == ["闻人㛃"]


def test_the_end_names_the_next_meeting_and_the_hour():
    assert texts()[-1].endswith("下次例会 2026年12月23日 14:30，三楼会议室。16:20 散会。")


def test_without_a_next_meeting_and_other_matters_nothing_is_invented():
    found = texts(next_meeting=None, ends=None, other_matters="")
    assert found[-2:] == ["无。", "16:12 宣读记录。更正1处：随访间隔由“两周”改为“一周”。"]


def test_a_meeting_that_discussed_no_case_says_so():
    assert texts(items=[])[1] == "无。"


def test_a_new_line_in_typed_text_is_a_new_line():
    assert "第一行\n第二行" in cell_texts(tables(opening="第一行\n第二行")[0])
    assert texts(other_matters="甲\n乙")[1] == "甲\n乙"


def test_characters_that_draw_nothing_are_left_out():
    assert visible("张\x00三\u202e\u200b\ufeff李\ud800四\t五") == "张三李四 五"


def test_a_blank_form_keeps_roles_and_drops_names():
    grid = next(block for block in blocks(MINUTES, {}) if isinstance(block, SignatureGrid))
    roles = ["主持人", "记录人", "发言核对", "发言核对"]
    assert [(signer.role, signer.name, signer.key) for signer in grid.signers] == [
        (role, "", "") for role in roles
    ]


def test_rows_of_a_blank_form_leave_room_for_a_pen():
    found = [block for block in blocks(MINUTES, {}) if isinstance(block, Table)]
    rows = [row for table in found for group in table.groups for row in group.rows]
    assert all(row.least >= 9 for row in rows)
    assert len(found[1].groups) >= 6


def test_what_nobody_in_particular_said_follows_the_opinions():
    cells = case_cells(discussion="一致同意加强走访。\n下月再评。")
    assert cells[0].endswith("可先行垫付。\n一致同意加强走访。\n下月再评。")
