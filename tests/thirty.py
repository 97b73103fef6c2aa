"""A meeting about thirty cases: twenty as they were, seven to talk about, three that changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from data.codes import (
    AgendaTier,
    CaseKind,
    RiskLevel,
    Sex,
    Stability,
    TaskOutcome,
    VisitForm,
)
from tests.builders import Team, people_at_the_table
from tests.ready import ready
from workbench.agendas import add_case_to_agenda
from workbench.assessments import record_assessment
from workbench.bench import Bench
from workbench.cases import Entry, open_case_management
from workbench.closing import close_meeting
from workbench.decisions import record_decision
from workbench.meetings import plan_meeting, start_meeting
from workbench.open_tasks import list_open_tasks
from workbench.patients import Particulars, register_patient
from workbench.tasks import record_task_result
from workbench.visits import record_visit

BEGIN, BEFORE, NEXT = (
    datetime(2026, month, day, 6, 20, tzinfo=UTC) for month, day in ((10, 1), (10, 28), (11, 20))
)
VISITED = date(2026, 11, 3)
DONE_BY, OVERDUE_SINCE = date(2026, 11, 12), date(2026, 11, 18)
SURNAMES, GIVEN = "亓仝仉逄郈帅丌厍缑亢", ("砚田", "松声", "问渠")
LEVEL, LATE = RiskLevel.AT_HOME, 3


@dataclass(frozen=True)
class Thirty:
    """Numbers of the cases by what becomes of them at the meeting."""

    team: Team
    unchanged: tuple[str, ...]
    noted: tuple[str, ...]
    changed: tuple[str, ...]


def names() -> list[str]:
    return [family + given for given in GIVEN for family in SURNAMES]


@ready
def thirty_cases(bench: Bench) -> Thirty:
    """Enter thirty people on 1 October, close a meeting about them, visit them in November.

    What was decided on the first three of the seven is overdue; all the rest was done in time.
    The clock of the bench stands some days before the next meeting afterwards.
    """
    numbers = [f"GB{number:04d}" for number in range(1, 31)]
    team = Team(*people_at_the_table(bench), patients={}, cases={})
    thirty = Thirty(team, *map(tuple, (numbers[:20], numbers[20:27], numbers[27:])))
    for number, name in zip(numbers, names(), strict=True):
        _enter(bench, team, number, name)
    bench.now.moment = BEFORE
    meeting = _planned(bench, team)
    items = {
        number: add_case_to_agenda(bench, meeting, case, tier=AgendaTier.ROUND)
        for number, case in team.cases.items()
    }
    start_meeting(bench, meeting)
    for number, item in items.items():
        _settle(bench, team, item, late=number in thirty.noted[:LATE])
    close_meeting(bench, meeting, ends=time(17, 10))
    bench.now.moment = NEXT
    for patient in team.patients.values():
        record_visit(bench, patient, visited_on=VISITED, form=VisitForm.HOME, level=LEVEL)
    for task in list_open_tasks(bench):
        if task.due_on == DONE_BY:
            record_task_result(bench, task.id, outcome=TaskOutcome.DONE)
    return thirty


def _enter(bench: Bench, team: Team, number: str, name: str) -> None:
    who = Particulars(name, Sex.FEMALE, date(1980, 2, 29), "梧桐村3组", "精神分裂症")
    patient = team.patients[number] = register_patient(bench, who)
    entry = Entry(number, CaseKind.HIGH_RISK, team.members["穆青禾"])
    team.cases[number] = open_case_management(bench, patient, entry)


def _planned(bench: Bench, team: Team) -> int:
    return plan_meeting(
        bench,
        team.id,
        held_on=BEFORE.date(),
        begins=time(14, 30),
        place="镇政府三楼会议室",
        chair_id=team.members["龚砚秋"],
        recorder_id=team.members["穆青禾"],
    )


def _settle(bench: Bench, team: Team, item: int, *, late: bool) -> None:
    record_assessment(bench, item, level=LEVEL, stability=Stability.BASICALLY_STABLE)
    record_decision(
        bench,
        item,
        text="每周联合随访1次",
        implementer_id=team.members["亓文涛"],
        due_on=OVERDUE_SINCE if late else DONE_BY,
    )
