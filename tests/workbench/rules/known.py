"""Facts for tests: a person about whom everything is known and nothing is wrong."""

from dataclasses import replace
from datetime import date
from itertools import product

from hypothesis import strategies as st

from data.clinical_codes import (
    Adherence,
    AdverseReaction,
    CaseFact,
    Guardianship,
    Insight,
    PhysicalIllness,
    SocialFunction,
    Symptoms,
)
from data.codes import RiskLevel
from data.profiles import NATIONAL, read_profile
from workbench.rules.answers import answer
from workbench.rules.facts import Facts

ON = date(2026, 11, 25)
BASE = read_profile(NATIONAL)
GOOD, FAIR, POOR, NOT_APPLICABLE = SocialFunction

WELL = Facts(
    risk_level=RiskLevel.NONE,
    adherence=Adherence.REGULAR,
    insight=Insight.FULL,
    symptoms=Symptoms.GONE,
    social_functions=(GOOD, FAIR, NOT_APPLICABLE, GOOD, FAIR),
    adverse_reaction=AdverseReaction.NONE,
    physical_illness=PhysicalIllness.NONE,
    guardianship=Guardianship.ADEQUATE,
    stressful_event=False,
    substance_use=False,
    police_listed=False,
    past_serious_harm=False,
    hospitalised=False,
    admissions=(),
    last_visit_on=date(2026, 10, 31),
)

# Every answer a fact can have; the two days of events are given, not asked.
DOMAINS = {
    CaseFact.RISK_LEVEL: tuple(RiskLevel),
    CaseFact.ADHERENCE: tuple(Adherence),
    CaseFact.INSIGHT: tuple(Insight),
    CaseFact.SYMPTOMS: tuple(Symptoms),
    CaseFact.SOCIAL_FUNCTIONS: ((GOOD,) * 5, (GOOD, FAIR, POOR, GOOD, NOT_APPLICABLE)),
    CaseFact.ADVERSE_REACTION: tuple(AdverseReaction),
    CaseFact.PHYSICAL_ILLNESS: tuple(PhysicalIllness),
    CaseFact.GUARDIANSHIP: tuple(Guardianship),
    CaseFact.STRESSFUL_EVENT: (True, False),
    CaseFact.SUBSTANCE_USE: (True, False),
    CaseFact.POLICE_LISTED: (True, False),
    CaseFact.PAST_SERIOUS_HARM: (True, False),
    CaseFact.HOSPITALISED: (True, False),
    CaseFact.ADMISSIONS: ((), (date(2026, 1, 5), date(2026, 6, 8))),
}


def given(**facts):
    """A person who is well but for these facts."""
    return replace(WELL, **facts)


def answered(facts, profile=BASE, on=ON):
    """Every answer about a person."""
    return answer(facts, on=on, profile=profile)


def completions(facts):
    """Every way the unknown facts could turn out, as pairs of what was answered and the facts."""
    unknown = [fact for fact in DOMAINS if getattr(facts, fact) is None]
    for values in product(*(DOMAINS[fact] for fact in unknown)):
        found = dict(zip(unknown, values, strict=True))
        yield found, replace(facts, **{fact.value: value for fact, value in found.items()})


def some_facts(data, unknown):
    """A person with facts drawn at random, up to so many of them unknown."""
    facts = given(**{fact.value: data.draw(st.sampled_from(v)) for fact, v in DOMAINS.items()})
    asked = data.draw(st.sets(st.sampled_from(list(DOMAINS)), max_size=unknown))
    return replace(facts, **{fact.value: None for fact in asked})


def pivotal(facts, outcome):
    """The unknown facts for which two completions that differ in nothing else come out apart."""
    seen, found = {}, set()
    for answers, full in completions(facts):
        for fact in answers:
            others = (fact, *((other, v) for other, v in answers.items() if other is not fact))
            if seen.setdefault(others, outcome(full)) != outcome(full):
                found.add(fact)
    return found
