"""What happens to a case between its entry and its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.casework_codes import ExitReason, Standing
from data.codes import CaseKind
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.cases import Case, CaseStanding, CaseTerms
from data.models.meetings import Meeting
from data.models.teams import Member
from workbench.bench import Bench, Work
from workbench.cases import any_case, open_case, standing_now, terms_on, write_terms
from workbench.casework_errors import (
    CaseAlreadyPaused,
    CaseNotPaused,
    DayNotPossible,
    ManagedAllTheSame,
    NotAboutThis,
    NothingChanges,
    NotYetReached,
)
from workbench.conclusions import Concluded, conclude
from workbench.consents import obstacles_to_leaving
from workbench.errors import NotFound
from workbench.intake_reading import reviews_of
from workbench.plan_reading import NOT_IN_THE_WAY, states_of_confirmed
from workbench.rules.case_life import GoalsCheck, Step, after, check_goals
from workbench.rules.dates import said
from workbench.states import running_item
from workbench.unit_rules import rules_of
from workbench.words import required


@dataclass(frozen=True)
class LifeEvent:
    """One thing that happened to a case, in words; `brief` is the shortest way to say what."""

    on: date
    words: str
    why: str
    brief: str


def read_case_life(bench: Bench, case_id: int, at: datetime | None = None) -> tuple[LifeEvent, ...]:
    """Everything that happened to a case in the order of its days, as known at a moment."""
    with bench.asking("read_case_life") as session:
        return life_of(session, any_case(session, case_id), at)


def life_of(session: Session, case: Case, at: datetime | None = None) -> tuple[LifeEvent, ...]:
    """The same within a query."""
    terms = session.scalars(known(CaseTerms, at).where(CaseTerms.case_id == case.id))
    standings = session.scalars(known(CaseStanding, at).where(CaseStanding.case_id == case.id))
    steps = [*_of_terms(session, case, list(terms)), *map(_of_standing, standings)]
    return tuple(sorted(steps, key=lambda event: event.on))


def change_case_kind(
    bench: Bench, case_id: int, kind: CaseKind, *, why: str, on: date | None = None
) -> None:
    """Revise the kind of a case from a day on, today unless named; it is not an exit."""
    with bench.doing("change_case_kind") as work:
        case, terms, day = _to_revise(work, case_id, on)
        if terms.kind is kind:
            raise NothingChanges("个案类型")
        write_terms(work, case, kind, terms.case_manager_id, day, required("变更理由", why))
        work.about(case=case_id, kind=kind.value)


def change_case_manager(
    bench: Bench, case_id: int, member_id: int, *, why: str = "", on: date | None = None
) -> None:
    """Hand a case to another case manager from a day on, today unless named."""
    with bench.doing("change_case_manager") as work:
        case, terms, day = _to_revise(work, case_id, on)
        if work.session.get(Member, member_id) is None:
            raise NotFound("个案管理员")
        if terms.case_manager_id == member_id:
            raise NothingChanges("个案管理员")
        write_terms(work, case, terms.kind, member_id, day, why.strip())
        work.about(case=case_id, member=member_id)


def pause_case(
    bench: Bench,
    case_id: int,
    *,
    reason: str,
    from_on: date | None = None,
    until_on: date | None = None,
) -> None:
    """Pause a case during a long stay; `until_on` is when it is expected back."""
    with bench.doing("pause_case") as work:
        case, day = open_case(work.session, case_id), from_on or work.today
        if _leads(work.session, case, Step.PAUSE) is None:
            raise CaseAlreadyPaused(case.number)
        _require_past(work, case, day)
        _require_order(work, case, day)
        if until_on is not None and until_on < day:
            raise DayNotPossible("结束日期早于暂停日期")
        words = required("暂停原因", reason)
        _stand(work, case, Standing.PAUSED, day, until_on=until_on, reason=words)


def resume_case(bench: Bench, case_id: int, *, on: date | None = None, reason: str = "") -> None:
    """Take a paused case up again from a day on, today unless named."""
    with bench.doing("resume_case") as work:
        case, day = open_case(work.session, case_id), on or work.today
        if _leads(work.session, case, Step.RESUME) is None:
            raise CaseNotPaused(case.number)
        _require_past(work, case, day)
        _require_order(work, case, day)
        _stand(work, case, Standing.RUNNING, day, reason=reason.strip())


def exit_case(
    bench: Bench,
    case_id: int,
    item_id: int,
    *,
    exit_reason: ExitReason,
    words: str,
) -> None:
    """End a case at the meeting where it stands on the agenda, with the reason and its words.

    Ending it because its goals are reached is refused, with every obstacle, until the criteria
    were not met in as many reviews as the unit's rules say and every goal of the plan is reached.
    Ending it because consent was withdrawn is refused for who is managed whatever is answered.
    """
    with bench.doing("exit_case") as work:
        case = open_case(work.session, case_id)
        item, meeting = running_item(work.session, item_id)
        if item.case_id != case_id:
            raise NotAboutThis(f"个案{case.number}")
        said_why = required("出组说明", words)
        _require_fit(work.session, case, exit_reason, meeting.held_on)
        _require_order(work, case, meeting.held_on)
        _end(work, case, item, meeting, exit_reason, said_why)
        work.about(meeting=meeting.id, item=item_id)


def check_case_goals(bench: Bench, case_id: int, at: datetime | None = None) -> GoalsCheck:
    """What keeps a case from ending because its goals are reached, as known at a moment."""
    with bench.asking("check_case_goals") as session:
        return goals_of(session, any_case(session, case_id).id, bench.today(), at)


def goals_of(session: Session, case_id: int, day: date, at: datetime | None = None) -> GoalsCheck:
    """The same within a command or a query, by the rules the unit follows on a day."""
    profile = rules_of(session, day, at)
    states = states_of_confirmed(session, case_id, at)
    still_open = None if states is None else sum(s not in NOT_IN_THE_WAY for s in states)
    reviews = reviews_of(session, case_id, profile, at)
    return check_goals(reviews, open_goals=still_open, profile=profile)


def _require_fit(session: Session, case: Case, reason: ExitReason, day: date) -> None:
    if reason is ExitReason.GOALS:
        obstacles = goals_of(session, case.id, day).obstacles
        if obstacles:
            raise NotYetReached(obstacles)
    if reason is ExitReason.CONSENT_WITHDRAWN:
        obstacles = obstacles_to_leaving(session, case.patient_id, day)
        if obstacles:
            raise ManagedAllTheSame(obstacles)


def _end(
    work: Work, case: Case, item: AgendaItem, meeting: Meeting, reason: ExitReason, words: str
) -> None:
    manager = terms_on(work.session, case.id, meeting.held_on).case_manager_id
    text = f"个案{case.number}出组（{reason.label}）：{words}"
    decision = conclude(work, item, Concluded(text, manager, meeting.held_on))
    _stand(
        work,
        case,
        Standing.ENDED,
        meeting.held_on,
        reason=words,
        exit_reason=reason,
        item_id=item.id,
        decision_id=decision.root_id,
    )


def _stand(work: Work, case: Case, standing: Standing, day: date, **more: object) -> None:
    CaseStanding.enter(
        work.session,
        work.written,
        patient_id=case.patient_id,
        true_from=day,
        case_id=case.id,
        standing=standing,
        **more,
    )
    work.about(case=case.id, standing=standing.value)


def _leads(session: Session, case: Case, step: Step) -> Standing | None:
    return after(standing_now(session, case.id), step)


def _to_revise(work: Work, case_id: int, on: date | None) -> tuple[Case, CaseTerms, date]:
    case, day = open_case(work.session, case_id), on or work.today
    terms = terms_on(work.session, case_id, date.max)
    if day < terms.true_from:
        raise DayNotPossible(f"早于上一次变动（{said(terms.true_from)}）")
    _require_past(work, case, day)
    return case, terms, day


def _require_order(work: Work, case: Case, day: date) -> None:
    standings = work.session.scalars(known(CaseStanding).where(CaseStanding.case_id == case.id))
    last = max((row.true_from for row in standings), default=case.entered_on)
    if day < last:
        raise DayNotPossible(f"早于上一次变动（{said(last)}）")


def _require_past(work: Work, case: Case, day: date) -> None:
    if day < case.entered_on:
        raise DayNotPossible(f"早于入组日期（{said(case.entered_on)}）")
    if day > work.today:
        raise DayNotPossible("晚于今天")


def _of_terms(session: Session, case: Case, rows: list[CaseTerms]) -> list[LifeEvent]:
    found = []
    before: CaseTerms | None = None
    for row in sorted(rows, key=lambda terms: (terms.true_from, terms.root_id)):
        name = session.get_one(Member, row.case_manager_id).name
        if before is None:
            brief, words = "入组", f"入组（{row.kind.label}），编号{case.number}，个案管理员{name}"
        elif before.kind is not row.kind:
            brief, words = "改类型", f"类型由{before.kind.label}改为{row.kind.label}"
        else:
            brief, words = "换人", f"个案管理员改为{name}"
        found.append(LifeEvent(row.true_from, words, row.why, brief))
        before = row
    return found


def _of_standing(row: CaseStanding) -> LifeEvent:
    brief, words = {
        Standing.PAUSED: ("暂停", f"暂停，预计至{said(row.until_on)}" if row.until_on else "暂停"),
        Standing.RUNNING: ("恢复", "恢复管理"),
        Standing.ENDED: ("出组", f"出组（{row.exit_reason.label if row.exit_reason else ''}）"),
    }[row.standing]
    return LifeEvent(row.true_from, words, row.reason, brief)
