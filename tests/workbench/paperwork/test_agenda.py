"""What notice and agenda say of the records."""

from dataclasses import replace
from datetime import date

import pytest

from data.canonical import canonical
from data.codes import AgendaTier, CaseKind, Sex, TaskOutcome
from data.models.meetings import Meeting
from forms.agenda import AGENDA
from forms.layout import lay_out
from tests.builders import a_closed_meeting, a_planned_meeting
from tests.workbench.paperwork.asking import queries_of
from tests.workbench.register import a_moment
from workbench.agenda_proposals import fill_agenda
from workbench.agendas import add_case_to_agenda, add_matter_to_agenda, add_patient_to_agenda
from workbench.cases import Entry, open_case_management
from workbench.paperwork.agenda import agenda_answers, agenda_lists
from workbench.paperwork.places import _WORDS
from workbench.paperwork.promises import promises_answers
from workbench.paperwork.written_opinion import written_opinion_answers
from workbench.patients import Particulars, register_patient
from workbench.rules.agendas import BY_HAND
from workbench.tasks import list_earlier_tasks, record_task_result
from workbench.teams import record_phone

OCTOBER, JANUARY = date(2026, 10, 28), date(2027, 1, 27)


@pytest.fixture
def planned(bench, team):
    return a_planned_meeting(bench, team)


def answers(bench, meeting, **more):
    with bench.store.reading() as session:
        return agenda_answers(session, session.get_one(Meeting, meeting.id), **more)


def topics(bench, meeting, **more):
    return [row for row in answers(bench, meeting, **more)["topics"] if "heading" not in row]


def opinion_of_the_recorder(session, meeting):
    return written_opinion_answers(session, meeting, meeting.recorder_id)


def about(meeting, fill_in):
    return lambda session: fill_in(session, session.get_one(Meeting, meeting.id))


def without_cases(team):
    return replace(team, cases={})


def headings(bench, meeting):
    rows = answers(bench, meeting)["topics"]
    return [(r["position"], r["heading"], r["details"]) for r in rows if "heading" in r]


def test_the_agenda_answers_every_field_and_no_other(bench, planned):
    fields = {field.key for field in AGENDA.fields()}
    assert set(answers(bench, planned)) - {"lists"} == fields
    assert fields <= set(_WORDS)


def test_the_answers_have_a_canonical_form(bench, planned):
    assert canonical(answers(bench, planned))


def test_a_blank_agenda_prints_from_the_lists_alone(bench):
    assert lay_out(AGENDA, {"lists": agenda_lists()}).blocks


def test_the_notice_says_who_when_where_and_whom_to_tell(bench, team, planned):
    record_phone(bench, team.members["穆青禾"], phone="13900000617")
    said = answers(bench, planned)
    assert (said["held_on"], said["begins"], said["place"]) == (
        "2026-11-25",
        "14:30",
        "镇政府三楼会议室",
    )
    assert said["members"] == list(team.members)
    assert said["contact"] == "穆青禾（精防医师单位，13900000617）"


def test_promises_stand_in_the_order_the_meeting_hears_of_them(bench, team):
    a_closed_meeting(bench, team, OCTOBER)  # three tasks, due on 23 December
    november = a_planned_meeting(bench, team)
    assert {row["standing"] for row in answers(bench, november)["earlier"]["rows"]} == {"未到期"}
    one, two, _ = list_earlier_tasks(bench, november.id)
    record_task_result(bench, one.id, outcome=TaskOutcome.DONE)
    record_task_result(bench, two.id, outcome=TaskOutcome.NOT_CARRIED_OUT, note="材料缺户口簿")
    january = a_planned_meeting(bench, team, JANUARY)
    earlier = answers(bench, january)["earlier"]
    assert [(r["case"], r["standing"], r["title"], r["found"]) for r in earlier["rows"]] == [
        ("GA0102", "未落实", "每周联合随访1次（材料缺户口簿）", ""),
        ("GA0103", "逾期未报", "每周联合随访1次", ""),
        ("GA0101", "已办", "每周联合随访1次", "11-25"),
    ]
    assert {key: value for key, value in earlier.items() if key != "rows"} == {
        "not_carried_out": 1,
        "overdue": 1,
        "no_longer_needed": 0,
        "open": 0,
        "done": 1,
    }


def test_what_is_no_longer_needed_says_why(bench, team):
    a_closed_meeting(bench, team, OCTOBER)
    november = a_planned_meeting(bench, team)
    task = list_earlier_tasks(bench, november.id)[0].id
    record_task_result(bench, task, outcome=TaskOutcome.NO_LONGER_NEEDED, note="已退租")
    first, second, _ = answers(bench, november)["earlier"]["rows"]
    assert (first["title"], first["found"]) == ("每周联合随访1次（已退租）", "情况变化")
    assert (second["standing"], second["found"]) == ("未到期", "办理中")


def test_topics_stand_under_counted_headings(bench, team, planned):
    add_matter_to_agenda(bench, planned.id, title="冬季取暖安全")
    add_matter_to_agenda(bench, planned.id, title="监护补贴认定")
    assert headings(bench, planned) == [
        ("一", "通报上次议定事项落实情况", ""),
        ("二", "重点讨论（3例）", ""),
        ("三", "其他事项", "冬季取暖安全；监护补贴认定"),
        ("四", "宣读记录，当场更正；签字；确认下次会议", "（2026年12月23日 14:30）"),
    ]


def test_both_tiers_keep_the_numbers_of_the_agenda(bench, team):
    meeting = a_planned_meeting(bench, without_cases(team))
    for tier, case in zip(
        (AgendaTier.ROUND, AgendaTier.FOCUS, AgendaTier.ROUND), team.cases.values(), strict=True
    ):
        add_case_to_agenda(bench, meeting.id, case, tier=tier)
    assert [row[1] for row in headings(bench, meeting)][1:3] == ["重点讨论（1例）", "逐例过（2例）"]
    assert [row["position"] for row in topics(bench, meeting)] == ["1", "2", "3"]


def test_a_case_says_its_level_class_and_who_reports(bench, team, planned):
    first, _, third = topics(bench, planned)
    assert (first["case_number"], first["name"], first["level"]) == ("GA0101", "石䶮", 3)
    assert (first["stability"], first["reporter"], first["minutes"]) == ("未评", "穆青禾", None)
    assert third["level"] is None


def test_the_class_is_the_one_the_team_agreed_last(bench, team):
    a_closed_meeting(bench, team, OCTOBER)
    november = a_planned_meeting(bench, team)
    assert {row["stability"] for row in topics(bench, november)} == {"不稳定"}


def test_reasons_are_those_kept_with_the_item(bench, team):
    meeting = a_planned_meeting(bench, without_cases(team))
    fill_agenda(bench, meeting.id)
    assert "危险性评估3级" in topics(bench, meeting)[0]["reasons"]
    by_hand = a_planned_meeting(bench, team, JANUARY)
    assert {row["reasons"] for row in topics(bench, by_hand)} == {BY_HAND}


def test_a_patient_without_a_case_has_no_number_and_nobody_who_reports(bench, team, planned):
    patient = register_patient(bench, Particulars("丘迟", Sex.FEMALE, None, "柳溪村2组", ""))
    add_patient_to_agenda(bench, planned.id, patient)
    row = topics(bench, planned)[-1]
    assert (row["case_number"], row["name"], row["level"], row["reporter"]) == (
        "",
        "丘迟",
        None,
        "",
    )


def test_an_agenda_reads_the_same_at_its_moment(bench, team, clock):
    a_closed_meeting(bench, team, OCTOBER)
    clock.move(minutes=5)
    november = a_planned_meeting(bench, team)
    at = a_moment(clock)
    known = answers(bench, november, at=at)
    for task in list_earlier_tasks(bench, november.id):
        record_task_result(bench, task.id, outcome=TaskOutcome.DONE)
    record_phone(bench, team.members["穆青禾"], phone="13900000618")
    assert answers(bench, november) != known
    assert answers(bench, november, at=at) == known


@pytest.mark.parametrize("fill_in", [agenda_answers, opinion_of_the_recorder])
def test_more_cases_take_no_more_queries(bench, team, planned, fill_in):
    few = queries_of(bench, about(planned, fill_in))
    for number in range(1, 9):
        particulars = Particulars(f"乜{number}", Sex.FEMALE, None, "柳溪村", "双相障碍")
        entry = Entry(f"GB{number:04d}", CaseKind.UNSTABLE, team.members["穆青禾"])
        case = open_case_management(bench, register_patient(bench, particulars), entry)
        add_case_to_agenda(bench, planned.id, case, tier=AgendaTier.ROUND)
    assert queries_of(bench, about(planned, fill_in)) <= few


@pytest.mark.parametrize("fill_in", [agenda_answers, promises_answers])
def test_more_promises_take_no_more_queries(bench, team, fill_in):
    a_closed_meeting(bench, team, OCTOBER)
    few = queries_of(bench, about(a_closed_meeting(bench, team), fill_in))
    january = a_planned_meeting(bench, team, JANUARY)
    assert len(list_earlier_tasks(bench, january.id)) == 6
    assert queries_of(bench, about(january, fill_in)) <= few
