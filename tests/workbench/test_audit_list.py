"""The list of what was done: sentences, masked, narrowed, page by page, and as a table."""

from dataclasses import replace
from datetime import timedelta

import openpyxl
import pytest

from data.codes import AccountKind
from tests.builders import CASES, NAMES, a_closed_meeting
from workbench.audit_list import AT_ONCE, AuditFilter, audit_choices, export_audit, list_audit
from workbench.case_page import open_case_page
from workbench.errors import NotPermitted, Refused
from workbench.paperwork.files import find_case
from workbench.teams import end_membership, list_members, list_teams

ALL = AuditFilter()
NUMBER = next(iter(CASES))


@pytest.fixture
def busy(bench, team):
    """A store in which a meeting was held and a case looked at, once without the right to."""
    a_closed_meeting(bench, team)
    open_case_page(bench, find_case(bench, NUMBER))
    with pytest.raises(NotPermitted):
        end_membership(replace(bench, kind=AccountKind.READER), 1, until_on=bench.today())
    return bench


def test_the_latest_comes_first_and_refusals_are_marked(busy):
    refused, looked, *_ = list_audit(busy, ALL)
    assert (refused.words, refused.refused) == ("结束成员任期", "没有权限")
    assert (looked.words, looked.refused) == ("打开个案页面（显示姓名）", "")
    assert NUMBER in looked.about
    assert looked.account == "记录员"
    assert looked.id == refused.id - 1


def test_no_line_says_a_whole_name(busy):
    said = "".join(f"{line.words}{line.about}" for line in list_audit(busy, ALL))
    members = [m.name for t in list_teams(busy) for m in list_members(busy, t.id)]
    assert members
    assert not [name for name in (*NAMES, *members) if name in said]
    assert "第1次例会" in said


def test_the_list_is_narrowed_by_day_account_group_and_refusal(busy):
    today = busy.today()
    everything = list_audit(busy, ALL)
    assert list_audit(busy, AuditFilter(since=today, until=today, account_id=1)) == everything
    assert list_audit(busy, AuditFilter(since=today + timedelta(days=1))) == []
    assert list_audit(busy, AuditFilter(account_id=2)) == []
    assert [line.words for line in list_audit(busy, AuditFilter(refused_only=True))] == [
        "结束成员任期"
    ]
    looked = list_audit(busy, AuditFilter(group="查看姓名与导出"))
    assert {line.words for line in looked} >= {"打开个案页面（显示姓名）"}
    assert len(looked) < len(everything)
    assert "查看" not in audit_choices()


def test_a_long_list_is_read_page_by_page(busy):
    for _ in range(AT_ONCE):
        with busy.doing("record_absence") as work:
            work.about(meeting=1, member=1)
    first = list_audit(busy, ALL)
    second = list_audit(busy, ALL, before=first[-1].id)
    assert len(first) == AT_ONCE
    assert first[-1].id == second[0].id + 1
    assert second[-1].id == 1


def test_what_is_listed_leaves_as_a_table(busy, tmp_path):
    target = tmp_path / "记录.xlsx"
    lines = list_audit(busy, AuditFilter(refused_only=True))
    assert export_audit(busy, target, AuditFilter(refused_only=True)) == len(lines) == 1
    rows = list(openpyxl.load_workbook(target).active.values)
    assert rows[0][3] == "做了什么"
    assert rows[1][3:] == ("结束成员任期", None, "没有办成：没有权限")
    export_audit(busy, tmp_path / "记录.csv", ALL)
    text = (tmp_path / "记录.csv").read_text("utf-8-sig")
    assert NUMBER in text
    assert not [name for name in NAMES if name in text]


def test_nothing_and_other_files_are_refused(busy, tmp_path):
    tomorrow = busy.today() + timedelta(days=1)
    with pytest.raises(Refused) as nothing:
        export_audit(busy, tmp_path / "记录.csv", AuditFilter(since=tomorrow))
    assert nothing.value.code == "NothingDone"
    with pytest.raises(Refused) as other:
        export_audit(busy, tmp_path / "记录.pdf", ALL)
    assert other.value.code == "NotATable"
    assert not list(tmp_path.glob("记录*"))


def test_only_some_may_read_it(busy):
    with pytest.raises(NotPermitted):
        list_audit(replace(busy, kind=AccountKind.READER, administers=False), ALL)
