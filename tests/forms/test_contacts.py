"""What a list of contacts says."""

import pytest

from forms.blocks import Table
from forms.contacts import CONTACTS
from forms.layout import lay_out
from tests.forms.contacts_samples import (
    blank_contacts,
    bursting_contacts,
    contacts,
    thin_contacts,
)
from tests.forms.outline import outline, words_of

NORMAL = [
    "Title 通讯录 · 云栖镇 · 2026年11月25日（星期三）",
    "Table 32·22·38·22·28·28",
    "  head 姓\u3000名 | 角\u3000色 | 单\u3000位 | 职\u3000务 | 电\u3000话 | 备用电话",
    "  row 云栖镇个案管理小组（3人）",
    "  row 龚砚秋 | 民警 | 云栖镇派出所 | 三级警长 | 13900000617 | —",
    "  row 阿依努尔·买买提 | 民警 | 云栖镇派出所 | 三级警长 | 13900000617 | —",
    "  row 石\u3000䶮 | 民警 | 云栖镇派出所 | 三级警长 | 13900000617 | —",
    "  row 梧桐村关爱帮扶小组（1人）",
    "  row 闻人㛃 | 民警 | 云栖镇派出所 | — | — | 0990-1234567",
    "Text 只供小组成员之间联系工作；不列患者和家属，号码有变请告知记录人。",
]
BLANK = [
    "Title 通讯录",
    "Table 32·22·38·22·28·28",
    "  head 姓\u3000名 | 角\u3000色 | 单\u3000位 | 职\u3000务 | 电\u3000话 | 备用电话",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "  row  |  |  |  |  | ",
    "Text 只供小组成员之间联系工作；不列患者和家属，号码有变请告知记录人。",
]


def test_a_sheet_says_this():
    assert outline(lay_out(CONTACTS, contacts())) == NORMAL


def test_a_blank_sheet_leaves_room_for_all_of_it():
    assert outline(lay_out(CONTACTS, blank_contacts())) == BLANK


def tables(answers):
    return [block for block in lay_out(CONTACTS, answers).blocks if isinstance(block, Table)]


@pytest.mark.parametrize(
    "answers", [contacts(), thin_contacts(), bursting_contacts(), blank_contacts()]
)
def test_every_table_is_as_wide_as_the_frame(answers):
    assert {round(sum(table.widths), 6) for table in tables(answers)} <= {CONTACTS.page.frame}


@pytest.mark.parametrize("answers", [contacts(), thin_contacts(), bursting_contacts()])
def test_every_field_is_answered_once_and_nothing_else(answers):
    keys = [field.key for field in CONTACTS.fields()]
    assert sorted(keys) == sorted(answers.keys() - {"lists"})


def test_the_name_of_a_team_runs_across():
    first = tables(contacts())[0].groups[0].rows[0]
    assert [cell.span for cell in first.cells] == [6]


def test_a_number_nobody_knows_is_a_dash():
    assert any(
        line.endswith("| — | 0990-1234567") for line in outline(lay_out(CONTACTS, contacts()))
    )


def test_a_list_with_nobody_on_it_says_so():
    assert "Text 小组里还没有成员。" in outline(lay_out(CONTACTS, thin_contacts()))


def test_everybody_of_every_team_is_there():
    words = words_of(lay_out(CONTACTS, bursting_contacts()))
    assert words.count("13900000617") == 120
    assert words.count("冉𬭎") == 12
