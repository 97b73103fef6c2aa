"""What a patient and the family are given: a checklist with who sees to each item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.assistance_codes import AssistanceKind, AssistanceState, SubsidyState
from data.facts import held, known
from data.models.assistance import Assistance
from data.models.teams import Member
from data.register_codes import FlagKind
from workbench.assistance_errors import NotMemberThen, SubsidyStandsApart
from workbench.bench import Bench, Work
from workbench.errors import NotFound
from workbench.flags import flags_on
from workbench.recording import correct, enter, present, require_patient, withdraw
from workbench.subsidies import subsidy_on
from workbench.words import clean_text

# Flags of the national system that speak of the same thing, yes or no.
_LISTED_AS = {
    AssistanceKind.MINIMUM_LIVING: FlagKind.MINIMUM_LIVING,
    AssistanceKind.GUARDIAN_SUBSIDY: FlagKind.GUARDIAN_SUBSIDY,
}
_OF_SUBSIDY = {
    SubsidyState.APPLIED: AssistanceState.APPLIED,
    SubsidyState.GRANTED: AssistanceState.RECEIVED,
    SubsidyState.REFUSED: AssistanceState.REFUSED,
    SubsidyState.PAUSED: AssistanceState.PAUSED,
    SubsidyState.CANCELLED: AssistanceState.ENDED,
    SubsidyState.GUARDIAN_CHANGED: AssistanceState.ENDED,
}


@dataclass(frozen=True)
class Assisted:
    """How it stands with one kind of help from a day on, and which member and office see to it."""

    from_on: date
    kind: AssistanceKind
    state: AssistanceState
    responsible_id: int | None = None
    partner: str = ""
    note: str = ""

    def columns(self) -> dict[str, object]:
        """The same, fit to keep, by column."""
        if self.kind is AssistanceKind.GUARDIAN_SUBSIDY:
            raise SubsidyStandsApart
        return {
            "true_from": self.from_on,
            "kind": self.kind,
            "state": self.state,
            "responsible_id": self.responsible_id,
            "partner": clean_text(self.partner),
            "note": clean_text(self.note),
        }


@dataclass(frozen=True)
class AssistanceRow:
    """One line of the checklist; nothing is known of one without a state.

    The line of the subsidy says what its own record says and has no key here. `listed` is what
    a flag of the national system says of the same.
    """

    kind: AssistanceKind
    id: int | None = None
    state: AssistanceState | None = None
    since: date | None = None
    responsible_id: int | None = None
    responsible: str = ""
    partner: str = ""
    note: str = ""
    listed: bool | None = None


def record_assistance(
    bench: Bench, patient_id: int, given: Assisted, *, request_id: str = ""
) -> int:
    """Write down how it stands with one kind of help from a day on; return its key."""
    with bench.doing("record_assistance", request_id) as work:
        if work.answer is not None:
            return work.answer
        _require_member(work, given)
        return work.answers(enter(work, Assistance, patient_id, given).root_id)


def correct_assistance(bench: Bench, assistance_id: int, given: Assisted, *, why: str) -> None:
    """Correct how it stood; the earlier words are kept with the reason."""
    with bench.doing("correct_assistance") as work:
        fact = present(work, Assistance, assistance_id, "这条救助")
        _require_member(work, given)
        correct(work, fact, given, why)


def withdraw_assistance(bench: Bench, assistance_id: int, *, why: str) -> None:
    """Say that it never stood like this; help that ended is recorded as ended instead."""
    with bench.doing("withdraw_assistance") as work:
        withdraw(work, present(work, Assistance, assistance_id, "这条救助"), why)


def list_assistance(
    bench: Bench, patient_id: int, *, on: date | None = None, at: datetime | None = None
) -> list[AssistanceRow]:
    """Every kind of help and how it stands on a day, in the order of the list."""
    with bench.asking("list_assistance") as session:
        require_patient(session, patient_id)
        return assistance_on(session, patient_id, on or bench.today(), at)


def assistance_on(
    session: Session, patient_id: int, day: date, at: datetime | None = None
) -> list[AssistanceRow]:
    """The same within a session."""
    kinds = _by_kind(session.scalars(known(Assistance, at).filter_by(patient_id=patient_id)))
    standing = {kind: held(facts, day) for kind, facts in kinds.items()}
    flags = {row.flagged.kind: row.flagged.holds for row in flags_on(session, patient_id, day, at)}
    rows = []
    for kind in AssistanceKind:
        listed = flags.get(_LISTED_AS[kind]) if kind in _LISTED_AS else None
        if kind is AssistanceKind.GUARDIAN_SUBSIDY:
            rows.append(_of_subsidy(session, patient_id, day, at, listed=listed))
        else:
            rows.append(_row(session, kind, standing.get(kind), listed=listed))
    return rows


def assisted_of(fact: Assistance) -> Assisted:
    """What a stored fact says, as it could be filled in again."""
    return Assisted(
        from_on=fact.true_from,
        kind=fact.kind,
        state=fact.state,
        responsible_id=fact.responsible_id,
        partner=fact.partner,
        note=fact.note,
    )


def _require_member(work: Work, given: Assisted) -> None:
    if given.responsible_id is None:
        return
    member = work.session.get(Member, given.responsible_id)
    if member is None:
        raise NotFound("这名责任人")
    ended = member.until_on is not None and member.until_on < given.from_on
    if ended or given.from_on < member.from_on:
        raise NotMemberThen(member.name)


def _by_kind(facts: Iterable[Assistance]) -> dict[AssistanceKind, list[Assistance]]:
    found: dict[AssistanceKind, list[Assistance]] = defaultdict(list)
    for fact in facts:
        found[fact.kind].append(fact)
    return found


def _of_subsidy(
    session: Session, patient_id: int, day: date, at: datetime | None, *, listed: bool | None
) -> AssistanceRow:
    kind, found = AssistanceKind.GUARDIAN_SUBSIDY, subsidy_on(session, patient_id, day, at)
    if found is None:
        return AssistanceRow(kind, listed=listed)
    given = found.subsidised
    return AssistanceRow(
        kind,
        state=_OF_SUBSIDY[given.state],
        since=given.from_on,
        note=given.reason,
        listed=listed,
    )


def _row(
    session: Session, kind: AssistanceKind, fact: Assistance | None, *, listed: bool | None
) -> AssistanceRow:
    if fact is None:
        return AssistanceRow(kind, listed=listed)
    member = session.get(Member, fact.responsible_id) if fact.responsible_id else None
    return AssistanceRow(
        kind,
        id=fact.root_id,
        state=fact.state,
        since=fact.true_from,
        responsible_id=fact.responsible_id,
        responsible=member.name if member else "",
        partner=fact.partner,
        note=fact.note,
        listed=listed,
    )
