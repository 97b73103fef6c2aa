"""What the minutes say of the records."""

from datetime import date, time

import pytest

from data.canonical import canonical
from data.codes import AbsenceReason, RiskLevel, Stability, TaskOutcome
from data.models.meetings import Meeting
from forms.minutes import MINUTES
from tests.builders import a_closed_meeting, a_running_meeting, settle
from workbench.agendas import add_matter_to_agenda
from workbench.assessments import record_opinion
from workbench.confirming import Confirmed, confirm_item
from workbench.decisions import defer_item
from workbench.meetings import record_absence
from workbench.paperwork.minutes import minutes_answers
from workbench.tasks import list_earlier_tasks, record_task_result

OCTOBER = date(2026, 10, 28)


def answers(bench, meeting, **more):
    with bench.store.reading() as session:
        return minutes_answers(session, session.get_one(Meeting, meeting.id), **more)


def test_the_minutes_answer_every_field_and_no_other(bench, meeting):
    assert set(answers(bench, meeting)) == {field.key for field in MINUTES.fields()}


def test_the_answers_have_a_canonical_form(bench, team, meeting):
    settle(bench, team, meeting.items["GA0101"], RiskLevel.ANYWHERE)
    assert canonical(answers(bench, meeting))


def test_each_item_says_who_said_what_and_what_was_decided(bench, team, meeting):
    item = meeting.items["GA0101"]
    settle(bench, team, item, RiskLevel.ANYWHERE)
    record_opinion(
        bench,
        item,
        team.members["皮桂香"],
        words="平时不出门。",
        dissent="建议2级。",
        level=RiskLevel.AT_HOME,
    )
    defer_item(bench, meeting.items["GA0102"], reason="监护人未到会")
    matter = add_matter_to_agenda(bench, meeting.id, title="冬季取暖安全")
    assert matter
    first, second, _, last = answers(bench, meeting)["items"]
    assert (first["name"], first["case_number"], first["level"]) == ("石䶮", "GA0101", 3)
    assert first["facts"] == ["梧桐村3组", "精神分裂症", "高风险"]
    assert [o["name"] for o in first["opinions"]] == ["亓文涛", "皮桂香"]
    assert first["dissents"] == [{"name": "皮桂香", "words": "建议2级。"}]
    assert first["decisions"] == [
        {"text": "每周联合随访1次", "implementer": "亓文涛", "due_on": "2026-12-23"}
    ]
    assert (second["deferred"], second["decisions"]) == ("监护人未到会", [])
    assert (last["tier"], last["name"], last["level"]) == ("matter", "冬季取暖安全", None)


def test_words_nobody_in_particular_said_stand_after_the_opinions(bench, team, meeting):
    item = meeting.items["GA0101"]
    settle(bench, team, item, RiskLevel.ANYWHERE)
    assert "discussion" not in answers(bench, meeting)["items"][0]
    talked = Confirmed(
        level=RiskLevel.ANYWHERE, stability=Stability.UNSTABLE, discussion="一致同意加强走访。"
    )
    confirm_item(bench, item, talked)
    assert answers(bench, meeting)["items"][0]["discussion"] == "一致同意加强走访。"


def test_who_is_absent_is_said_with_the_reason_and_a_written_opinion(bench, team, meeting):
    member = team.members["闻人澜"]
    record_absence(bench, meeting.id, member, reason=AbsenceReason.TRAVEL)
    assert answers(bench, meeting)["absent"] == [
        {"name": "闻人澜", "reason": "出差", "written": False}
    ]
    record_opinion(
        bench, meeting.items["GA0101"], member, words="建议评估长效针剂。", in_writing=True
    )
    said = answers(bench, meeting)
    assert said["absent"][0]["written"] is True
    assert "闻人澜" not in said["present"]
    assert "闻人澜" not in [s["name"] for s in said["signers"]]


def test_last_months_promises_are_counted_and_the_open_ones_listed(bench, team):
    a_closed_meeting(bench, team, OCTOBER)
    january = a_running_meeting(bench, team, date(2027, 1, 27))
    one, two, _ = list_earlier_tasks(bench, january.id)
    record_task_result(bench, one.id, outcome=TaskOutcome.DONE, meeting_id=january.id)
    record_task_result(
        bench,
        two.id,
        outcome=TaskOutcome.NOT_CARRIED_OUT,
        note="材料缺户口簿",
        meeting_id=january.id,
    )
    earlier = answers(bench, january)["earlier"]
    counts = {k: v for k, v in earlier.items() if k != "rows"}
    assert counts == {"done": 1, "not_carried_out": 1, "no_longer_needed": 0, "open": 1}
    assert [(r["case"], r["outcome"], r["note"]) for r in earlier["rows"]] == [
        ("GA0102", "未落实", "材料缺户口簿"),
        ("GA0103", "逾期35天", ""),
    ]


@pytest.mark.parametrize("ends", [None, time(16, 20)])
def test_the_end_is_said_once_it_is_known(bench, meeting, ends):
    assert answers(bench, meeting, ends=ends)["ends"] == (None if ends is None else "16:20")


def test_a_sealed_meeting_reads_the_same_whatever_happens_later(bench, team):
    october = a_closed_meeting(bench, team, OCTOBER)
    sealed = answers(bench, october)
    with bench.store.reading() as session:
        at = session.get_one(Meeting, october.id).closed_at
    november = a_closed_meeting(bench, team)
    for task in list_earlier_tasks(bench, november.id):
        record_task_result(bench, task.id, outcome=TaskOutcome.DONE)
    assert answers(bench, october, at=at) == sealed
