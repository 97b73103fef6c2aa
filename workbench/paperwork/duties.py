"""What the 监护责任书 says: patient, guardian, and what the agreement between them holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.codes import MemberRole
from data.models.cases import Case
from data.models.guardians import GuardianDetails
from data.models.teams import Member
from data.paper_codes import Undertaken
from data.register_codes import GuardianDuty, GuardianState
from forms.answers import text_of
from workbench.guardians import guardian_on
from workbench.guardianship import AgreementRow, agreement_on
from workbench.masking import masked_id, masked_phone
from workbench.paperwork.case_signers import guardian_place, team_of_case
from workbench.paperwork.options import offered
from workbench.paperwork.plan import unit_of
from workbench.paperwork.records import case_on, day_known, unit_of_store
from workbench.patients import details_on

DUTIES_LISTS: dict[str, object] = {
    "duties": offered(GuardianDuty),
    "undertaken": offered(Undertaken),
}
_BESIDE = (
    (MemberRole.VILLAGE, "village"),
    (MemberRole.POLICE, "police"),
    (MemberRole.PREVENTION, "clinic"),
)


def duties_answers(
    session: Session, patient_id: int, at: datetime | None = None
) -> dict[str, object]:
    """Answer every field for the guardian who acts, with what was agreed if anything was."""
    day = day_known(session, at)
    person, case = details_on(session, patient_id, day, at), case_on(session, patient_id, day, at)
    guardian = guardian_on(session, patient_id, day, at)
    if guardian is not None and guardian.state is not GuardianState.ACTING:
        guardian = None
    agreement = agreement_on(session, guardian, day, at) if guardian else None
    manager = team_of_case(session, case, day, None, at)[0] if case else None
    return {
        "lists": DUTIES_LISTS,
        "unit": unit_of(session, case, day, None, at) if case else unit_of_store(session),
        "name": person.name,
        "sex": person.sex.label,
        "id_number": masked_id(person.details.id_number or ""),
        "case_number": case.number if case else "",
        "address": person.details.address or person.village,
        **_guardian(guardian),
        **_agreed(agreement),
        "case_manager": manager.name if manager else "",
        "signers": [
            guardian_place(session, patient_id, day, "监护人", at),
            *_witnesses(session, case, day, at),
        ],
    }


def duties_identity(answers: Mapping[str, object]) -> tuple[str, ...]:
    """Between whom, repeated on every page after the first."""
    who = (text_of(answers, key) for key in ("case_number", "name"))
    return "\u3000".join(filter(None, who)), f"监护人 {text_of(answers, 'guardian')}"


def _guardian(guardian: GuardianDetails | None) -> dict[str, object]:
    if guardian is None:
        keys = ("guardian", "relation", "guardian_id_number", "phone", "guardian_address")
        return dict.fromkeys(keys, "")
    relation = guardian.relation.label if guardian.relation else ""
    return {
        "guardian": guardian.name,
        "relation": guardian.relation_words or relation,
        "guardian_id_number": masked_id(guardian.id_number or ""),
        "phone": masked_phone(guardian.phone),
        "guardian_address": guardian.address,
    }


def _agreed(row: AgreementRow | None) -> dict[str, object]:
    """Duties are ticked only once somebody signed for them."""
    agreed = row.agreed if row else None
    signed = agreed if agreed and agreed.signed else None
    undertaken = signed.duties if signed else ()
    return {
        "duties": [
            {
                "duty": duty.label,
                "undertaken": Undertaken.YES.value if duty in undertaken else "",
            }
            for duty in GuardianDuty
        ],
        "state": "" if agreed is None else "已签" if signed else "未签",
        "signed_on": signed.signed_on.isoformat() if signed else None,
        "until_on": signed.until_on.isoformat() if signed and signed.until_on else None,
        "note": agreed.note if agreed else "",
    }


def _witnesses(
    session: Session, case: Case | None, day: date, at: datetime | None
) -> Iterator[dict[str, object]]:
    """Everybody of the roles that sign beside the guardian, or one place for whoever comes."""
    team = (
        [expected.member for expected in team_of_case(session, case, day, None, at)[1]]
        if case
        else []
    )
    for role, part in _BESIDE:
        found = [_place(member, part) for member in team if member.role is role]
        yield from found or [{"key": "", "role": role.label, "name": ""}]


def _place(member: Member, part: str) -> dict[str, object]:
    return {"key": f"{part}:{member.id}", "role": member.role.label, "name": member.name}
