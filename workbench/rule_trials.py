"""Trying a value out: what the rules answer about one patient now, and with the value changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.clinical_codes import Criterion
from data.profiles import NATIONAL, read_profile, rule_titles
from data.rule_values import Profile, RuleValue, Standing, Unit
from workbench.bench import Bench
from workbench.errors import NotFound
from workbench.known_facts import latest_facts
from workbench.recording import require_patient
from workbench.rules.answers import Answers, answer
from workbench.rules.dates import said
from workbench.rules.facts import Facts, named
from workbench.rules.truth import Truth
from workbench.rules.unit_rules import why_impossible
from workbench.unit_rule_errors import RuleValueImpossible
from workbench.unit_rules import OWN, rules_of

_UNSAVED = "试算，没有保存"
_OPEN = "未定"


@dataclass(frozen=True)
class TriedValue:
    """One value taken otherwise than it applies."""

    key: str
    amount: int
    unit: Unit


@dataclass(frozen=True)
class Answered:
    """One answer in words, and why."""

    words: str
    because: str


@dataclass(frozen=True)
class TriedQuestion:
    """One question, answered by the rules as they apply and with the value that is tried."""

    title: str
    now: Answered
    tried: Answered

    @property
    def differs(self) -> bool:
        """Whether the value makes a difference to the answer itself."""
        return self.now.words != self.tried.words


def try_rules_on_patient(
    bench: Bench,
    patient_id: int,
    tried: TriedValue,
    *,
    on: date | None = None,
    at: datetime | None = None,
) -> tuple[TriedQuestion, ...]:
    """Ask the rules about a patient on a day, with and without a value; nothing is written."""
    day = on or bench.today()
    with bench.asking("try_rules_on_patient") as session:
        require_patient(session, patient_id)
        facts = latest_facts(session, patient_id, day, at)
        return _both(_rules(session, tried, day, at), facts, day)


def try_rules_on_facts(
    bench: Bench,
    facts: Facts,
    tried: TriedValue,
    *,
    on: date | None = None,
    at: datetime | None = None,
) -> tuple[TriedQuestion, ...]:
    """Ask the same about somebody made up; nothing is read but the rules."""
    day = on or bench.today()
    with bench.asking("try_rules_on_facts") as session:
        return _both(_rules(session, tried, day, at), facts, day)


def _rules(
    session: Session, tried: TriedValue, day: date, at: datetime | None
) -> tuple[Profile, Profile]:
    if tried.key not in rule_titles():
        raise NotFound("这条规则")
    because = why_impossible(read_profile(NATIONAL)[tried.key], tried.amount, tried.unit)
    if because:
        raise RuleValueImpossible(rule_titles()[tried.key], because)
    now = rules_of(session, day, at)
    present = now[tried.key]
    if (present.amount, present.unit) == (tried.amount, tried.unit):
        return now, now
    value = RuleValue(tried.key, tried.amount, tried.unit, Standing.DECIDED, _UNSAVED, OWN)
    return now, now.overlaid(now.name, {tried.key: value})


def _both(rules: tuple[Profile, Profile], facts: Facts, day: date) -> tuple[TriedQuestion, ...]:
    now, tried = (list(_in_words(answer(facts, on=day, profile=each))) for each in rules)
    pairs = zip(now, tried, strict=True)
    return tuple(TriedQuestion(title, words, other) for (title, words), (_, other) in pairs)


def _in_words(answers: Answers) -> Iterator[tuple[str, Answered]]:
    classed, entry, visit = answers.stability, answers.entry, answers.visit
    kind = entry.kind.label if entry.kind else _OPEN if entry.missing else "不符合入组标准"
    yield "入组", Answered(kind, entry.because)
    yield "符合的标准", _criteria(answers)
    yield "下次随访", Answered(said(visit.on) if visit.on else "不定日期", visit.because)
    stability = classed.stability.label if classed.stability else _OPEN
    yield "病情分类", Answered(stability, classed.because)
    key = answers.key_patient
    yield "重点管理对象", Answered(_yes_or_no(key.is_key), f"{'；'.join(key.reasons)}。")
    missing = f"补上后回答可能改变：{named(answers.missing)}。" if answers.missing else ""
    yield "尚缺的情况", Answered(f"{len(answers.missing)}项" if missing else "没有", missing)


def _criteria(answers: Answers) -> Answered:
    """Those that are met, and always the one that a value of the unit decides."""
    met = [f for f in answers.findings if f.met]
    shown = [f for f in answers.findings if f.met or f.criterion is Criterion.ADMISSIONS]
    because = "".join(finding.because for finding in shown)
    return Answered("；".join(f.criterion.label for f in met) or "没有", because)


def _yes_or_no(answer: Truth) -> str:
    return {True: "是", False: "不是", None: _OPEN}[answer]
