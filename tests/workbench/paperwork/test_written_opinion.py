"""What a member who cannot come is asked."""

from datetime import date, time

import pytest

from data.canonical import canonical
from data.codes import Sex
from data.models.meetings import Meeting
from forms.written_opinion import WRITTEN_OPINION
from tests.builders import a_closed_meeting, a_planned_meeting, a_running_meeting, settle_all
from tests.workbench.register import a_moment
from workbench.agendas import add_matter_to_agenda, add_patient_to_agenda
from workbench.closing import close_meeting
from workbench.errors import NotOnTeam
from workbench.paperwork.places import _WORDS
from workbench.paperwork.written_opinion import (
    written_opinion_answers,
    written_opinion_identity,
)
from workbench.patients import Particulars, register_patient
from workbench.rules.agendas import BY_HAND
from workbench.teams import record_phone

OCTOBER = date(2026, 10, 28)


def answers(bench, team, meeting, name="闻人澜", **more):
    with bench.store.reading() as session:
        found = session.get_one(Meeting, meeting.id)
        return written_opinion_answers(session, found, team.members[name], **more)


def test_the_sheet_answers_every_field_and_no_other(bench, team, meeting):
    fields = {field.key for field in WRITTEN_OPINION.fields()}
    said = answers(bench, team, meeting)
    assert set(said) - {"lists"} == fields
    assert fields <= set(_WORDS)
    assert canonical(said)


def test_the_one_who_is_asked_signs_and_nobody_else(bench, team, meeting):
    said = answers(bench, team, meeting)
    assert (said["name"], said["unit_and_post"]) == ("闻人澜", "精神科医师单位")
    assert said["signers"] == [
        {"key": f"absentee:{team.members['闻人澜']}", "role": "精神科医师", "name": "闻人澜"}
    ]


def test_it_goes_back_to_the_recorder(bench, team, meeting):
    record_phone(bench, team.members["穆青禾"], phone="13900000617")
    assert answers(bench, team, meeting)["return_to"] == "穆青禾（精防医师单位，13900000617）"


def test_each_case_says_what_the_team_agreed_last(bench, team):
    a_closed_meeting(bench, team, OCTOBER)
    planned = a_planned_meeting(bench, team)
    first = answers(bench, team, planned)["cases"][0]
    assert first == {
        "position": 1,
        "case_number": "GA0101",
        "name": "石䶮",
        "facts": "梧桐村3组\u3000精神分裂症\u3000高风险",
        "previous": {"level": 3, "on": "2026-10-28"},
        "reasons": BY_HAND,
        "question": "维持还是调整等级，对干预计划有何意见",
        "level": None,
        "words": None,
    }


def test_a_patient_without_a_case_is_asked_about_as_an_entry(bench, team):
    planned = a_planned_meeting(bench, team)
    add_matter_to_agenda(bench, planned.id, title="冬季取暖安全")
    patient = register_patient(bench, Particulars("丘迟", Sex.FEMALE, None, "柳溪村2组", ""))
    add_patient_to_agenda(bench, planned.id, patient)
    cases = answers(bench, team, planned)["cases"]
    last = cases[-1]
    assert [case["position"] for case in cases] == [1, 2, 3, 4]
    assert (last["case_number"], last["name"], last["previous"]) == ("拟入组", "丘迟", None)
    assert last["question"].startswith("是否同意入组")


def test_somebody_who_is_not_expected_is_not_asked(bench, meeting):
    with bench.store.reading() as session, pytest.raises(NotOnTeam):
        written_opinion_answers(session, session.get_one(Meeting, meeting.id), 999)


def test_the_sheet_reads_the_same_at_its_moment(bench, team, clock):
    october = a_running_meeting(bench, team, OCTOBER)
    settle_all(bench, team, october)
    planned = a_planned_meeting(bench, team)
    at = a_moment(clock)
    known = answers(bench, team, planned, at=at)
    close_meeting(bench, october.id, ends=time(16, 20))
    record_phone(bench, team.members["穆青禾"], phone="13900000618")
    assert answers(bench, team, planned) != known
    assert answers(bench, team, planned, at=at) == known


def test_every_page_says_who_is_asked(bench, team, meeting):
    said = written_opinion_identity(answers(bench, team, meeting))
    assert said == ("2026年第1次例会", "征询对象 闻人澜\u3000精神科医师单位")
