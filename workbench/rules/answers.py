"""Every answer the rules of case work give about one patient, and what is still to ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.clinical_codes import CaseFact
from data.rule_values import Profile, RuleValue
from workbench.rules.case_kinds import Entry, propose_kind
from workbench.rules.criteria import Finding, find_criteria
from workbench.rules.facts import Facts
from workbench.rules.key_patients import KeyPatient, key_patient
from workbench.rules.stability import Classed, classify
from workbench.rules.visits import NextVisit, next_visit


@dataclass(frozen=True)
class Answers:
    """The class, the criteria and the kind of case, the next visit, and the special attention."""

    stability: Classed
    findings: tuple[Finding, ...]
    entry: Entry
    visit: NextVisit
    key_patient: KeyPatient
    used: tuple[RuleValue, ...]

    @property
    def missing(self) -> tuple[CaseFact, ...]:
        """The facts that could still change one of the answers; empty when all are settled."""
        asked = (self.stability, self.entry, self.visit, self.key_patient)
        found = {fact for answer in asked for fact in answer.missing}
        return tuple(fact for fact in CaseFact if fact in found)


def answer(facts: Facts, *, on: date, profile: Profile) -> Answers:
    """Apply every rule to what is known about a patient on a day."""
    findings = find_criteria(facts, on=on, profile=profile)
    entry = propose_kind(findings, profile)
    visit = next_visit(facts, on=on, profile=profile)
    admissions = (profile["entry.readmissions"], profile["entry.readmissions.window"])
    return Answers(
        stability=classify(facts),
        findings=findings,
        entry=entry,
        visit=visit,
        key_patient=key_patient(facts),
        used=(*entry.used, *admissions, *(interval.rule for interval in visit.considered)),
    )
