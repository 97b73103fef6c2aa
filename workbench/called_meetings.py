"""Meetings that plan themselves: one called for a case at once, and the one after a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import (
    AgendaReason,
    AgendaTier,
    DecisionKind,
    MeetingKind,
    MeetingState,
    MemberRole,
    TeamKind,
)
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.decisions import Decision
from data.models.meetings import Meeting
from data.models.teams import Member, Team
from workbench.agenda_entries import append_items, items_of
from workbench.agendas import kept, put_patient
from workbench.bench import BEIJING, Bench, Work
from workbench.cases import open_case_of, terms_on
from workbench.errors import NextMeetingPlanned, NoTeamYet
from workbench.meeting_rules import Arrangements, arrangements_of, rule_for
from workbench.meetings import Arranged, arrange
from workbench.next_meetings import day_after, suggested_day
from workbench.recording import require_patient
from workbench.rules.agendas import Why
from workbench.rules.calendar import same_day_next_month
from workbench.rules.meeting_kinds import SHORT_NOTICE, kind_for
from workbench.states import any_meeting, title_of
from workbench.teams import members_on

_UPCOMING = (MeetingState.PREPARING, MeetingState.IN_SESSION)


def call_urgent_meeting(bench: Bench, patient_id: int, *, request_id: str = "") -> int:
    """Call a meeting about one patient for now; return its key.

    The team is that of the case manager, with chair, recorder and place as last time. One called
    before and not over yet is the answer, so that nobody calls it twice.
    """
    with bench.doing("call_urgent_meeting", request_id) as work:
        if work.answer is not None:
            return work.answer
        require_patient(work.session, patient_id)
        present = _called_for(work.session, patient_id)
        if present is not None:
            return work.answers(present)
        now = bench.now().astimezone(BEIJING)
        meeting = _arrange(
            work,
            _team_of(work.session, patient_id, work.today),
            MeetingKind.URGENT,
            work.today,
            now.time().replace(second=0, microsecond=0),
            bench.unit,
        )
        item = _item_of(work, meeting, patient_id)
        item.minutes = SHORT_NOTICE
        work.about(patient=patient_id)
        return work.answers(meeting.id)


def plan_next_meeting(bench: Bench, meeting_id: int, *, request_id: str = "") -> int:
    """Plan the meeting that follows a closed one, what was put off on its agenda; return its key.

    On the day the meeting itself named, or else by the rule; after a meeting about one case, the
    next regular one.
    """
    with bench.doing("plan_next_meeting", request_id) as work:
        if work.answer is not None:
            return work.answer
        before = any_meeting(work.session, meeting_id)
        planned = upcoming_of(work.session, before)
        if planned is not None:
            raise NextMeetingPlanned(title_of(planned), planned.held_on)
        team = work.session.get_one(Team, before.team_id)
        urgent = before.kind is MeetingKind.URGENT
        kind = kind_for(team.kind) if urgent else before.kind
        day, begins = next_day(work.session, team, before, work.today)
        meeting = _arrange(work, team, kind, day, begins, before.place)
        append_items(work.session, meeting, put_off_at(work.session, meeting_id))
        work.about(after=meeting_id)
        return work.answers(meeting.id)


def next_day(session: Session, team: Team, before: Meeting, today: date) -> tuple[date, time]:
    """The day and hour of the meeting that follows one; never a day that has passed."""
    urgent = before.kind is MeetingKind.URGENT
    kind = kind_for(team.kind) if urgent else before.kind
    usual, proposed = rule_for(session, team.id), suggested_day(session, team, kind, today)
    begins = usual.begins if usual else before.begins
    named = before.next_held_on or day_after(session, team, before.kind, before.held_on)
    if named is not None and named > today:
        return named, begins
    if proposed is not None:
        return proposed.day, proposed.begins
    return same_day_next_month(max(before.held_on, today)), begins


def upcoming_of(session: Session, before: Meeting) -> Meeting | None:
    """The regular meeting of the team that is planned already."""
    query = select(Meeting).where(
        Meeting.team_id == before.team_id,
        Meeting.id != before.id,
        Meeting.kind != MeetingKind.URGENT,
        Meeting.state.in_(_UPCOMING),
    )
    return session.scalar(query.order_by(Meeting.held_on, Meeting.id).limit(1))


def put_off_at(session: Session, meeting_id: int, at: datetime | None = None) -> list[AgendaItem]:
    """Entries for whatever a meeting put off, each with the words it gave for that."""
    items = items_of(session, meeting_id)
    deferred = known(Decision, at).where(
        Decision.item_id.in_([item.id for item in items]), Decision.kind == DecisionKind.DEFER
    )
    words = {decision.item_id: decision.text for decision in session.scalars(deferred)}
    return [_again(item, words[item.id]) for item in items if item.id in words]


def _again(item: AgendaItem, words: str) -> AgendaItem:
    reasons = (Why(AgendaReason.DEFERRED, f"上次会议暂缓议：{words}"),)
    tier = item.tier if item.patient_id is None else AgendaTier.FOCUS
    return AgendaItem(
        tier=tier,
        patient_id=item.patient_id,
        case_id=item.case_id,
        title=item.title,
        reasons=kept(reasons),
    )


def _arrange(
    work: Work, team: Team, kind: MeetingKind, day: date, begins: time, place: str
) -> Meeting:
    """Put a meeting in the calendar with place and people as last time, as far as they serve."""
    members = members_on(work.session, team.id, day)
    if not members:
        raise NoTeamYet(team.name)
    last = arrangements_of(work.session, team.id, kind) or Arrangements(place, 0, 0)
    chair = _serving(members, last.chair_id, MemberRole.LEADER)
    recorder = _serving(members, last.recorder_id, MemberRole.PREVENTION)
    given = Arranged(kind, day, begins, last.place, chair.id, recorder.id)
    return arrange(work, team, given)


def _serving(members: Sequence[Member], wanted: int, role: MemberRole) -> Member:
    """Whoever did it last; else who has the role for it, else the first on the list."""
    by_key = {member.id: member for member in members}
    fitting = (member for member in members if member.role is role)
    return by_key.get(wanted) or next(fitting, members[0])


def _called_for(session: Session, patient_id: int) -> int | None:
    query = (
        select(Meeting.id)
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .where(Meeting.kind == MeetingKind.URGENT, Meeting.state.in_(_UPCOMING))
        .where(AgendaItem.patient_id == patient_id)
    )
    return session.scalar(query.order_by(Meeting.id.desc()).limit(1))


def _team_of(session: Session, patient_id: int, day: date) -> Team:
    """The team of whoever manages the case; without a case, the first that manages cases."""
    case = open_case_of(session, patient_id)
    if case is not None:
        manager = session.get_one(Member, terms_on(session, case.id, day).case_manager_id)
        return session.get_one(Team, manager.team_id)
    managing = select(Team).where(Team.kind == TeamKind.CASE_MANAGEMENT).order_by(Team.id).limit(1)
    team = session.scalar(managing)
    if team is None:
        raise NoTeamYet(TeamKind.CASE_MANAGEMENT.label)
    return team


def _item_of(work: Work, meeting: Meeting, patient_id: int) -> AgendaItem:
    case = open_case_of(work.session, patient_id)
    if case is None:
        return put_patient(work, meeting, patient_id)
    item = AgendaItem(tier=AgendaTier.FOCUS, patient_id=patient_id, case_id=case.id)
    append_items(work.session, meeting, [item])
    return item
