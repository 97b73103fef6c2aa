"""When a patient has to be visited next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from data.clinical_codes import CaseFact
from data.codes import Stability
from data.rule_values import Profile, RuleValue
from workbench.rules.dates import plus, said
from workbench.rules.facts import Facts, named
from workbench.rules.stability import ORDER, grade_facts
from workbench.rules.truth import deciding, reachable

_INTERVALS = {
    Stability.STABLE: "visit.interval.stable",
    Stability.BASICALLY_STABLE: "visit.interval.basic",
    Stability.UNSTABLE: "visit.interval.unstable",
}


@dataclass(frozen=True)
class Interval:
    """One interval that applies: why, from which day, and the day it leads to."""

    rule: RuleValue
    why: str
    counted_from: date
    due_on: date

    @property
    def sentence(self) -> str:
        """The interval with its day and who supplied it."""
        counted = f"自{said(self.counted_from)}起{self.rule.words}"
        return f"{self.why}，{counted}，为{said(self.due_on)}（{self.rule.basis}）"


@dataclass(frozen=True)
class NextVisit:
    """The day a visit is due at the latest, from which intervals, and what could change it."""

    on: date | None
    because: str
    considered: tuple[Interval, ...]
    missing: tuple[CaseFact, ...]


def next_visit(facts: Facts, *, on: date, profile: Profile) -> NextVisit:
    """Find the day of the next visit: the earliest of the intervals that apply.

    严重精神障碍患者管理服务规范, 随访评估与分类干预; 齐云山镇方案（2024），三（四）1; the values
    come from the profile. Nobody is visited while in hospital. Without a visit so far one is due
    now. A referral is followed up from the referral or the last visit, whichever is later. While
    facts are open the day is the latest it can turn out to be, so that nobody drops off a list
    for want of an answer; what could bring it forward is named.
    """
    if facts.hospitalised:
        return NextVisit(None, "目前正在住院，出院后再定随访日期。", (), ())
    ask = (CaseFact.HOSPITALISED,) if facts.hospitalised is None else ()
    if facts.last_visit_on is None:
        return NextVisit(on, "没有随访记录，应立即随访" + _unless(ask), (), ask)
    return _after(facts, facts.last_visit_on, ask, profile)


def next_visit_on(facts: Facts, *, on: date, profile: Profile) -> date | None:
    """The day of the next visit alone, found the same way, for lists of many patients."""
    last = facts.last_visit_on
    if facts.hospitalised:
        return None
    if last is None:
        return on
    possible = reachable(grade_facts(facts).values())
    return max(min(_days(ORDER[grade], facts, last, profile)) for grade in possible)


def _after(facts: Facts, last: date, ask: tuple[CaseFact, ...], profile: Profile) -> NextVisit:
    grades = grade_facts(facts)
    possible = reachable(grades.values())
    condition = "病情" if len(possible) == 1 else "如病情"

    @cache
    def of_grade(grade: int) -> tuple[Interval, ...]:
        return _intervals(ORDER[grade], condition, facts, last, profile)

    latest = max(possible, key=lambda grade: _earliest(of_grade(grade)))
    open_facts = deciding(grades, lambda grade: _earliest(of_grade(grade)))
    missing = tuple(fact for fact in CaseFact if fact in (*open_facts, *ask))
    considered = of_grade(latest)
    due = _earliest(considered)
    return NextVisit(due, _because(considered, due, open_facts) + _unless(ask), considered, missing)


def _intervals(
    stability: Stability, condition: str, facts: Facts, last: date, profile: Profile
) -> tuple[Interval, ...]:
    days = _days(stability, facts, last, profile)
    told = [
        (profile[_INTERVALS[stability]], f"{condition}{stability.label}", last),
        (profile["visit.interval.everybody"], "每名患者", last),
        (profile["visit.after_referral"], "转诊后", max(last, facts.referred_on or last)),
    ]
    return tuple(Interval(*why, day) for why, day in zip(told, days, strict=False))


def _days(stability: Stability, facts: Facts, last: date, profile: Profile) -> list[date]:
    """The day each interval leads to: by class, for everybody, and after a referral if any."""
    days = [plus(last, profile[_INTERVALS[stability]])]
    days.append(plus(last, profile["visit.interval.everybody"]))
    if facts.referred_on is not None:
        days.append(plus(max(last, facts.referred_on), profile["visit.after_referral"]))
    return days


def _earliest(intervals: Sequence[Interval]) -> date:
    return min(interval.due_on for interval in intervals)


def _because(considered: Sequence[Interval], due: date, open_facts: tuple[CaseFact, ...]) -> str:
    sentences = "；".join(interval.sentence for interval in considered)
    if open_facts:
        return f"{sentences}。最迟{said(due)}；病情分类未定，可能提前，尚缺：{named(open_facts)}"
    return f"{sentences}。取最早的{said(due)}"


def _unless(ask: tuple[CaseFact, ...]) -> str:
    return "；是否正在住院未知，住院则不随访。" if ask else "。"
