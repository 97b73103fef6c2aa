"""Intake: the criteria with their evidence, and what a meeting makes of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy.orm import Session

from data.clinical_codes import Criterion
from data.codes import CaseKind
from data.models.cases import Case
from data.models.intakes import Intake, IntakeFinding
from data.models.patients import Patient
from workbench.bench import Bench, Work
from workbench.cases import open_case, open_case_of
from workbench.casework_errors import (
    DayNotPossible,
    EntryNeedsReason,
    EvidenceMissing,
    IntakeAlreadyDecided,
)
from workbench.errors import AlreadyInManagement, NotFound
from workbench.intake_reading import any_intake, findings_of, proposed_by, ruling_on
from workbench.rules.truth import Truth
from workbench.teams import any_member
from workbench.unit_rules import rules_of
from workbench.words import clean_text, required


@dataclass(frozen=True)
class Evidence:
    """What is known about one criterion: met, not met, or not known; from what, of which day."""

    met: Truth
    words: str = ""
    on: date | None = None
    source: str = ""

    def cleaned(self) -> Evidence:
        """The same, fit to keep."""
        return replace(self, words=clean_text(self.words), source=clean_text(self.source))


@dataclass(frozen=True)
class Assessed:
    """The criteria as they were gone through on a day; what is left out is not known.

    A kind that the criteria do not propose is entry by hand and needs a reason. Naming a case
    manager is a wish; who it is, is settled at entry.
    """

    on: date
    evidence: Mapping[Criterion, Evidence] = field(default_factory=dict)
    kind: CaseKind | None = None
    reason: str = ""
    case_manager_id: int | None = None

    def cleaned(self) -> Assessed:
        """The same with an answer to each of the ten; refuses one called met without evidence."""
        answers = {c: self.evidence.get(c, Evidence(None)).cleaned() for c in Criterion}
        bare = [c.label for c, e in answers.items() if e.met and not (e.words and e.on)]
        if bare:
            raise EvidenceMissing(bare)
        later = [c.label for c, e in answers.items() if e.on is not None and e.on > self.on]
        if later:
            raise DayNotPossible(f"依据日期晚于评估日期（{'、'.join(later)}）")
        return replace(self, evidence=answers, reason=clean_text(self.reason))


def assess_intake(
    bench: Bench,
    patient_id: int,
    assessed: Assessed,
    *,
    request_id: str = "",
) -> int:
    """Go through the criteria for a patient who is not in case management; return the key."""
    with bench.doing("assess_intake", request_id) as work:
        if work.answer is not None:
            return work.answer
        if work.session.get(Patient, patient_id) is None:
            raise NotFound("这名患者")
        present = open_case_of(work.session, patient_id)
        if present is not None:
            raise AlreadyInManagement(present.number)
        work.about(patient=patient_id)
        return work.answers(_write(work, patient_id, None, assessed))


def review_criteria(
    bench: Bench,
    case_id: int,
    assessed: Assessed,
    *,
    request_id: str = "",
) -> int:
    """Go through the criteria again for an open case; return the key of the review."""
    with bench.doing("review_criteria", request_id) as work:
        if work.answer is not None:
            return work.answer
        case = open_case(work.session, case_id)
        _require_entered(case, assessed.on)
        work.about(case=case_id)
        return work.answers(_write(work, case.patient_id, case_id, assessed))


def correct_intake(bench: Bench, intake_id: int, assessed: Assessed, *, why: str) -> None:
    """Write an assessment anew, saying why, as long as no meeting has decided on it."""
    with bench.doing("correct_intake") as work:
        intake = _undecided(work.session, intake_id)
        if intake.case_id is not None:
            _require_entered(open_case(work.session, intake.case_id), assessed.on)
        reason = required("更正理由", why)
        given, values = _judged(work, assessed)
        intake.correct(work.session, work.written, values, reason)
        for row in findings_of(work.session, intake_id):
            changes = _finding_values(given.on, given.evidence[row.criterion])
            row.correct(work.session, work.written, changes, reason)
        work.about(intake=intake_id)


def withdraw_intake(bench: Bench, intake_id: int, *, why: str) -> None:
    """Take back an assessment that was written by mistake and that no meeting has decided."""
    with bench.doing("withdraw_intake") as work:
        intake = _undecided(work.session, intake_id)
        reason = required("撤回理由", why)
        intake.withdraw(work.session, work.written, reason)
        for row in findings_of(work.session, intake_id):
            row.withdraw(work.session, work.written, reason)
        work.about(intake=intake_id)


def _undecided(session: Session, intake_id: int) -> Intake:
    ruled = ruling_on(session, intake_id)
    if ruled is not None:
        raise IntakeAlreadyDecided(ruled.outcome.label)
    return any_intake(session, intake_id)


def _require_entered(case: Case, on: date) -> None:
    if on < case.entered_on:
        raise DayNotPossible("复核日期早于入组日期")


def _write(work: Work, patient_id: int, case_id: int | None, assessed: Assessed) -> int:
    given, values = _judged(work, assessed)
    intake = Intake.enter(
        work.session, work.written, patient_id=patient_id, case_id=case_id, **values
    )
    for criterion, evidence in given.evidence.items():
        IntakeFinding.enter(
            work.session,
            work.written,
            patient_id=patient_id,
            intake_id=intake.root_id,
            criterion=criterion,
            **_finding_values(given.on, evidence),
        )
    return intake.root_id


def _judged(work: Work, assessed: Assessed) -> tuple[Assessed, dict[str, object]]:
    """What was given, fit to keep, and what the assessment itself is to say."""
    given = assessed.cleaned()
    if given.on > work.today:
        raise DayNotPossible("评估日期晚于今天")
    rules = rules_of(work.session, given.on)
    proposed = proposed_by({c: e.met for c, e in given.evidence.items()}, rules)
    by_hand = given.kind is not None and given.kind is not proposed.kind
    if by_hand and not given.reason:
        raise EntryNeedsReason(_unlike(proposed.kind))
    if given.case_manager_id is not None:
        any_member(work.session, given.case_manager_id)
    return given, {
        "true_from": given.on,
        "kind": given.kind or proposed.kind,
        "by_hand": by_hand,
        "reason": given.reason,
        "case_manager_id": given.case_manager_id,
    }


def _finding_values(on: date, evidence: Evidence) -> dict[str, object]:
    return {
        "true_from": on,
        "met": evidence.met,
        "evidence": evidence.words,
        "evidence_on": evidence.on,
        "source": evidence.source,
    }


def _unlike(proposed: CaseKind | None) -> str:
    if proposed is None:
        return "按已知情况不符合入组标准"
    return f"按标准应为{proposed.label}"
