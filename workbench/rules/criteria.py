"""Who meets the criteria for case management, and as which kind of case."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from data.clinical_codes import (
    Adherence,
    AdverseReaction,
    CaseFact,
    Criterion,
    Guardianship,
    Insight,
    PhysicalIllness,
    Symptoms,
)
from data.codes import Labelled, RiskLevel
from data.rule_values import Profile
from workbench.rules.dates import plus_months, said
from workbench.rules.facts import Facts
from workbench.rules.truth import Truth, any_of, is_one_of

LOW_LEVELS = frozenset({RiskLevel.VERBAL, RiskLevel.AT_HOME})
HIGH_LEVELS = frozenset({RiskLevel.ANYWHERE, RiskLevel.PERSISTENT, RiskLevel.ARMED})
NOT_REGULAR = frozenset({Adherence.INTERMITTENT, Adherence.NONE})
NOT_GUARDED = frozenset({Guardianship.WEAK, Guardianship.NONE})


@dataclass(frozen=True)
class Finding:
    """Whether one criterion is met, from which facts, and which facts would tell."""

    criterion: Criterion
    met: Truth
    because: str
    missing: tuple[CaseFact, ...] = ()


def find_criteria(facts: Facts, *, on: date, profile: Profile) -> tuple[Finding, ...]:
    """Answer the six criteria of a high risk and the four of an unstable condition."""
    return (
        low_level(facts.risk_level),
        irregular_medication(facts.adherence),
        weak_guardianship(facts.guardianship),
        stress_or_substances(event=facts.stressful_event, substances=facts.substance_use),
        listed_or_harmful(listed=facts.police_listed, harm=facts.past_serious_harm),
        frequent_admissions(facts.admissions, on=on, profile=profile),
        high_level(facts.risk_level),
        marked_symptoms(facts.symptoms),
        absent_insight(facts.insight),
        severe_reaction_or_illness(facts.adverse_reaction, facts.physical_illness),
    )


def low_level(level: RiskLevel | None) -> Finding:
    """危险性评估1—2级 (管庄地区方案（2019），二1（1）)."""
    return _of_level(Criterion.LOW_LEVEL, level, LOW_LEVELS)


def irregular_medication(adherence: Adherence | None) -> Finding:
    """未服药或服药不规律，除外遵医嘱不需服药患者 (管庄地区方案（2019），二1（2）)."""
    return _of_code(Criterion.ADHERENCE, CaseFact.ADHERENCE, adherence, NOT_REGULAR)


def weak_guardianship(guardianship: Guardianship | None) -> Finding:
    """弱监护或零监护 (管庄地区方案（2019），二1（3）)."""
    return _of_code(Criterion.GUARDIANSHIP, CaseFact.GUARDIANSHIP, guardianship, NOT_GUARDED)


def stress_or_substances(*, event: Truth, substances: Truth) -> Finding:
    """重大或持续性应激性生活事件，或目前有物质滥用 (管庄地区方案（2019），二1（4）)."""
    answers = {CaseFact.STRESSFUL_EVENT: event, CaseFact.SUBSTANCE_USE: substances}
    return _of_either(Criterion.STRESS, answers)


def listed_or_harmful(*, listed: Truth, harm: Truth) -> Finding:
    """公安列管重点，或既往有严重伤害行为、自杀行为 (管庄地区方案（2019），二1（5）)."""
    answers = {CaseFact.POLICE_LISTED: listed, CaseFact.PAST_SERIOUS_HARM: harm}
    return _of_either(Criterion.HISTORY, answers)


def frequent_admissions(
    admissions: Collection[date] | None, *, on: date, profile: Profile
) -> Finding:
    """频繁出入院，近一年内至少2次入院 (管庄地区方案（2019），二1（6）).

    A span of a year ends on its corresponding day, so an admission on the same day a year ago
    still counts. One day is one admission however often it is written down, and a day after `on`
    has not come yet.
    """
    if admissions is None:
        return _unknown(Criterion.ADMISSIONS, CaseFact.ADMISSIONS)
    needed, window = profile["entry.readmissions"], profile["entry.readmissions.window"]
    since = plus_months(on, -window.amount)
    counted = sorted({day for day in admissions if since <= day <= on})
    met = len(counted) >= needed.amount
    days = f"（{'、'.join(map(said, counted))}）" if counted else ""
    because = (
        f"{said(since)}至{said(on)}入院{len(counted)}次{days}，"
        f"{'达到' if met else '未达到'}{needed.words}。"
    )
    return Finding(Criterion.ADMISSIONS, met, because)


def high_level(level: RiskLevel | None) -> Finding:
    """危险性评估为3—5级 (管庄地区方案（2019），二2（1）)."""
    return _of_level(Criterion.HIGH_LEVEL, level, HIGH_LEVELS)


def marked_symptoms(symptoms: Symptoms | None) -> Finding:
    """精神病症状明显 (管庄地区方案（2019），二2（2）)."""
    return _of_code(Criterion.SYMPTOMS, CaseFact.SYMPTOMS, symptoms, {Symptoms.MARKED})


def absent_insight(insight: Insight | None) -> Finding:
    """自知力缺乏 (管庄地区方案（2019），二2（3）)."""
    return _of_code(Criterion.INSIGHT, CaseFact.INSIGHT, insight, {Insight.ABSENT})


def severe_reaction_or_illness(
    reaction: AdverseReaction | None, illness: PhysicalIllness | None
) -> Finding:
    """有严重药物不良反应或严重躯体疾病 (管庄地区方案（2019），二2（4）)."""
    answers = {
        CaseFact.ADVERSE_REACTION: is_one_of(reaction, {AdverseReaction.SEVERE}),
        CaseFact.PHYSICAL_ILLNESS: is_one_of(illness, {PhysicalIllness.SEVERE}),
    }
    because = _listed((CaseFact.ADVERSE_REACTION, reaction), (CaseFact.PHYSICAL_ILLNESS, illness))
    return _either(Criterion.BODY, answers, because)


def _of_level(
    criterion: Criterion, level: RiskLevel | None, wanted: Collection[RiskLevel]
) -> Finding:
    if level is None:
        return _unknown(criterion, CaseFact.RISK_LEVEL)
    met = level in wanted
    span = f"{min(wanted).value}—{max(wanted).value}级"
    return Finding(
        criterion, met, f"危险性评估{level.label}，{'属于' if met else '不属于'}{span}。"
    )


def _of_code(
    criterion: Criterion, fact: CaseFact, code: Labelled | None, wanted: Collection[Labelled]
) -> Finding:
    if code is None:
        return _unknown(criterion, fact)
    return Finding(criterion, code in wanted, f"{code.label}。")


def _of_either(criterion: Criterion, answers: dict[CaseFact, Truth]) -> Finding:
    words = {True: "有", False: "无", None: "未知"}
    because = "；".join(f"{fact.label}：{words[answer]}" for fact, answer in answers.items())
    return _either(criterion, answers, f"{because}。")


def _either(criterion: Criterion, answers: dict[CaseFact, Truth], because: str) -> Finding:
    met = any_of(*answers.values())
    unknown = tuple(fact for fact, answer in answers.items() if answer is None)
    return Finding(criterion, met, because, unknown if met is None else ())


def _listed(*codes: tuple[CaseFact, Labelled | None]) -> str:
    words = [code.label if code else f"{fact.label}未知" for fact, code in codes]
    return f"{'；'.join(words)}。"


def _unknown(criterion: Criterion, fact: CaseFact) -> Finding:
    return Finding(criterion, None, f"{fact.label}未知。", (fact,))
