"""Who signs the papers of a case: the team's part, the guardian and the patient."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.codes import MemberRole
from data.models.cases import Case
from data.models.meetings import Meeting
from data.models.teams import Member
from data.register_codes import GuardianState
from workbench.cases import terms_on
from workbench.guardians import guardian_on
from workbench.meetings import attendance_of
from workbench.patients import details_on
from workbench.teams import members_on

NOT_SAID = "原因未记"


@dataclass(frozen=True)
class Expected:
    """A member who may have to sign, and why they were not there."""

    member: Member
    absent: str = ""


def expected_at(session: Session, meeting: Meeting) -> list[Expected]:
    """Everybody expected at a meeting."""
    return [
        Expected(m, "" if a.present else (a.reason.label if a.reason else NOT_SAID))
        for a, m in attendance_of(session, meeting.id)
    ]


def team_of_case(
    session: Session, case: Case, day: date, meeting: Meeting | None, at: datetime | None = None
) -> tuple[Member, list[Expected]]:
    """The case manager on a day, and the team: of a meeting, or else that of the case manager."""
    manager = session.get_one(Member, terms_on(session, case.id, day, at).case_manager_id)
    if meeting is not None:
        return manager, expected_at(session, meeting)
    return manager, [Expected(member) for member in members_on(session, manager.team_id, day)]


def leader_and_manager(manager: Member, team: Sequence[Expected]) -> list[dict[str, object]]:
    """The leader's place, then that of the case manager, who may be the same person."""
    leaders = list(_of_role(team, MemberRole.LEADER))
    place = _place("leader", "组长", leaders[0]) if leaders else _nobody("组长")
    if leaders and leaders[0].member.id == manager.id:
        return [place]
    absent = next((e.absent for e in team if e.member.id == manager.id), "")
    return [place, _place("manager", "个案管理员", Expected(manager, absent))]


def specialists(
    team: Sequence[Expected], role: MemberRole, part: str, manager: Member
) -> list[dict[str, object]]:
    """Places for everybody of a role who does not sign already, or one for whoever comes."""
    found = [e for e in _of_role(team, role) if e.member.id != manager.id]
    places = [_place(part, role.label, expected) for expected in found]
    return places or [_nobody(role.label)]


def guardian_place(
    session: Session, patient_id: int, day: date, role: str, at: datetime | None = None
) -> dict[str, object]:
    """The place of the guardian who acts on a day; without one it belongs to nobody yet."""
    guardian = guardian_on(session, patient_id, day, at)
    if guardian is None or guardian.state is not GuardianState.ACTING:
        return _nobody(role)
    return {"key": f"guardian:{guardian.guardian_id}", "role": role, "name": guardian.name}


def patient_place(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> dict[str, object]:
    """The place of the patient."""
    name = details_on(session, patient_id, day, at).name
    return {"key": f"patient:{patient_id}", "role": "患者", "name": name}


def _of_role(team: Sequence[Expected], role: MemberRole) -> Iterator[Expected]:
    return (expected for expected in team if expected.member.role is role)


def _place(part: str, role: str, expected: Expected) -> dict[str, object]:
    member, absent = expected.member, expected.absent
    place: dict[str, object] = {"key": f"{part}:{member.id}", "role": role, "name": member.name}
    return {**place, "absent": absent} if absent else place


def _nobody(role: str) -> dict[str, object]:
    return {"key": "", "role": role, "name": ""}
