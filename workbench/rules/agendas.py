"""Why a case is on the agenda, how much of the meeting it takes, and when it is settled."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from data.codes import (
    AgendaReason,
    AgendaTier,
    CaseKind,
    DecisionKind,
    MemberRole,
    RiskLevel,
)
from workbench.rules.dates import said
from workbench.rules.truth import Truth

# What the meeting has to talk about; a case with no such reason may be passed with one key.
TALKED_ABOUT = frozenset(
    {
        AgendaReason.LEVEL_CHANGED,
        AgendaReason.HIGH_LEVEL,
        AgendaReason.NEW_CASE,
        AgendaReason.OVERDUE_TASKS,
        AgendaReason.BLOCKED_TASKS,
        AgendaReason.DEFERRED,
        AgendaReason.LOST_CONTACT,
        AgendaReason.PROPOSED,
        AgendaReason.KIND_CHANGED,
        AgendaReason.NOT_RATED,
    }
)

CASE_TIERS = (AgendaTier.FOCUS, AgendaTier.ROUND)
# What stands for the reason where somebody was put on the agenda without one of the rules.
BY_HAND = "人工列入"
# How long an entry takes unless somebody says otherwise: a default of this program.
USUAL_MINUTES = {AgendaTier.FOCUS: 10, AgendaTier.ROUND: 1, AgendaTier.MATTER: 5}


@dataclass(frozen=True)
class Rated:
    """A level, and the day it was given on."""

    level: RiskLevel
    on: date


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How one patient stands on the day the agenda is made."""

    level: RiskLevel | None = None
    rated_before: RiskLevel | None = None
    in_case_management: bool = True
    is_new: bool = False
    paused: bool = False
    case_kind: CaseKind | None = None
    proposed_kind: CaseKind | None = None
    overdue_tasks: int = 0
    blocked_tasks: int = 0
    deferred: bool = False
    open_annotations: int = 0
    plan_due_on: date | None = None
    visit_due_on: date | None = None
    lost: Truth = None


@dataclass(frozen=True)
class Why:
    """One reason, in words that name the facts behind it."""

    reason: AgendaReason
    words: str


@dataclass(frozen=True)
class Place:
    """The part of the agenda a case belongs to, and every reason for it."""

    tier: AgendaTier
    reasons: tuple[Why, ...]


def place_on_agenda(
    standing: Standing, *, on: date, talked_about: Collection[AgendaReason] = TALKED_ABOUT
) -> Place:
    """Sort a case into 重点讨论 or 逐例过, with the reasons.

    A changed level, level 3 and up, a new case and overdue tasks are never passed unread; which
    further reasons call for a discussion is a default of this program that a unit can change.
    """
    reasons = tuple(_reasons(standing, on))
    routine = () if reasons else (Why(AgendaReason.ROUTINE, "在管个案，没有需要讨论的变化"),)
    return Place(tier_of(reasons, talked_about=talked_about), reasons or routine)


def tier_of(
    reasons: Collection[Why], *, talked_about: Collection[AgendaReason] = TALKED_ABOUT
) -> AgendaTier:
    """The part of the agenda that reasons call for."""
    focus = any(why.reason in talked_about for why in reasons)
    return AgendaTier.FOCUS if focus else AgendaTier.ROUND


def raised_only(place: Place, raised: Collection[AgendaReason]) -> Place | None:
    """The place of a case at a meeting it comes before for these reasons alone, if for any."""
    reasons = tuple(why for why in place.reasons if why.reason in raised)
    return Place(AgendaTier.FOCUS, reasons) if reasons else None


def _reasons(standing: Standing, on: date) -> Iterator[Why]:
    yield from _of_level(standing)
    yield from _of_case(standing)
    if standing.overdue_tasks:
        yield Why(AgendaReason.OVERDUE_TASKS, f"有{standing.overdue_tasks}项逾期任务")
    if standing.blocked_tasks:
        yield Why(AgendaReason.BLOCKED_TASKS, f"有{standing.blocked_tasks}项任务没有落实")
    if standing.deferred:
        yield Why(AgendaReason.DEFERRED, "上次会议暂缓议")
    if standing.open_annotations:
        yield Why(AgendaReason.OPEN_ANNOTATIONS, f"有{standing.open_annotations}条批注待处理")
    if standing.plan_due_on is not None and standing.plan_due_on <= on:
        yield Why(AgendaReason.PLAN_DUE, f"干预计划有项目{said(standing.plan_due_on)}到期")
    if standing.lost:
        yield Why(AgendaReason.LOST_CONTACT, "失访，正在查找")
    if standing.visit_due_on is not None and standing.visit_due_on < on:
        yield Why(AgendaReason.VISIT_OVERDUE, f"应于{said(standing.visit_due_on)}前随访，尚未随访")


def _of_level(standing: Standing) -> Iterator[Why]:
    level, before = standing.level, standing.rated_before
    if level is None:
        yield Why(AgendaReason.NOT_RATED, "危险性等级未知")
        return
    if before is not None and level != before:
        yield Why(AgendaReason.LEVEL_CHANGED, f"危险性等级由{before.label}变为{level.label}")
    if level >= RiskLevel.ANYWHERE:
        yield Why(AgendaReason.HIGH_LEVEL, f"危险性评估{level.label}")


def _of_case(standing: Standing) -> Iterator[Why]:
    kind, proposed = standing.case_kind, standing.proposed_kind
    if standing.paused:
        yield Why(AgendaReason.PAUSED, "个案暂停中")
    if standing.is_new:
        yield Why(AgendaReason.NEW_CASE, "上次例会以来新入组")
    if proposed is not None and not standing.in_case_management:
        yield Why(AgendaReason.PROPOSED, f"符合{proposed.label}标准，建议入组")
    elif proposed is not None and kind is not None and proposed is not kind:
        yield Why(AgendaReason.KIND_CHANGED, f"现为{kind.label}个案，已符合{proposed.label}标准")


def standing_level(clinical: Rated | None, agreed: Rated | None) -> RiskLevel | None:
    """The level a patient stands at, from the last visit and the last closed meeting.

    A visit after the meeting speaks alone. Otherwise the higher of both holds, so that a team
    cannot rate a danger away that was found on a visit. Both are defaults of this program.
    """
    if clinical is None or agreed is None:
        only = clinical or agreed
        return only.level if only else None
    if clinical.on > agreed.on:
        return clinical.level
    return max(clinical.level, agreed.level)


def must_attend(level: RiskLevel | None, kind: CaseKind | None) -> tuple[MemberRole, ...]:
    """Who has to be at the table when a patient is talked about.

    The plan for an unstable condition is drawn up under the guidance of professionals
    (管庄地区方案（2019），四（二）2); patients at level 3 and up are visited together with a
    psychiatrist, the village and the police (严重精神障碍患者管理服务规范, 分类干预). That the same
    people must sit at the table is a default of this program.
    """
    if level is not None and level >= RiskLevel.ANYWHERE:
        return (MemberRole.PSYCHIATRIST, MemberRole.POLICE, MemberRole.VILLAGE)
    return (MemberRole.PSYCHIATRIST,) if kind is CaseKind.UNSTABLE else ()


def is_settled(
    tier: AgendaTier, *, rated: bool, decided: Collection[DecisionKind], rates: bool = True
) -> bool:
    """A case needs a rating and a decision, a matter a decision; deferring counts for both.

    At a meeting that does not rate, a case needs the decision alone.
    """
    if DecisionKind.DEFER in decided:
        return True
    return bool(decided) and (rated or not rates or tier is AgendaTier.MATTER)
