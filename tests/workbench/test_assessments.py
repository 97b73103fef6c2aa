"""What members say and rate, and the rating the team agrees."""

from datetime import date

import pytest

from data.codes import RiskLevel, Stability
from tests.builders import a_closed_meeting, a_running_meeting, settle
from workbench.agendas import add_matter_to_agenda
from workbench.assessments import record_assessment, record_opinion
from workbench.errors import NoRatingForMatters, NotOnTeam, ReasonNeeded
from workbench.live import read_item, reasons_for_level

OCTOBER = date(2026, 10, 28)
ONE, TWO, THREE, FOUR = RiskLevel(1), RiskLevel(2), RiskLevel(3), RiskLevel(4)


def said(bench, item):
    return {row.name: row.words for row in read_item(bench, item).opinions if row.words}


def test_said_again_is_a_correction_and_emptied_is_withdrawn(bench, team, meeting):
    item, police = meeting.items["GA0101"], team.members["亓文涛"]
    record_opinion(bench, item, police, words="出警一次")
    record_opinion(bench, item, police, words="出警两次", level=FOUR)
    assert said(bench, item) == {"亓文涛": "出警两次"}
    record_opinion(bench, item, police, words=" ")
    assert said(bench, item) == {}
    record_opinion(bench, item, police, words="出警三次")
    assert said(bench, item) == {"亓文涛": "出警三次"}


def test_only_an_expected_member_is_heard(bench, meeting):
    with pytest.raises(NotOnTeam):
        record_opinion(bench, meeting.items["GA0101"], 99, words="路人")


def test_opinions_stand_in_the_order_of_the_attendance_list(bench, team, meeting):
    item = meeting.items["GA0101"]
    for name in ("皮桂香", "龚砚秋", "闻人澜"):
        record_opinion(bench, item, team.members[name], words=f"{name}说")
    assert list(said(bench, item)) == ["龚砚秋", "闻人澜", "皮桂香"]


def test_a_changed_level_without_reason_is_refused(bench, team):
    a_closed_meeting(bench, team, OCTOBER)  # everybody rated 3
    meeting = a_running_meeting(bench, team)
    item = meeting.items["GA0102"]
    with pytest.raises(ReasonNeeded, match="由3级改为2级"):
        record_assessment(bench, item, level=TWO, stability=Stability.UNSTABLE)
    assert read_item(bench, item).level is None
    record_assessment(bench, item, level=TWO, stability=None, reason="连续28天无打砸行为。")
    assert read_item(bench, item).level is TWO
    assert reasons_for_level(bench, item, THREE) == ()
    assert "由3级改为2级" in read_item(bench, item).reasons_wanted[0]


def test_a_rating_below_the_last_clinical_one_needs_a_reason(bench, meeting):
    with pytest.raises(ReasonNeeded, match="临床等级3级"):
        record_assessment(bench, meeting.items["GA0101"], level=TWO, stability=None)


def test_members_two_levels_apart_need_a_reason(bench, team, meeting):
    item = meeting.items["GA0103"]
    record_opinion(bench, item, team.members["亓文涛"], words="", level=FOUR)
    record_opinion(bench, item, team.members["皮桂香"], words="", level=TWO)
    with pytest.raises(ReasonNeeded, match="相差2级"):
        record_assessment(bench, item, level=FOUR, stability=None)


def test_a_first_rating_of_someone_unknown_needs_none(bench, meeting):
    record_assessment(bench, meeting.items["GA0103"], level=ONE, stability=Stability.STABLE)
    details = read_item(bench, meeting.items["GA0103"])
    assert (details.level, details.previous_level, details.clinical_level) == (ONE, None, None)


def test_the_previous_rating_is_that_of_the_last_closed_meeting(bench, team):
    a_closed_meeting(bench, team, date(2026, 9, 23))
    october = a_running_meeting(bench, team, OCTOBER)
    settle(bench, team, october.items["GA0103"], FOUR, reason="持续打砸，劝阻不停。")
    november = a_running_meeting(bench, team)
    assert read_item(bench, november.items["GA0103"]).previous_level is THREE


def test_matters_are_not_rated(bench, meeting):
    matter = add_matter_to_agenda(bench, meeting.id, title="冬季取暖安全")
    with pytest.raises(NoRatingForMatters):
        record_assessment(bench, matter, level=ONE, stability=None)
