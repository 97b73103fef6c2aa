"""With whom contact is lost, from the visits that reached nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.facts import known
from data.models.visits import Visit
from data.rule_values import Profile
from data.visit_codes import LostReason
from workbench.known_facts import NOTHING, Known
from workbench.rules.lost_contact import Attempt, LostContact, lost_contact

_AWAY = (LostReason.WORKING_AWAY, LostReason.MOVED)


def lost_contacts(
    session: Session,
    records: Mapping[int, Known],
    day: date,
    profile: Profile,
    at: datetime | None = None,
) -> dict[int, LostContact]:
    """Whether contact is lost with each patient whom the last tries did not reach, in one query."""
    missed = _missed_since_seen(session, records, day, at)
    return {patient: _judge(tries, day, profile) for patient, tries in missed.items()}


def _missed_since_seen(
    session: Session, records: Mapping[int, Known], day: date, at: datetime | None
) -> dict[int, list[tuple[date, LostReason]]]:
    query = known(Visit, at).where(Visit.true_from <= day, Visit.lost_reason.is_not(None))
    columns = Visit.patient_id, Visit.true_from, Visit.lost_reason
    found: dict[int, list[tuple[date, LostReason]]] = defaultdict(list)
    for patient, on, reason in session.execute(query.with_only_columns(*columns)):
        if patient is None or reason is None:
            continue
        seen_on = records.get(patient, NOTHING).facts.last_visit_on
        if seen_on is None or on > seen_on:
            found[patient].append((on, reason))
    return found


def _judge(missed: list[tuple[date, LostReason]], day: date, profile: Profile) -> LostContact:
    """A reason is asked only of who is lost, so 走失 and having gone away are taken at their word.

    连续3次未访到 is counted again: every single try is written down with it.
    """
    reasons = [reason for _, reason in missed]
    return lost_contact(
        [Attempt(on, reached=False) for on, _ in missed],
        on=day,
        profile=profile,
        missing_person=LostReason.MISSING in reasons or None,
        whereabouts_unknown=any(reason in _AWAY for reason in reasons) or None,
    )
