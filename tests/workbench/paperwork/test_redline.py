"""What the comparison of two versions of a plan says of the records."""

from datetime import UTC, datetime

import pytest

from data.canonical import canonical
from forms.redline import REDLINE
from tests.builders import Clock
from tests.workbench.paperwork.plans import two_versions
from tests.workbench.register import a_moment
from workbench.errors import NotFound
from workbench.paperwork.redline import redline_answers, redline_identity
from workbench.patients import Particulars, correct_patient

MARKS = {"kept": "{}", "added": "+{}+", "removed": "-{}-"}


@pytest.fixture
def clock():
    return Clock(datetime(2026, 10, 28, 6, 30, tzinfo=UTC))


@pytest.fixture
def versions(bench, team, clock):
    return two_versions(bench, team, clock)


def answers(bench, plan_id, at=None):
    with bench.store.reading() as session:
        return redline_answers(session, plan_id, at)


def said(pieces):
    return "".join(MARKS[piece["change"]].format(piece["text"]) for piece in pieces)


def test_every_field_is_answered_and_no_other(bench, versions):
    found = answers(bench, versions.second)
    assert set(found) == {field.key for field in REDLINE.fields()}
    assert canonical(found)


def test_the_head_names_both_versions_and_their_days(bench, versions):
    found = answers(bench, versions.second)
    assert (found["earlier_number"], found["earlier_on"]) == (1, "2026-10-28")
    assert (found["number"], found["held_on"]) == (2, "2026-11-25")
    assert (found["name"], found["case_number"]) == ("石䶮", "GA0101")


def test_the_changes_are_counted_by_kind(bench, versions):
    found = answers(bench, versions.second)
    kinds = ("total", "added", "changed", "postponed", "removed", "same")
    assert [found[kind] for kind in kinds] == [4, 1, 1, 1, 1, 1]


def test_each_change_shows_the_words_and_where_the_record_says_why(bench, versions):
    changes = answers(bench, versions.second)["changes"]
    assert [(row["subject"], row["reason"]) for row in changes] == [
        ("风险防范\n住处距小学200米", "未达到：学校秋假"),
        ("药物管理\n漏服", "母亲外出务工"),
        ("药物管理\n长效针剂", "采纳2026-11-25医师批注"),
        ("风险防范\n邻里纠纷", "已和解"),
    ]
    put_off, reworded, new, gone = changes
    assert said(put_off["before"]) == "期限：-2026-11-20-"
    assert said(put_off["after"]) == "期限：+2026-12-05+"
    assert said(reworded["before"]) == "措施：每晚由-母亲-督促服药"
    assert said(reworded["after"]) == "措施：每晚由+村医送药到家+督促服药"
    assert new["before"] == []
    assert said(new["after"]).startswith("目标：+三个月内不再惊扰邻居+\n措施：+每周联合走访一次+")
    assert said(gone["before"]).endswith("\n频次：-每周一次-")
    assert gone["after"] == []


def test_team_and_guardian_sign(bench, team, versions):
    signers = answers(bench, versions.second)["signers"]
    assert [(s["role"], s["name"]) for s in signers] == [
        ("组长", "龚砚秋"),
        ("个案管理员", "穆青禾"),
        ("精神科医师", "闻人澜"),
        ("监护人（知情）", "石守田"),
    ]


def test_a_first_version_has_nothing_to_be_compared_with(bench, versions):
    with pytest.raises(NotFound, match="上一次"):
        answers(bench, versions.first)


def test_a_comparison_reads_later_as_it_read_then(bench, team, versions, clock):
    moment, before = a_moment(clock), answers(bench, versions.second)
    correct_patient(bench, team.patients["GA0101"], Particulars("石砚", "male"), why="抄错")
    assert answers(bench, versions.second) != before
    assert answers(bench, versions.second, moment) == before


def test_overleaf_the_sheet_says_whose_plan_and_which_versions(bench, versions):
    assert redline_identity(answers(bench, versions.second)) == (
        "GA0101\u3000石䶮\u3000第1次→第2次",
    )
