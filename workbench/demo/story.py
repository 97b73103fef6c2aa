"""What the tables of a case story are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from data.casework_codes import ExitReason, IntakeOutcome, PlanArea
from data.clinical_codes import Criterion
from data.codes import CaseKind, RiskLevel, Stability
from workbench.demo.people import Person
from workbench.demo.seats import Seat
from workbench.demo.street import Happening
from workbench.demo.tasks import Heard, done
from workbench.plans import PlanHeading


@dataclass(frozen=True)
class Todo:
    """A decision: what, who, so many days after the meeting, and what later meetings heard."""

    text: str
    seat: Seat
    days: int
    heard: tuple[Heard, ...] = (done(),)


@dataclass(frozen=True)
class Words:
    """What one member said."""

    seat: Seat
    words: str
    level: int | None = None
    dissent: str = ""


@dataclass(frozen=True)
class Talk:
    """What was said about a case at a meeting, how it was rated and what was decided."""

    level: int | None
    said: tuple[Words, ...]
    todos: tuple[Todo, ...] = ()
    reason: str = ""

    @property
    def rating(self) -> tuple[RiskLevel, Stability] | None:
        """The level with the class that goes with it; None where it was not rated."""
        if self.level is None:
            return None
        if self.level >= RiskLevel.ANYWHERE:
            return RiskLevel(self.level), Stability.UNSTABLE
        fair = Stability.BASICALLY_STABLE if self.level else Stability.STABLE
        return RiskLevel(self.level), fair


@dataclass(frozen=True)
class Matter:
    """Something that is not a case: what was said and what was decided."""

    title: str
    said: tuple[Words, ...]
    todos: tuple[Todo, ...]


@dataclass(frozen=True)
class Met:
    """Why a criterion is met; the day is counted from the meeting."""

    words: str
    days: int
    source: str = "随访记录"


@dataclass(frozen=True)
class Proposal:
    """A patient proposed for intake at a meeting, and what it decided.

    Without `met` it is the proposal an earlier meeting put off; without an outcome the meeting
    is still to come.
    """

    meeting: int
    met: Mapping[Criterion, Met] = field(default_factory=dict)
    outcome: IntakeOutcome | None = None
    number: str = ""
    kind: CaseKind = CaseKind.HIGH_RISK
    manager: Seat = Seat.PREVENTION
    reason: str = ""


@dataclass(frozen=True)
class PlanText:
    """One line of a plan; due so many days after the meeting that confirms it."""

    area: PlanArea
    problem: str
    goal: str
    measure: str
    seat: Seat
    days: int
    frequency: str
    criteria: tuple[Criterion, ...] = ()
    partner: str = ""


@dataclass(frozen=True)
class PlanVersion:
    """A version of a plan against the one before: lines new, gone and with another measure.

    The next meeting, which is still to come, has not confirmed its version yet.
    """

    meeting: int
    heading: PlanHeading | None = None
    new: tuple[PlanText, ...] = ()
    gone: tuple[str, ...] = ()
    measures: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[Criterion, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Exit:
    """How a case ended at a meeting."""

    why: ExitReason
    words: str


@dataclass(frozen=True)
class Story:
    """One patient's way through case management.

    `course` has a figure for each month, the level found on the visit before that meeting; a dot
    where nobody could visit. `found` says what a visit found, `usual` what it finds otherwise.
    """

    person: Person
    course: str
    proposals: tuple[Proposal, ...]
    talks: Mapping[int, Talk]
    plans: tuple[PlanVersion, ...]
    happenings: tuple[Happening, ...]
    usual: tuple[str, ...]
    found: Mapping[int, str] = field(default_factory=dict)
    answers: Mapping[int, Mapping[str, object]] = field(default_factory=dict)
    exits: Mapping[int, Exit] = field(default_factory=dict)

    def proposal_at(self, meeting: int) -> Proposal | None:
        """What is proposed at a meeting, if anything."""
        return next((p for p in self.proposals if p.meeting == meeting), None)

    def plan_at(self, meeting: int) -> PlanVersion | None:
        """The version a meeting is to confirm, if any."""
        return next((p for p in self.plans if p.meeting == meeting), None)

    def level_at(self, meeting: int) -> RiskLevel | None:
        """The level found in the month of a meeting."""
        figure = self.course[meeting - 1]
        return None if figure == "." else RiskLevel(int(figure))
