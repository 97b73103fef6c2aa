"""病情分类: how stable a patient's condition is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data.clinical_codes import AdverseReaction, CaseFact, Insight, PhysicalIllness, Symptoms
from data.codes import RiskLevel, Stability
from workbench.rules.criteria import HIGH_LEVELS, LOW_LEVELS
from workbench.rules.facts import Facts, named
from workbench.rules.truth import Truth, deciding, is_one_of, reachable

# From good to bad: the worst fact decides.
ORDER = (Stability.STABLE, Stability.BASICALLY_STABLE, Stability.UNSTABLE)
_FINE, _FAIR, _BAD = range(3)
_ANY = frozenset({_FINE, _FAIR, _BAD})
_SYMPTOMS = {Symptoms.GONE: _FINE, Symptoms.PRESENT: _FAIR, Symptoms.MARKED: _BAD}
_INSIGHT = {Insight.FULL: _FINE, Insight.PARTIAL: _FAIR, Insight.ABSENT: _BAD}

Grades = Mapping[CaseFact, frozenset[int]]


@dataclass(frozen=True)
class Classed:
    """The class of a condition, or none while unknown facts could still make it a worse one."""

    stability: Stability | None
    at_least: Stability
    because: str
    missing: tuple[CaseFact, ...]


def classify(facts: Facts) -> Classed:
    """Suggest the class: 不稳定 before 基本稳定 before 稳定.

    不稳定: 危险性评估3—5级，或精神症状明显、自知力缺乏、严重药物不良反应、严重躯体疾病之一
    (严重精神障碍患者管理服务规范, 分类干预); 基本稳定: 1—2级，或精神症状、自知力、社会功能
    有一项较差 (as published training material words it). That a partial insight and any poor item
    of five count as 较差, and that a bodily illness short of severe does not, are defaults of
    this program.
    """
    grades = grade_facts(facts)
    possible = reachable(grades.values())
    floor = ORDER[min(possible)]
    missing = deciding(grades, lambda grade: grade)
    settled = floor if len(possible) == 1 else None
    return Classed(settled, floor, _because(facts, grades, floor, missing), missing)


def grade_facts(facts: Facts) -> Grades:
    """How far each fact allows a condition to be fine; unknown facts keep every grade they have."""
    reaction, illness = facts.adverse_reaction, facts.physical_illness
    return {
        CaseFact.RISK_LEVEL: _level(facts.risk_level),
        CaseFact.SYMPTOMS: _one(_SYMPTOMS[facts.symptoms]) if facts.symptoms else _ANY,
        CaseFact.INSIGHT: _one(_INSIGHT[facts.insight]) if facts.insight else _ANY,
        CaseFact.SOCIAL_FUNCTIONS: _yes(facts.poor_function, _FAIR),
        CaseFact.ADVERSE_REACTION: _yes(is_one_of(reaction, {AdverseReaction.SEVERE}), _BAD),
        CaseFact.PHYSICAL_ILLNESS: _yes(is_one_of(illness, {PhysicalIllness.SEVERE}), _BAD),
    }


def _because(facts: Facts, grades: Grades, floor: Stability, missing: tuple[CaseFact, ...]) -> str:
    found = "、".join(_reasons(facts, grades, floor)) if floor is not Stability.STABLE else ""
    if not missing:
        return f"{floor.label}：{found or '没有不稳定或基本稳定的情形'}。"
    known = f"已知情况不好于{floor.label}（{found}）；" if found else ""
    return f"病情分类未定：{known}尚缺：{named(missing)}。"


def _level(level: RiskLevel | None) -> frozenset[int]:
    if level is None:
        return _ANY
    if level in HIGH_LEVELS:
        return _one(_BAD)
    return _one(_FAIR if level in LOW_LEVELS else _FINE)


def _one(grade: int) -> frozenset[int]:
    return frozenset({grade})


def _yes(answer: Truth, grade: int) -> frozenset[int]:
    if answer is None:
        return frozenset({_FINE, grade})
    return _one(grade if answer else _FINE)


def _reasons(facts: Facts, grades: Grades, stability: Stability) -> tuple[str, ...]:
    grade, level = ORDER.index(stability), facts.risk_level
    said = {
        CaseFact.RISK_LEVEL: f"危险性评估{level.label}" if level is not None else "",
        CaseFact.SYMPTOMS: facts.symptoms.label if facts.symptoms else "",
        CaseFact.INSIGHT: facts.insight.label if facts.insight else "",
        CaseFact.SOCIAL_FUNCTIONS: "社会功能有较差的项目",
        CaseFact.ADVERSE_REACTION: AdverseReaction.SEVERE.label,
        CaseFact.PHYSICAL_ILLNESS: PhysicalIllness.SEVERE.label,
    }
    return tuple(said[fact] for fact, own in grades.items() if own == {grade})
