"""Who at the table is likely to know a fact that the record does not tell."""

from __future__ import annotations

from collections.abc import Iterable

from data.clinical_codes import CaseFact
from data.codes import MemberRole

# No document says who supplies what; this follows the duties of the roles and only advises.
ASKED: dict[CaseFact, MemberRole] = {
    CaseFact.RISK_LEVEL: MemberRole.PREVENTION,
    CaseFact.ADHERENCE: MemberRole.PREVENTION,
    CaseFact.INSIGHT: MemberRole.PSYCHIATRIST,
    CaseFact.SYMPTOMS: MemberRole.PSYCHIATRIST,
    CaseFact.SOCIAL_FUNCTIONS: MemberRole.PREVENTION,
    CaseFact.ADVERSE_REACTION: MemberRole.PSYCHIATRIST,
    CaseFact.PHYSICAL_ILLNESS: MemberRole.PREVENTION,
    CaseFact.GUARDIANSHIP: MemberRole.VILLAGE,
    CaseFact.STRESSFUL_EVENT: MemberRole.VILLAGE,
    CaseFact.SUBSTANCE_USE: MemberRole.POLICE,
    CaseFact.POLICE_LISTED: MemberRole.POLICE,
    CaseFact.PAST_SERIOUS_HARM: MemberRole.POLICE,
    CaseFact.HOSPITALISED: MemberRole.PREVENTION,
    CaseFact.ADMISSIONS: MemberRole.PREVENTION,
    CaseFact.LAST_VISIT_ON: MemberRole.PREVENTION,
    CaseFact.REFERRED_ON: MemberRole.PREVENTION,
}


def asked_about(facts: Iterable[CaseFact]) -> dict[MemberRole, tuple[CaseFact, ...]]:
    """What to ask each role, in the order of the roles."""
    wanted = list(facts)
    found = {role: tuple(fact for fact in wanted if ASKED[fact] is role) for role in MemberRole}
    return {role: facts for role, facts in found.items() if facts}
