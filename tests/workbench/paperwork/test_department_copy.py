"""What the copy for one department takes from the records."""

from datetime import date, time

from data.models.meetings import Meeting
from forms.department_copy import DEPARTMENT_COPY
from tests.builders import a_closed_meeting, a_running_meeting, settle_all
from workbench.closing import close_meeting
from workbench.decisions import record_decision
from workbench.open_tasks import list_open_tasks
from workbench.paperwork.department_copy import department_copy_answers, departments_of
from workbench.tasks import name_task_partner


def copies(bench, meeting):
    """What every copy of a meeting says, by its department."""
    with bench.store.reading() as session:
        row = session.get_one(Meeting, meeting.id)
        found = [
            department_copy_answers(session, row, subject.key)
            for subject in departments_of(session, row)
        ]
    return {answers["department"]: answers for answers in found}


def test_each_department_reads_only_what_concerns_it(bench, team):
    running = a_running_meeting(bench, team)
    settle_all(bench, team, running)
    record_decision(
        bench,
        running.items["GA0101"],
        text="石䶮家属来院复诊，药费由民政垫付",
        implementer_id=team.members["阿依努尔·买买提"],
        due_on=date(2026, 12, 9),
    )
    close_meeting(bench, running.id, ends=time(16, 20))
    found = copies(bench, running)
    assert set(found) == {"民警单位", "民政单位"}
    assert (found["民警单位"]["count"], found["民政单位"]["count"]) == (3, 1)
    (row,) = found["民政单位"]["tasks"]
    assert (row["implementer"], row["due_on"]) == ("阿依努尔·买买提", "2026-12-09")
    assert "GA0101" in row["patient"]


def test_nobody_on_the_register_is_named(bench, team):
    running = a_running_meeting(bench, team)
    settle_all(bench, team, running)
    record_decision(
        bench,
        running.items["GA0101"],
        text="石䶮家属来院复诊",
        implementer_id=team.members["亓文涛"],
        due_on=date(2026, 12, 9),
    )
    close_meeting(bench, running.id, ends=time(16, 20))
    words = str(copies(bench, running))
    for name in ("石䶮", "欧阳松柏", "仇小满"):
        assert name not in words


def test_who_helps_with_a_task_reads_of_it_too(bench, team):
    running = a_running_meeting(bench, team)
    settle_all(bench, team, running)
    record_decision(
        bench,
        running.items["GA0102"],
        text="办理残疾人证",
        implementer_id=team.members["皮桂香"],
        due_on=date(2026, 12, 9),
    )
    close_meeting(bench, running.id, ends=time(16, 20))
    task = next(t for t in list_open_tasks(bench) if t.title == "办理残疾人证")
    name_task_partner(bench, task.id, partner="民警单位")
    assert copies(bench, running)["民警单位"]["count"] == 4


def test_every_field_is_answered_and_no_other(bench, team):
    closed = a_closed_meeting(bench, team)
    fields = {field.key for field in DEPARTMENT_COPY.fields()}
    for answers in copies(bench, closed).values():
        assert set(answers) == fields


def test_before_it_is_closed_a_meeting_has_no_copies(bench, team):
    assert copies(bench, a_running_meeting(bench, team)) == {}
