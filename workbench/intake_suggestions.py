"""What the record already says about the criteria, as a first draft of an assessment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.clinical_codes import CaseFact, Criterion
from data.codes import CaseKind
from workbench.bench import Bench
from workbench.changes import SPEAKERS
from workbench.intakes import Evidence
from workbench.known_facts import known_on
from workbench.recording import require_patient
from workbench.rules.case_kinds import propose_kind
from workbench.rules.criteria import find_criteria
from workbench.telling import Found
from workbench.unit_rules import rules_of

RESTS_ON: dict[Criterion, tuple[CaseFact, ...]] = {
    Criterion.LOW_LEVEL: (CaseFact.RISK_LEVEL,),
    Criterion.ADHERENCE: (CaseFact.ADHERENCE,),
    Criterion.GUARDIANSHIP: (CaseFact.GUARDIANSHIP,),
    Criterion.STRESS: (CaseFact.STRESSFUL_EVENT, CaseFact.SUBSTANCE_USE),
    Criterion.HISTORY: (CaseFact.POLICE_LISTED, CaseFact.PAST_SERIOUS_HARM),
    Criterion.ADMISSIONS: (CaseFact.ADMISSIONS,),
    Criterion.HIGH_LEVEL: (CaseFact.RISK_LEVEL,),
    Criterion.SYMPTOMS: (CaseFact.SYMPTOMS,),
    Criterion.INSIGHT: (CaseFact.INSIGHT,),
    Criterion.BODY: (CaseFact.ADVERSE_REACTION, CaseFact.PHYSICAL_ILLNESS),
}


@dataclass(frozen=True)
class Suggested:
    """The ten criteria as the record answers them, the kind that follows, and why."""

    evidence: dict[Criterion, Evidence]
    kind: CaseKind | None
    because: str
    missing: tuple[CaseFact, ...]
    known: frozenset[CaseFact]


def suggest_intake(
    bench: Bench, patient_id: int, on: date | None = None, at: datetime | None = None
) -> Suggested:
    """Answer the criteria from the record on a day, today unless named; nothing is written."""
    with bench.asking("suggest_intake") as session:
        require_patient(session, patient_id)
        return suggested_on(session, patient_id, on or bench.today(), at)


def suggested_on(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> Suggested:
    """The same within a query."""
    rules = rules_of(session, day, at)
    known = known_on(session, patient_id, day, at)
    findings = find_criteria(known.facts, on=day, profile=rules)
    entry = propose_kind(findings, rules)
    evidence = {}
    for finding in findings:
        used = [known.sources[f] for f in RESTS_ON[finding.criterion] if f in known.sources]
        evidence[finding.criterion] = Evidence(
            finding.met, finding.because, _latest(used), _named(used)
        )
    return Suggested(evidence, entry.kind, entry.because, entry.missing, frozenset(known.sources))


def _latest(used: Iterable[Found]) -> date | None:
    return max((found.on for found in used), default=None)


def _named(used: Iterable[Found]) -> str:
    subjects = {speaker.table.__tablename__: speaker.subject for speaker in SPEAKERS}
    return "、".join(dict.fromkeys(subjects.get(found.table, "记录") for found in used))
