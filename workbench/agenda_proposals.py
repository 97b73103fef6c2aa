"""The agenda that the record proposes for a meeting, with a reason for each entry."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from data.casework_codes import Standing
from data.codes import AgendaReason, AgendaTier, CaseKind, MemberRole, RiskLevel
from data.models.agendas import AgendaItem
from data.models.meetings import Meeting
from workbench.agenda_entries import append_items, items_of, left_off
from workbench.agenda_standings import Standings, read_standings
from workbench.agendas import intake_item, kept, reasons_of
from workbench.bench import Bench
from workbench.cases import CaseRow, cases_by, gone_for_good
from workbench.intake_reading import undecided_kinds
from workbench.judgements import set_aside
from workbench.patients import Person, details_of
from workbench.rules.agendas import (
    CASE_TIERS,
    Place,
    Why,
    must_attend,
    place_on_agenda,
    raised_only,
    tier_of,
)
from workbench.rules.meeting_kinds import KINDS
from workbench.states import any_meeting, unsealed_meeting
from workbench.visits import dead_by
from workbench.words import masked


@dataclass(frozen=True)
class Proposal:
    """One patient for one agenda. Without a case intake is proposed.

    `item_id` is the entry that stands on the agenda already; `wanted` are the roles that have to
    be at the table.
    """

    patient_id: int
    case_id: int | None
    case_number: str
    masked: str
    standing: Standing | None
    kind: CaseKind
    level: RiskLevel | None
    tier: AgendaTier
    reasons: tuple[Why, ...]
    wanted: tuple[MemberRole, ...]
    item_id: int | None


def propose_agenda(
    bench: Bench, meeting_id: int, at: datetime | None = None
) -> tuple[Proposal, ...]:
    """Every open case and every patient whom the criteria propose, in the order of the meeting.

    As they stand on the day of the meeting, as known at a moment; in a fixed number of queries.
    """
    with bench.asking("propose_agenda") as session:
        return proposals_for(session, any_meeting(session, meeting_id), at)


def fill_agenda(bench: Bench, meeting_id: int, *, request_id: str = "") -> int:
    """Put all that is proposed and not yet there on an agenda, in order; return how many.

    What was taken off stays off. What is there learns its reasons anew and goes where they call
    for, unless somebody put it there by hand or moved it.
    """
    with bench.doing("fill_agenda", request_id) as work:
        if work.answer is not None:
            return work.answer
        meeting = unsealed_meeting(work.session, meeting_id)
        proposed = proposals_for(work.session, meeting)
        _renew(work.session, meeting_id, proposed)
        off = {entry.patient_id for entry in left_off(work.session, meeting_id)}
        missing = [p for p in proposed if p.item_id is None and p.patient_id not in off]
        append_items(work.session, meeting, [_item(proposal) for proposal in missing])
        work.about(meeting=meeting_id)
        return work.answers(len(missing))


def proposals_for(
    session: Session, meeting: Meeting, at: datetime | None = None
) -> tuple[Proposal, ...]:
    """The same within a command or a query."""
    raised = KINDS[meeting.kind].raised
    if raised is not None and not raised:
        return ()  # whoever calls such a meeting says what it is about
    rows = cases_by(session, meeting.held_on, at)
    cases = [row for row in rows if row.standing is not Standing.ENDED]
    standings = read_standings(session, meeting, cases, at)
    on_agenda = {i.patient_id: i.id for i in items_of(session, meeting.id) if i.patient_id}
    found = [_of_case(standings, case, on_agenda) for case in cases]
    if raised is not None:
        return tuple(sorted(_only_raised(found, raised), key=_place))
    found += _of_intakes(session, standings, {case.patient_id for case in cases}, on_agenda, at)
    return tuple(sorted(found, key=_place))


def _only_raised(found: Sequence[Proposal], raised: Collection[AgendaReason]) -> Iterator[Proposal]:
    """Those that come before a meeting above the team; the rest is the business of the team."""
    for proposal in found:
        place = raised_only(Place(proposal.tier, proposal.reasons), raised)
        if place is not None:
            yield replace(proposal, tier=place.tier, reasons=place.reasons, wanted=())


def _renew(session: Session, meeting_id: int, proposed: Sequence[Proposal]) -> None:
    """Say the reasons as they are now; without any before, somebody chose the place by hand."""
    by_item = {proposal.item_id: proposal for proposal in proposed}
    for item in items_of(session, meeting_id):
        proposal, before = by_item.get(item.id), reasons_of(item)
        if proposal is None:
            continue
        moved = not before or item.tier is not tier_of(before)
        item.reasons = kept(proposal.reasons)
        item.tier = item.tier if moved else proposal.tier


def _of_case(standings: Standings, case: CaseRow, on_agenda: Mapping[int, int]) -> Proposal:
    standing = standings.of_case(case)
    place = place_on_agenda(standing, on=standings.day)
    return Proposal(
        patient_id=case.patient_id,
        case_id=case.id,
        case_number=case.number,
        masked=case.masked,
        standing=case.standing,
        kind=case.kind,
        level=standing.level,
        tier=place.tier,
        reasons=place.reasons,
        wanted=must_attend(standing.level, case.kind),
        item_id=on_agenda.get(case.patient_id),
    )


def _of_intakes(
    session: Session,
    standings: Standings,
    in_cases: Collection[int],
    on_agenda: Mapping[int, int],
    at: datetime | None,
) -> list[Proposal]:
    """Whom the criteria or an undecided assessment propose; what was assessed by hand leads."""
    day = standings.day
    kinds = standings.kinds_met | undecided_kinds(session, day, at)
    out = dead_by(session, day, at) | gone_for_good(session, day, at) | set(in_cases)
    out |= set_aside(session, day, at).keys()
    wanted = {patient: kind for patient, kind in kinds.items() if patient not in out}
    people = details_of(session, wanted, day, at)
    return [
        _of_intake(standings, people[patient], kind, on_agenda) for patient, kind in wanted.items()
    ]


def _of_intake(
    standings: Standings, person: Person, kind: CaseKind, on_agenda: Mapping[int, int]
) -> Proposal:
    standing = standings.of_patient(person.patient_id, kind)
    place = place_on_agenda(standing, on=standings.day)
    return Proposal(
        patient_id=person.patient_id,
        case_id=None,
        case_number="",
        masked=masked(person.name),
        standing=None,
        kind=kind,
        level=standing.level,
        tier=place.tier,
        reasons=place.reasons,
        wanted=must_attend(standing.level, kind),
        item_id=on_agenda.get(person.patient_id),
    )


def _place(proposal: Proposal) -> tuple[int, bool, int, bool, str, int]:
    """What is talked about first, and of that what the psychiatrist stays for.

    Then the higher level leads; who has no number yet comes last.
    """
    free = MemberRole.PSYCHIATRIST not in proposal.wanted
    level = -1 if proposal.level is None else int(proposal.level)
    number = proposal.case_number
    tier = CASE_TIERS.index(proposal.tier)
    return tier, free, -level, not number, number, proposal.patient_id


def _item(proposal: Proposal) -> AgendaItem:
    if proposal.case_id is None:
        item = intake_item(proposal.patient_id, proposal.masked)
    else:
        item = AgendaItem(
            tier=proposal.tier, patient_id=proposal.patient_id, case_id=proposal.case_id
        )
    item.reasons = kept(proposal.reasons)
    return item
