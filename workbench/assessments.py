"""What each member said and rated, and the rating the team agrees."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data.codes import RiskLevel, Stability
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.assessments import Assessment, Opinion
from data.models.meetings import Attendance, Meeting
from workbench.bench import Bench, Work
from workbench.errors import NoRatingForMatters, NotOnTeam, ReasonNeeded
from workbench.rules.agendas import Rated
from workbench.rules.assessments import reasons_wanted
from workbench.states import running_item
from workbench.visits import clinical_level_on
from workbench.words import clean_text


@dataclass(frozen=True)
class Said:
    """What one member said about an item: words, their own rating, what they reserve."""

    words: str
    level: RiskLevel | None = None
    dissent: str = ""
    in_writing: bool = False

    @property
    def says_something(self) -> bool:
        """Whether anything is left of it once emptied fields are gone."""
        return bool(self.words or self.dissent) or self.level is not None

    def cleaned(self) -> Said:
        """The same, fit to keep."""
        return replace(self, words=clean_text(self.words), dissent=clean_text(self.dissent))


def record_opinion(
    bench: Bench,
    item_id: int,
    member_id: int,
    *,
    words: str,
    level: RiskLevel | None = None,
    dissent: str = "",
    in_writing: bool = False,
) -> None:
    """Write down what a member said about an item, their own rating and what they reserve.

    Said again, it is a correction; emptied, it is withdrawn.
    """
    with bench.doing("record_opinion") as work:
        item, meeting = running_item(work.session, item_id)
        write_opinion(work, item, member_id, Said(words, level, dissent, in_writing))
        work.about(meeting=meeting.id, item=item_id, member=member_id)


def record_assessment(
    bench: Bench,
    item_id: int,
    *,
    level: RiskLevel,
    stability: Stability | None,
    reason: str = "",
) -> None:
    """Write down the rating the team agreed; refuse one that needs a reason and has none."""
    with bench.doing("record_assessment") as work:
        item, meeting = running_item(work.session, item_id)
        rate(work, item, meeting, level, stability, reason)
        work.about(meeting=meeting.id, item=item_id)


def rate(
    work: Work,
    item: AgendaItem,
    meeting: Meeting,
    level: RiskLevel,
    stability: Stability | None,
    reason: str,
) -> None:
    """Rate an item within a command; refuse a rating that needs a reason and has none."""
    given = clean_text(reason)
    wanted = wanted_reasons(work.session, item, meeting, level)
    if wanted and not given:
        raise ReasonNeeded(wanted)
    write_assessment(work, item, meeting, level, stability, given)


def write_opinion(work: Work, item: AgendaItem, member_id: int, said: Said) -> None:
    """Enter, correct or withdraw what a member said about an item within a command."""
    _require_expected(work.session, item.meeting_id, member_id)
    mine = known(Opinion).where(Opinion.item_id == item.id, Opinion.member_id == member_id)
    present, given = work.session.scalar(mine), said.cleaned()
    if present is not None and given.says_something:
        present.correct(work.session, work.written, vars(given))
    elif present is not None:
        present.withdraw(work.session, work.written)
    elif given.says_something:
        Opinion.enter(
            work.session,
            work.written,
            patient_id=item.patient_id,
            true_from=work.today,
            item_id=item.id,
            member_id=member_id,
            **vars(given),
        )


def write_assessment(
    work: Work,
    item: AgendaItem,
    meeting: Meeting,
    level: RiskLevel,
    stability: Stability | None,
    reason: str,
) -> None:
    """Enter or correct the rating of an item within a command."""
    given = {"level": level, "stability": stability, "reason": reason}
    present = assessment_of(work.session, item.id)
    if present is not None:
        present.correct(work.session, work.written, given)
        return
    Assessment.enter(
        work.session,
        work.written,
        patient_id=_patient(item),
        true_from=meeting.held_on,
        item_id=item.id,
        **given,
    )


def wanted_reasons(
    session: Session, item: AgendaItem, meeting: Meeting, level: RiskLevel
) -> tuple[str, ...]:
    """Why this rating of this item has to be explained; empty when it has not."""
    patient_id = _patient(item)
    before = previous_assessment(session, patient_id, meeting)
    rated = [o.level for o in opinions_of(session, item.id) if o.level is not None]
    return reasons_wanted(
        level,
        previous=before.level if before else None,
        clinical=clinical_level_on(session, patient_id, meeting.held_on),
        opinions=rated,
    )


def opinions_of(session: Session, item_id: int, at: datetime | None = None) -> list[Opinion]:
    """What was said about an item, in the order of the attendance list."""
    query = (
        known(Opinion, at)
        .join(AgendaItem, AgendaItem.id == Opinion.item_id)
        .join(
            Attendance,
            (Attendance.meeting_id == AgendaItem.meeting_id)
            & (Attendance.member_id == Opinion.member_id),
        )
        .where(Opinion.item_id == item_id)
        .order_by(Attendance.position)
    )
    return list(session.scalars(query))


def assessment_of(session: Session, item_id: int, at: datetime | None = None) -> Assessment | None:
    """The rating agreed on an item, if there is one yet."""
    return session.scalar(known(Assessment, at).where(Assessment.item_id == item_id))


def previous_assessment(
    session: Session, patient_id: int, meeting: Meeting, at: datetime | None = None
) -> Assessment | None:
    """The rating agreed at the last meeting before this one that is closed."""
    return previous_assessments(session, [patient_id], meeting, at).get(patient_id)


def previous_assessments(
    session: Session,
    patient_ids: Collection[int],
    meeting: Meeting,
    at: datetime | None = None,
) -> dict[int, Assessment]:
    """The same for many patients, in two queries."""
    query = (
        known(Assessment, at)
        .join(AgendaItem, AgendaItem.id == Assessment.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            Assessment.patient_id.in_(patient_ids),
            Meeting.id != meeting.id,
            Meeting.closed_at.is_not(None),
            Meeting.held_on <= meeting.held_on,
        )
        .order_by(Meeting.held_on, Meeting.closed_at)
        .with_only_columns(Assessment.patient_id, Assessment.id)
    )
    if at is not None:
        query = query.where(Meeting.closed_at < at)
    last = {row.patient_id: row.id for row in session.execute(query)}
    rows = session.scalars(select(Assessment).where(Assessment.id.in_(last.values())))
    return {row.patient_id: row for row in rows if row.patient_id is not None}


def agreed_levels(session: Session, day: date, at: datetime | None = None) -> dict[int, Rated]:
    """What was last agreed on every patient at a meeting held by a day and closed by a moment."""
    latest_first = Meeting.held_on.desc(), Meeting.closed_at.desc()
    place = func.row_number().over(partition_by=Assessment.patient_id, order_by=latest_first)
    agreed = (
        known(Assessment, at)
        .join(AgendaItem, AgendaItem.id == Assessment.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(Meeting.closed_at.is_not(None), Meeting.held_on <= day)
    )
    if at is not None:
        agreed = agreed.where(Meeting.closed_at <= at)
    columns = Assessment.patient_id, Assessment.level, Meeting.held_on, place.label("place")
    ranked = agreed.with_only_columns(*columns).subquery()
    last = select(ranked.c.patient_id, ranked.c.level, ranked.c.held_on).where(ranked.c.place == 1)
    return {patient: Rated(level, on) for patient, level, on in session.execute(last)}


def _patient(item: AgendaItem) -> int:
    if item.patient_id is None:
        raise NoRatingForMatters
    return item.patient_id


def _require_expected(session: Session, meeting_id: int, member_id: int) -> None:
    expected = select(Attendance.id).where(
        Attendance.meeting_id == meeting_id, Attendance.member_id == member_id
    )
    if session.scalar(expected) is None:
        raise NotOnTeam("发言人")
