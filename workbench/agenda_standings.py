"""How every patient stands on the day of a meeting, read at once however many there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from sqlalchemy.orm import Session

from data import casework_codes
from data.clinical_codes import CaseFact
from data.codes import CaseKind, RiskLevel
from data.models.meetings import Meeting
from data.rule_values import Profile
from workbench.annotations import open_annotations_of
from workbench.assessments import agreed_levels
from workbench.cases import CaseRow
from workbench.known_facts import NOTHING, Known, facts_of_patients
from workbench.lost_contact import lost_contacts
from workbench.plan_reading import plans_due
from workbench.rules.agendas import Rated, Standing, standing_level
from workbench.rules.case_kinds import propose_kind
from workbench.rules.criteria import find_criteria
from workbench.rules.lost_contact import LostContact
from workbench.rules.visits import next_visit_on
from workbench.states import regular_before
from workbench.unit_rules import rules_of
from workbench.unsettled import Unsettled, unsettled_before
from workbench.visits import clinical_levels_of


@dataclass(frozen=True)
class Standings:
    """What the record says about everybody on the day of a meeting.

    What the team knew at its last meeting is read as known when that one closed, so that a visit
    entered late counts as news.
    """

    day: date
    profile: Profile
    since: date | None
    records: Mapping[int, Known]
    agreed: Mapping[int, Rated]
    levels_before: Mapping[int, RiskLevel | None]
    unsettled: Unsettled
    annotations: Mapping[int, int]
    plans: Mapping[int, date]
    lost: Mapping[int, LostContact]

    @cached_property
    def kinds_met(self) -> dict[int, CaseKind]:
        """The kind of case that the known facts establish, of whom they establish one."""
        found = {}
        for patient, known in self.records.items():
            findings = find_criteria(known.facts, on=self.day, profile=self.profile)
            kind = propose_kind(findings, self.profile).kind
            if kind is not None:
                found[patient] = kind
        return found

    def of_case(self, case: CaseRow) -> Standing:
        """How a patient with an open case stands."""
        return self._standing(
            case.patient_id,
            is_new=self.since is not None and case.entered_on >= self.since,
            paused=case.standing is casework_codes.Standing.PAUSED,
            case_kind=case.kind,
            proposed_kind=self.kinds_met.get(case.patient_id),
            plan_due_on=self.plans.get(case.id),
        )

    def of_patient(self, patient_id: int, kind: CaseKind) -> Standing:
        """How a patient stands whom something proposes for intake."""
        return self._standing(patient_id, in_case_management=False, proposed_kind=kind)

    def _standing(self, patient_id: int, **more: object) -> Standing:
        known = self.records.get(patient_id, NOTHING)
        lost = self.lost.get(patient_id)
        return Standing(
            level=standing_level(_clinical(known), self.agreed.get(patient_id)),
            rated_before=self.levels_before.get(patient_id),
            overdue_tasks=self.unsettled.overdue[patient_id],
            blocked_tasks=self.unsettled.blocked[patient_id],
            deferred=patient_id in self.unsettled.deferred,
            open_annotations=self.annotations.get(patient_id, 0),
            visit_due_on=next_visit_on(known.facts, on=self.day, profile=self.profile),
            lost=lost.lost if lost else None,
            **more,  # type: ignore[arg-type] # the fields that one kind of entry adds
        )


def read_standings(
    session: Session, meeting: Meeting, cases: Sequence[CaseRow], at: datetime | None = None
) -> Standings:
    """Read what the agenda of a meeting follows from, as known at a moment."""
    day, before = meeting.held_on, regular_before(session, meeting, at)
    profile, records = rules_of(session, day, at), facts_of_patients(session, None, day, at)
    patients = [case.patient_id for case in cases]
    return Standings(
        day=day,
        profile=profile,
        since=before.held_on if before else None,
        records=records,
        agreed=agreed_levels(session, day, at),
        levels_before=_levels_at(session, before) if before else {},
        unsettled=unsettled_before(session, meeting, at),
        annotations=open_annotations_of(session, patients, at),
        plans=plans_due(session, [case.id for case in cases], day, at),
        lost=lost_contacts(session, records, day, profile, at),
    )


def _levels_at(session: Session, meeting: Meeting) -> dict[int, RiskLevel | None]:
    day, at = meeting.held_on, meeting.closed_at
    clinical, agreed = clinical_levels_of(session, None, day, at), agreed_levels(session, day, at)
    return {
        patient: standing_level(clinical.get(patient), agreed.get(patient))
        for patient in clinical.keys() | agreed.keys()
    }


def _clinical(known: Known) -> Rated | None:
    found = known.sources.get(CaseFact.RISK_LEVEL)
    if found is None or known.facts.risk_level is None:
        return None
    return Rated(known.facts.risk_level, found.on)
