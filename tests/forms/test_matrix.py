"""What the sheet of cases against people says, and whose places it has."""

import pytest

from forms.blocks import Break, Table
from forms.layout import lay_out
from forms.matrix import MATRIX
from forms.writers.pdf import write_pdf
from tests.forms.outline import outline
from tests.forms.samples import STAMP
from tests.forms.summary_samples import blank, bursting_matrix, matrix, thin_matrix

NORMAL = [
    (
        "Title 集体评估签字矩阵 · 每人在自己一列从上往下逐案签名；不同意的写“异”并签名，另在"
        "该案评估表第六项写明。"
    ),
    "Table 9·41·22·39·39·39·39·39",
    (
        "  head 序 | 个\u3000案 | 集体等级 | 1\u3000组长 / 龚砚秋 | 2\u3000精防 / 阿依努尔·买"
        "买提 | 3\u3000精神科 / 石䶮 | 4\u3000民警 / 闻人㛃 | 5\u3000综治 / 缪清嘉"
    ),
    (
        "  row 1 | 张\u3000龑 / GA0001\u3000幸福村3组 | ▲3级 / 上次▲4级 | #item:1/member:1 | "
        "#item:1/member:2 | #item:1/member:3 | #item:1/member:4 | #item:1/member:5"
    ),
    (
        "  row 2 | 厉树北 / GA0002\u3000幸福村3组 | ▲4级 / 上次▲3级 | #item:2/member:1 | #ite"
        "m:2/member:2 | #item:2/member:3 | #item:2/member:4 | #item:2/member:5"
    ),
    "  row 签名日期 | 月\u3000日 | 月\u3000日 | 月\u3000日 | 月\u3000日 | 月\u3000日",
    "Text 本页第1—5人，共9人；个案第1—2例，共2例。补签的写真实日期。",
    "Break",
    "Table 9·41·22·48.75·48.75·48.75·48.75",
    (
        "  head 序 | 个\u3000案 | 集体等级 | 6\u3000村居干部 / 冉𬭎 | 7\u3000村居干部 / 戚望"
        "舒 | 8\u3000民政 / 芮𠅤 | 9\u3000残联 / 桑榆晚"
    ),
    (
        "  row 1 | 张\u3000龑 / GA0001\u3000幸福村3组 | ▲3级 / 上次▲4级 | #item:1/member:6 | "
        "#item:1/member:7 | #item:1/member:8 | /"
    ),
    (
        "  row 2 | 厉树北 / GA0002\u3000幸福村3组 | ▲4级 / 上次▲3级 | #item:2/member:6 | #ite"
        "m:2/member:7 | #item:2/member:8 | /"
    ),
    "  row 签名日期 | 月\u3000日 | 月\u3000日 | 月\u3000日 | 缺席（公务）",
    "Text 本页第6—9人，共9人；个案第1—2例，共2例。补签的写真实日期。",
]
BLANK = [
    (
        "Title 集体评估签字矩阵 · 每人在自己一列从上往下逐案签名；不同意的写“异”并签名，另在"
        "该案评估表第六项写明。"
    ),
    "Table 9·41·22·27.8571·27.8571·27.8571·27.8571·27.8571·27.8571·27.8571",
    (
        "  head 序 | 个\u3000案 | 集体等级 | 1\u3000 | 2\u3000 | 3\u3000 | 4\u3000 | 5\u3000 "
        "| 6\u3000 | 7\u3000"
    ),
    "  row 1 |  |  |  |  |  |  |  |  | ",
    "  row 2 |  |  |  |  |  |  |  |  | ",
    "  row 3 |  |  |  |  |  |  |  |  | ",
    "  row 4 |  |  |  |  |  |  |  |  | ",
    "  row 5 |  |  |  |  |  |  |  |  | ",
    "  row 6 |  |  |  |  |  |  |  |  | ",
    "  row 7 |  |  |  |  |  |  |  |  | ",
    (
        "  row 签名日期 | 月\u3000日 | 月\u3000日 | 月\u3000日 | 月\u3000日 | 月\u3000日 | 月"
        "\u3000日 | 月\u3000日"
    ),
]


def tables(answers):
    return [block for block in lay_out(MATRIX, answers).blocks if isinstance(block, Table)]


def printed(answers):
    return write_pdf(lay_out(MATRIX, answers), STAMP)


def test_a_sheet_says_this():
    assert outline(lay_out(MATRIX, matrix(2, 9))) == NORMAL


def test_a_blank_sheet_leaves_room_for_all_of_it():
    assert outline(lay_out(MATRIX, blank())) == BLANK


def test_the_sheet_asks_for_exactly_these_answers():
    assert {field.key for field in MATRIX.fields()} == set(matrix())


@pytest.mark.parametrize("answers", [matrix(), blank(), thin_matrix(), bursting_matrix()])
def test_every_table_is_as_wide_as_the_frame(answers):
    assert {round(sum(table.widths), 6) for table in tables(answers)} == {267}


@pytest.mark.parametrize(
    ("cases", "people", "pages"),
    [(1, 1, 1), (7, 7, 1), (7, 11, 2), (9, 7, 1), (10, 7, 2), (30, 12, 8)],
)
def test_people_and_cases_are_spread_evenly_over_pages(cases, people, pages):
    assert printed(matrix(cases, people)).pages == pages
    assert len(tables(matrix(cases, people))) == pages


def test_everybody_present_signs_each_case_once():
    slots = [slot.key for slot in printed(bursting_matrix()).slots]
    present = [n for n in range(1, 13) if n != 9]
    wanted = {f"item:{case}/member:{n}" for case in range(1, 31) for n in present}
    assert len(slots) == len(set(slots))
    assert set(slots) == wanted


def test_every_page_has_room_for_the_days_of_signing():
    for table in tables(bursting_matrix()):
        assert table.groups[-1].rows[0].cells[0].lines[0][0].text == "签名日期"


def test_places_to_sign_are_large_enough_for_a_thick_pen():
    for slot in printed(bursting_matrix()).slots:
        assert slot.width >= 25
        assert slot.height >= 12


def test_a_meeting_that_rated_nobody_has_nothing_to_sign():
    answers = {**matrix(1, 3), "cases": []}
    assert tables(answers) == []
    assert not any(isinstance(block, Break) for block in lay_out(MATRIX, answers).blocks)
