"""重点管理对象: whom visits must reach together with the guardian."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from data.clinical_codes import CaseFact
from data.codes import Stability
from workbench.rules.criteria import NOT_GUARDED, NOT_REGULAR
from workbench.rules.facts import Facts, named
from workbench.rules.stability import classify, grade_facts
from workbench.rules.truth import Truth, deciding, is_one_of, reachable

_GRADES = {True: frozenset({1}), False: frozenset({0}), None: frozenset({0, 1})}


@dataclass(frozen=True)
class KeyPatient:
    """Whether a patient is one, with the reasons known, and what would settle it."""

    is_key: Truth
    reasons: tuple[str, ...]
    missing: tuple[CaseFact, ...]


def key_patient(facts: Facts) -> KeyPatient:
    """Find the reasons: one of five is enough, and only all five denied deny it.

    不稳定、基本稳定、有肇事肇祸前科、不服药或不规律服药、弱监护 (齐云山镇方案（2024），三（四）2).
    No guardian at all counts with a weak one. A past offence is read from past serious harm:
    being on the list of the police does not by itself say that something was done.
    """
    grades = _grades(facts)
    is_key = _is_key(grades)
    if is_key is False:
        return KeyPatient(False, ("重点管理对象的五类情形都不符合",), ())
    if is_key:
        return KeyPatient(True, tuple(_reasons(facts)), ())
    missing = deciding(grades, lambda grade: grade > 0)
    return KeyPatient(None, (f"已知情况都不符合，尚缺：{named(missing)}",), missing)


def is_key_patient(facts: Facts) -> Truth:
    """Whether a patient is one, without the reasons, for lists of many patients."""
    return _is_key(_grades(facts))


def _is_key(grades: Mapping[CaseFact, frozenset[int]]) -> Truth:
    possible = {grade > 0 for grade in reachable(grades.values())}
    return possible.pop() if len(possible) == 1 else None


def _grades(facts: Facts) -> Mapping[CaseFact, frozenset[int]]:
    answers = {
        CaseFact.PAST_SERIOUS_HARM: facts.past_serious_harm,
        CaseFact.ADHERENCE: is_one_of(facts.adherence, NOT_REGULAR),
        CaseFact.GUARDIANSHIP: is_one_of(facts.guardianship, NOT_GUARDED),
    }
    found = {**grade_facts(facts), **{fact: _GRADES[a] for fact, a in answers.items()}}
    return {fact: found[fact] for fact in CaseFact if fact in found}


def _reasons(facts: Facts) -> Iterator[str]:
    classed = classify(facts)
    if classed.stability is not None and classed.stability is not Stability.STABLE:
        yield f"病情{classed.stability.label}"
    elif classed.at_least is not Stability.STABLE:
        yield f"病情{Stability.BASICALLY_STABLE.label}或{Stability.UNSTABLE.label}"
    if facts.past_serious_harm:
        yield "既往有严重伤害或自杀行为"
    if facts.adherence in NOT_REGULAR:
        yield facts.adherence.label
    if facts.guardianship in NOT_GUARDED:
        yield facts.guardianship.label
