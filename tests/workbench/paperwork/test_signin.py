"""What the sign-in sheet says of the records."""

from data.canonical import canonical
from data.codes import AbsenceReason, MemberRole
from data.models.meetings import Meeting
from forms.layout import lay_out
from forms.signin import SIGNIN
from tests.builders import a_planned_meeting
from workbench.meetings import record_absence
from workbench.paperwork.places import _WORDS
from workbench.paperwork.signin import signin_answers, signin_identity, signin_lists


def answers(bench, meeting, **more):
    with bench.store.reading() as session:
        return signin_answers(session, session.get_one(Meeting, meeting.id), **more)


def test_the_sheet_answers_every_field_and_no_other(bench, meeting):
    fields = {field.key for field in SIGNIN.fields()}
    said = answers(bench, meeting)
    assert set(said) - {"lists"} == fields
    assert fields <= set(_WORDS)
    assert canonical(said)


def test_everybody_who_is_expected_has_a_place(bench, team, meeting):
    said = answers(bench, meeting)
    assert said["expected"] == 6
    assert [person["name"] for person in said["people"]] == list(team.members)
    assert said["people"][0] == {
        "position": 1,
        "name": "龚砚秋",
        "role": MemberRole.LEADER.label,
        "unit": "组长单位",
        "post": "",
        "key": f"attendee:{team.members['龚砚秋']}",
    }


def test_what_comes_to_pass_at_the_table_does_not_change_the_sheet(bench, team):
    planned = a_planned_meeting(bench, team)
    before = answers(bench, planned)
    record_absence(bench, planned.id, team.members["闻人澜"], reason=AbsenceReason.SICK)
    assert answers(bench, planned) == before
    assert (before["came"], before["guests"], before["missing"], before["absences"]) == (
        None,
        None,
        None,
        [],
    )


def test_reasons_are_numbered_as_they_are_recorded(bench):
    reasons = [(row["code"], row["label"]) for row in signin_lists()["reasons"]]
    assert reasons[0] == ("1", "公务")
    assert [code for code, _ in reasons] == ["1", "2", "3", "4", "5"]
    assert lay_out(SIGNIN, {"lists": signin_lists()}).blocks


def test_every_page_says_which_meeting_it_is(bench, meeting):
    said = signin_identity(answers(bench, meeting))
    assert said == ("2026年第1次例会\u30002026年11月25日 14:30",)
