"""What is known about one patient, as the rules of case work are handed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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
from workbench.rules.truth import Truth


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known about a patient on a day. Nothing is assumed: None is not known.

    The two days of events are different: without a day there was no such event, so nobody is
    asked for it. No list of admissions is not known, an empty one says that there was none.
    """

    risk_level: RiskLevel | None = None
    adherence: Adherence | None = None
    insight: Insight | None = None
    symptoms: Symptoms | None = None
    social_functions: tuple[SocialFunction | None, ...] | None = None
    adverse_reaction: AdverseReaction | None = None
    physical_illness: PhysicalIllness | None = None
    guardianship: Guardianship | None = None
    stressful_event: bool | None = None
    substance_use: bool | None = None
    police_listed: bool | None = None
    past_serious_harm: bool | None = None
    hospitalised: bool | None = None
    admissions: tuple[date, ...] | None = None
    last_visit_on: date | None = None
    referred_on: date | None = None

    @property
    def poor_function(self) -> Truth:
        """Whether any of the five social functions is poor."""
        items = self.social_functions
        if items is not None and SocialFunction.POOR in items:
            return True
        return None if items is None or None in items else False


def named(missing: tuple[CaseFact, ...]) -> str:
    """The names of facts, as a sentence lists them."""
    return "、".join(fact.label for fact in missing)
