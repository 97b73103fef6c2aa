"""The case stories as they stand in their files, read into what the meetings play."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from data.casework_codes import (
    CareForm,
    ExitReason,
    IntakeOutcome,
    ManagementLevel,
    PlanArea,
    UntreatedReason,
)
from data.clinical_codes import Adherence, Criterion
from data.codes import CaseKind, TaskOutcome
from data.visit_codes import DangerousAct
from workbench.demo.people import Person
from workbench.demo.seats import Seat
from workbench.demo.story import (
    Exit,
    Matter,
    Met,
    PlanText,
    PlanVersion,
    Proposal,
    Story,
    Talk,
    Todo,
    Words,
)
from workbench.demo.street import Happening
from workbench.demo.tasks import Heard
from workbench.plans import PlanHeading

_FOLDER = Path(__file__).parent / "cases"
Table = Mapping[str, Any]  # what a file of tables holds


def read_story(name: str, person: Person, happenings: tuple[Happening, ...]) -> Story:
    """The story of a person from the file of this name, with what happens between meetings."""
    written = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
    return Story(
        person=person,
        course=written["course"],
        proposals=tuple(_proposal(p) for p in written.get("proposal", ())),
        talks={t["meeting"]: _talk(t) for t in written.get("talk", ())},
        plans=tuple(_plan(p) for p in written.get("plan", ())),
        happenings=happenings,
        usual=tuple(written["usual"]),
        found={int(meeting): words for meeting, words in written.get("found", {}).items()},
        answers=_answers(written),
        exits={
            x["meeting"]: Exit(ExitReason(x["why"]), x["words"]) for x in written.get("exit", ())
        },
    )


def read_matter(written: Table) -> Matter:
    """Something that is not a case."""
    talk = _talk(written)
    return Matter(written["title"], talk.said, talk.todos)


def _proposal(written: Table) -> Proposal:
    outcome = written.get("outcome")
    return Proposal(
        meeting=written["meeting"],
        met={Criterion(c): Met(*rest) for c, *rest in written.get("met", ())},
        outcome=IntakeOutcome(outcome) if outcome else None,
        number=written.get("number", ""),
        kind=CaseKind(written.get("kind", CaseKind.HIGH_RISK)),
        manager=Seat[written.get("manager", Seat.PREVENTION.name)],
        reason=written.get("reason", ""),
    )


def _talk(written: Table) -> Talk:
    return Talk(
        level=written.get("level"),
        said=tuple(Words(Seat[seat], *rest) for seat, *rest in written.get("said", ())),
        todos=tuple(_todo(*row) for row in written.get("todo", ())),
        reason=written.get("reason", ""),
    )


def _todo(text: str, seat: str, days: int, heard: Iterable[list[str]]) -> Todo:
    told = tuple(Heard(TaskOutcome(outcome), *rest) for outcome, *rest in heard)
    return Todo(text, Seat[seat], days, told)


def _plan(written: Table) -> PlanVersion:
    heading = written.get("heading")
    return PlanVersion(
        meeting=written["meeting"],
        heading=_heading(heading) if heading else None,
        new=tuple(_line(*row) for row in written.get("lines", ())),
        gone=tuple(written.get("gone", ())),
        measures=written.get("measures", {}),
        reasons={Criterion(c): words for c, words in written.get("reasons", {}).items()},
    )


def _heading(written: Table) -> PlanHeading:
    untreated = written.get("untreated")
    return PlanHeading(
        patient_view=written["patient_view"],
        family_view=written["family_view"],
        strengths=written["strengths"],
        care=CareForm(written["care"]),
        untreated=UntreatedReason(untreated) if untreated else None,
        level=ManagementLevel(written["level"]),
        next_level=ManagementLevel(written["next_level"]),
    )


def _line(
    area: str,
    problem: str,
    goal: str,
    measure: str,
    seat: str,
    days: int,
    frequency: str,
    criteria: Iterable[str] = (),
    partner: str = "",
) -> PlanText:
    answered = tuple(Criterion(c) for c in criteria)
    return PlanText(
        PlanArea(area), problem, goal, measure, Seat[seat], days, frequency, answered, partner
    )


def _answers(written: Table) -> dict[int, dict[str, object]]:
    """What visits found that does not follow from the level: medicines, and what was done."""
    found: dict[int, dict[str, object]] = {}
    for meeting, adherence in written.get("adherence", {}).items():
        found.setdefault(int(meeting), {})["adherence"] = Adherence(adherence)
    for meeting, act in written.get("acts", {}).items():
        found.setdefault(int(meeting), {})["acts"] = {DangerousAct(act): 1}
    return found
