"""What a communique says of the records, and whom it does not name."""

from datetime import date, time

import pytest
from sqlalchemy import event

from data.canonical import canonical
from data.codes import AbsenceReason, AgendaTier, CaseKind, RiskLevel, Sex, TaskOutcome
from data.models.meetings import Meeting
from forms.communique import COMMUNIQUE
from tests.builders import a_closed_meeting, a_running_meeting, settle, settle_all
from tests.workbench.casework import an_accepted_case
from tests.workbench.register import GUARDIAN, a_moment
from workbench.agendas import add_case_to_agenda, add_matter_to_agenda
from workbench.cases import Entry, open_case_management
from workbench.closing import close_meeting
from workbench.decisions import continue_case, defer_item, record_decision
from workbench.guardians import name_guardian
from workbench.meetings import record_absence, write_meeting_notes
from workbench.paperwork.communique import communique_answers
from workbench.patients import Particulars, correct_patient, register_patient
from workbench.tasks import list_earlier_tasks, record_task_result

OCTOBER = date(2026, 10, 28)


def answers(bench, meeting, at=None, **more):
    with bench.store.reading() as session:
        return communique_answers(session, session.get_one(Meeting, meeting.id), at, **more)


def decide(bench, team, item, text, due_on=date(2026, 12, 9)):
    who = team.members["皮桂香"]
    record_decision(bench, item, text=text, implementer_id=who, due_on=due_on)


def test_every_field_is_answered_and_no_other(bench, meeting):
    said = answers(bench, meeting)
    assert set(said) == {field.key for field in COMMUNIQUE.fields()}
    assert canonical(said)


def test_the_head_names_team_number_and_the_day_it_was_closed(bench, team, clock):
    meeting = a_running_meeting(bench, team)
    settle_all(bench, team, meeting)
    clock.move(days=2)
    close_meeting(bench, meeting.id, ends=time(16, 20))
    said = answers(bench, meeting)
    assert said["title"] == "云栖镇个案管理小组会议纪要"
    assert (said["number"], said["issuer"]) == ("第1期", "云栖镇个案管理小组办公室")
    assert (said["issued_on"], said["held_on"]) == ("2026-11-27", "2026-11-25")
    assert said["chair"] == "组长龚砚秋"
    assert answers(bench, meeting, issued_on=date(2026, 11, 30))["issued_on"] == "2026-11-30"


def test_nobody_on_the_register_is_named(bench, team, meeting):
    guardian = name_guardian(bench, team.patients["GA0101"], GUARDIAN, from_on=OCTOBER)
    assert guardian
    decide(bench, team, meeting.items["GA0101"], "由石守田陪同石䶮就诊，告知欧阳松柏家属。")
    write_meeting_notes(
        bench,
        meeting.id,
        opening="",
        other_matters="仇小满的补贴12月发放\n冬季取暖检查",
        closing="",
        next_held_on=None,
    )
    said = answers(bench, meeting)
    assert said["articles"] == [
        (
            "石某（GA0101）：由石某陪同石某就诊，告知欧阳某（GA0102）家属，"
            "由村（社区）干部单位负责，12月9日前完成。"
        ),
        "仇某（GA0103）的补贴12月发放。",
        "冬季取暖检查。",
    ]
    assert not any(name in canonical(said) for name in ("石䶮", "欧阳松柏", "仇小满", "石守田"))


def test_a_member_who_is_a_guardian_too_is_named_as_at_the_table(bench, team, meeting):
    same = GUARDIAN.__class__(name="皮桂香")
    assert name_guardian(bench, team.patients["GA0101"], same, from_on=OCTOBER)
    decide(bench, team, meeting.items["GA0101"], "请皮桂香每晚看护")
    assert "请皮桂香每晚看护" in answers(bench, meeting)["articles"][0]


def test_kept_and_deferred_cases_stand_together(bench, team):
    a_closed_meeting(bench, team, OCTOBER)
    meeting = a_running_meeting(bench, team)
    for number in ("GA0102", "GA0103"):
        defer_item(bench, meeting.items[number], reason="监护人未到会")
    assert answers(bench, meeting)["articles"] == [
        "欧阳某（GA0102）、仇某（GA0103）等2例暂缓议，列入以后的会议。"
    ]


def test_a_case_that_goes_on_unchanged_is_said_to(bench, team):
    october = a_running_meeting(bench, team, OCTOBER)
    for item in october.items.values():
        settle(bench, team, item, RiskLevel.AT_HOME, reason="有改善")
    close_meeting(bench, october.id, ends=time(16, 20))
    november = a_running_meeting(bench, team)
    continue_case(bench, november.items["GA0102"])
    said = answers(bench, november)
    assert said["articles"] == ["欧阳某（GA0102）维持原等级和原计划。"]
    assert (said["rated"], said["kept"]) == (1, 1)


def test_a_matter_and_a_year_further_on_are_said_in_full(bench, team, meeting):
    item = add_matter_to_agenda(bench, meeting.id, title="第四季度监护补贴认定")
    decide(bench, team, item, "完成认定", date(2027, 1, 15))
    assert answers(bench, meeting)["articles"] == [
        "第四季度监护补贴认定：完成认定，由村（社区）干部单位负责，2027年1月15日前完成。"
    ]


def test_ratings_entries_and_exits_are_counted(bench, team, meeting):
    settle(bench, team, meeting.items["GA0101"], RiskLevel.ANYWHERE)
    an_accepted_case(bench, team, meeting)
    said = answers(bench, meeting)
    counted = ("rated", "raised", "lowered", "kept", "first", "entered", "left")
    assert [said[key] for key in counted] == [1, 0, 0, 0, 1, 1, 0]
    assert said["articles"][-1].startswith(
        "丘某（GA0200）：纳入个案管理（高风险），编号GA0200，个案管理员穆青禾"
    )


def test_a_level_is_compared_with_the_last_meeting(bench, team):
    a_closed_meeting(bench, team, OCTOBER)
    meeting = a_running_meeting(bench, team)
    levels = (RiskLevel.PERSISTENT, RiskLevel.ANYWHERE, RiskLevel.AT_HOME)
    for item, level in zip(meeting.items.values(), levels, strict=True):
        settle(bench, team, item, level, reason="有变化")
    said = answers(bench, meeting)
    assert [said[key] for key in ("raised", "kept", "lowered", "first")] == [1, 1, 1, 0]


def test_earlier_promises_are_counted_with_the_units_that_owe(bench, team):
    a_closed_meeting(bench, team, OCTOBER)
    january = a_running_meeting(bench, team, date(2027, 1, 27))
    one, two, _ = list_earlier_tasks(bench, january.id)
    record_task_result(bench, one.id, outcome=TaskOutcome.DONE, meeting_id=january.id)
    record_task_result(
        bench, two.id, outcome=TaskOutcome.NOT_CARRIED_OUT, note="缺件", meeting_id=january.id
    )
    said = answers(bench, january)
    counted = ("promised", "done", "no_longer_needed", "not_due", "not_carried_out", "overdue")
    assert [said[key] for key in counted] == [3, 1, 0, 0, 1, 1]
    assert said["units"] == ["民警单位"]


@pytest.mark.parametrize(
    ("reason", "key"),
    [
        (AbsenceReason.DUTY, "on_leave"),
        (AbsenceReason.TRAVEL, "on_leave"),
        (AbsenceReason.SICK, "on_leave"),
        (AbsenceReason.NOT_REACHED, "absent"),
        (AbsenceReason.OTHER, "absent"),
    ],
)
def test_who_is_on_leave_is_told_from_who_is_missing(bench, team, meeting, reason, key):
    record_absence(bench, meeting.id, team.members["闻人澜"], reason=reason)
    said = answers(bench, meeting)
    assert said[key] == ["闻人澜"]
    assert len(said["on_leave"]) + len(said["absent"]) == 1
    assert "闻人澜" not in said["present"]


def test_a_communique_reads_later_as_it_read_then(bench, team, meeting, clock):
    settle_all(bench, team, meeting)
    moment, before = a_moment(clock), answers(bench, meeting)
    correct_patient(bench, team.patients["GA0101"], Particulars("龚砚", "male"), why="抄错")
    assert answers(bench, meeting) != before
    assert answers(bench, meeting, moment) == before


def test_ten_more_cases_ask_no_more_questions_of_the_file(bench, team, meeting):
    decide(bench, team, meeting.items["GA0101"], "每月随访1次")
    few = asked(bench, meeting)
    for number in range(10):
        name = f"石{'甲乙丙丁戊己庚辛壬癸'[number]}"
        patient = register_patient(bench, Particulars(name, Sex.MALE))
        entry = Entry(f"GA05{number:02d}", CaseKind.HIGH_RISK, team.members["穆青禾"])
        case = open_case_management(bench, patient, entry)
        item = add_case_to_agenda(bench, meeting.id, case, tier=AgendaTier.ROUND)
        decide(bench, team, item, "每月随访1次")
    assert asked(bench, meeting) == few
    assert len(answers(bench, meeting)["articles"]) == 11


def asked(bench, meeting):
    """How many statements one filling takes."""
    said = []
    with bench.store.reading() as session:
        engine = session.get_bind()
        event.listen(engine, "before_cursor_execute", lambda *parts: said.append(parts[2]))
        communique_answers(session, session.get_one(Meeting, meeting.id))
    return len(said)
