"""The monthly meetings: planned with their agenda, held item by item, and closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from data.casework_codes import IntakeOutcome, Standing
from data.codes import AgendaTier, MeetingKind, RiskLevel, TaskOutcome
from workbench.agenda_proposals import fill_agenda
from workbench.agendas import add_case_to_agenda, add_matter_to_agenda
from workbench.assessments import record_assessment, record_opinion
from workbench.case_life import exit_case
from workbench.cases import Entry, read_case
from workbench.closing import close_meeting
from workbench.decisions import continue_case, record_decision
from workbench.demo.agenda import ABSENT, CLOSINGS, DONE_BEFORE, OPENINGS, OTHERS, matters_at
from workbench.demo.cases import STORIES
from workbench.demo.clock import MONTHS
from workbench.demo.planning import PLAN
from workbench.demo.seats import Seat
from workbench.demo.story import Proposal, Story, Talk, Todo, Words
from workbench.demo.street import Street
from workbench.demo.tasks import done
from workbench.intake_decisions import Ruling, decide_intake, propose_intake
from workbench.intake_reading import read_intake
from workbench.meetings import plan_meeting, record_absence, start_meeting, write_meeting_notes
from workbench.plans import confirm_plan
from workbench.tasks import list_earlier_tasks, record_task_result

INTAKE = "入组评估"
_PLACE = "街道办事处三楼会议室"
BEGINS = time(14, 30)
_TALK, _PASSED = 9, 1
_GO_ON = Todo("按现计划继续，每月面访1次", Seat.PREVENTION, 28, (done("已面访"),))
_HIGH = RiskLevel.ANYWHERE


def plan(street: Street, number: int) -> None:
    """Put a monthly meeting in the calendar with everybody who is to be talked about."""
    meeting = plan_for(street, street.team, street.seats, street.calendar.monthly[number - 1])
    if number > MONTHS:
        _let_the_rules_choose(street, number, meeting)
    else:
        for tier in (AgendaTier.FOCUS, AgendaTier.ROUND):
            for story in STORIES:
                if _tier(story, number) is tier:
                    _put_on_agenda(street, number, meeting, story)
    for matter in matters_at(number):
        key = add_matter_to_agenda(street.bench, meeting, title=matter.title)
        street.items[meeting, matter.title] = key


def hold(street: Street, number: int) -> None:
    """Go through a meeting from the first word to the last, and close it."""
    day = street.calendar.monthly[number - 1]
    meeting = meeting_on(street, day)
    for seat, reason in ABSENT.get(number, {}).items():
        record_absence(street.bench, meeting, street.seats[seat], reason=reason)
    start_meeting(street.bench, meeting)
    hear_about_tasks(street, meeting)
    minutes = _TALK
    for story in STORIES:
        item = street.items.get((meeting, story.person.name))
        if item is not None:
            street.clock.move_to(day, after(BEGINS, minutes))
            minutes += _TALK if number in story.talks else _PASSED
            _Session(street, number, meeting, item, story).discuss()
    for matter in matters_at(number):
        item = street.items[meeting, matter.title]
        speak(street, street.seats, item, matter.said, ABSENT.get(number, {}))
        decide(street, street.seats, item, None, matter.todos, day)
    write_meeting_notes(
        street.bench,
        meeting,
        opening=OPENINGS[number % len(OPENINGS)],
        other_matters=OTHERS.get(number, ""),
        closing=CLOSINGS[number % len(CLOSINGS)],
        next_held_on=street.calendar.monthly[number],
    )
    close(street, meeting, after(BEGINS, minutes + _TALK))


def plan_for(
    street: Street,
    team: int,
    seats: Mapping[Seat, int],
    day: date,
    kind: MeetingKind = MeetingKind.REGULAR,
) -> int:
    """Put a meeting of a team in the calendar; return its key."""
    meeting = plan_meeting(
        street.bench,
        team,
        held_on=day,
        begins=BEGINS,
        place=_PLACE,
        chair_id=seats[Seat.LEADER],
        recorder_id=seats[Seat.PREVENTION],
        kind=kind,
    )
    street.meetings.append((day, meeting))
    return meeting


def meeting_on(street: Street, day: date) -> int:
    """The key of the meeting planned for a day."""
    return next(key for held_on, key in street.meetings if held_on == day)


def hear_about_tasks(street: Street, meeting: int) -> None:
    """Ask what became of the work given out earlier."""
    for task in list_earlier_tasks(street.bench, meeting):
        told = street.promised.get((task.patient_id, task.title))
        if told:
            heard = told.pop(0)
            record_task_result(
                street.bench,
                task.id,
                outcome=heard.outcome,
                note=heard.note,
                evidence=heard.evidence,
                meeting_id=meeting,
            )


def hear_between(street: Street, number: int) -> None:
    """Write down what was done before a meeting asks for it."""
    meeting = meeting_on(street, street.calendar.monthly[number - 1])
    for task in list_earlier_tasks(street.bench, meeting):
        note = DONE_BEFORE.get(task.title)
        if note is not None:
            record_task_result(street.bench, task.id, outcome=TaskOutcome.DONE, note=note)


def speak(
    street: Street,
    seats: Mapping[Seat, int],
    item: int,
    said: Sequence[Words],
    absent: Mapping[Seat, object],
) -> None:
    """Let the members speak; who is not there has sent a note."""
    for words in said:
        record_opinion(
            street.bench,
            item,
            seats[words.seat],
            words=words.words,
            level=None if words.level is None else RiskLevel(words.level),
            dissent=words.dissent,
            in_writing=words.seat in absent,
        )


def decide(
    street: Street,
    seats: Mapping[Seat, int],
    item: int,
    patient: int | None,
    todos: Sequence[Todo],
    day: date,
) -> None:
    """Give the work to the people named."""
    for todo in todos:
        record_decision(
            street.bench,
            item,
            text=todo.text,
            implementer_id=seats[todo.seat],
            due_on=day + timedelta(days=todo.days),
        )
        street.promised[patient, todo.text] = list(todo.heard)


def close(street: Street, meeting: int, ends: time) -> None:
    """Close a meeting at the hour it ended."""
    street.clock.move_to(street.bench.today(), ends)
    close_meeting(street.bench, meeting, ends=ends)


def after(begins: time, minutes: int) -> time:
    """The time so many minutes later."""
    return time(begins.hour + (begins.minute + minutes) // 60, (begins.minute + minutes) % 60)


@dataclass(frozen=True)
class _Session:
    """One patient at one meeting."""

    street: Street
    number: int
    meeting: int
    item: int
    story: Story

    def discuss(self) -> None:
        """Talk about the patient as the story has it, or continue the case with one key."""
        talk, proposal = self.story.talks.get(self.number), self.story.proposal_at(self.number)
        if talk is None:
            continue_case(self.street.bench, self.item)
            return
        self._rate(talk)
        if proposal is not None and proposal.outcome is not IntakeOutcome.DEFERRED:
            self._rule(proposal)
        decide(
            self.street, self.street.seats, self.item, self._patient, self._todos(talk), self._day
        )
        if proposal is not None and proposal.outcome is IntakeOutcome.DEFERRED:
            self._rule(proposal)  # putting off comes last: any other decision takes its place
        if self.story.plan_at(self.number) is not None:
            plan_id = self.street.keys[self._patient, PLAN]
            confirm_plan(self.street.bench, plan_id, meeting_id=self.meeting)
        self._end()

    def _todos(self, talk: Talk) -> Sequence[Todo]:
        """The work given out; where nothing else is decided either, to go on as planned."""
        otherwise = (self.story.plan_at, self.story.proposal_at, self.story.exits.get)
        return talk.todos or (() if any(f(self.number) for f in otherwise) else (_GO_ON,))

    def _rate(self, talk: Talk) -> None:
        absent = ABSENT.get(self.number, {})
        speak(self.street, self.street.seats, self.item, talk.said, absent)
        if talk.rating is not None:
            level, stability = talk.rating
            record_assessment(
                self.street.bench, self.item, level=level, stability=stability, reason=talk.reason
            )

    def _rule(self, proposal: Proposal) -> None:
        if proposal.outcome is None:
            return
        accepted = proposal.outcome is IntakeOutcome.ACCEPTED
        manager = self.street.seats[proposal.manager]
        entry = Entry(proposal.number, proposal.kind, manager) if accepted else None
        intake = self.street.keys[self._patient, INTAKE]
        ruling = Ruling(proposal.outcome, proposal.reason, entry)
        decide_intake(self.street.bench, intake, self.item, ruling)
        if accepted:
            case = read_intake(self.street.bench, intake).case_id
            self.street.cases[self._patient] = case or 0
            self.street.entries += 1

    def _end(self) -> None:
        end = self.story.exits.get(self.number)
        if end is not None:
            case = self.street.cases.pop(self._patient)
            exit_case(self.street.bench, case, self.item, exit_reason=end.why, words=end.words)

    @property
    def _patient(self) -> int:
        return self.street.patients[self.story.person.name]

    @property
    def _day(self) -> date:
        return self.street.calendar.monthly[self.number - 1]


def _tier(story: Story, number: int) -> AgendaTier:
    """A case that is to be talked about comes first, and so does whoever is proposed."""
    talked_about = number in story.talks or story.proposal_at(number) is not None
    if number > MONTHS:
        level, before = story.level_at(number), story.level_at(number - 1)
        high = level is not None and level >= _HIGH
        talked_about |= level != before or high or story.plan_at(number) is not None
    return AgendaTier.FOCUS if talked_about else AgendaTier.ROUND


def _let_the_rules_choose(street: Street, number: int, meeting: int) -> None:
    """The agenda of the meeting to come, as the program proposes it."""
    for story in STORIES:
        if story.proposal_at(number) is not None:
            _put_on_agenda(street, number, meeting, story)
    fill_agenda(street.bench, meeting)


def _put_on_agenda(street: Street, number: int, meeting: int, story: Story) -> None:
    patient = street.patients[story.person.name]
    place, case = (meeting, story.person.name), street.cases.get(patient)
    if story.proposal_at(number) is not None:
        intake = street.keys[patient, INTAKE]
        street.items[place] = propose_intake(street.bench, meeting, intake)
    elif case and read_case(street.bench, case).row.standing is Standing.RUNNING:
        tier = _tier(story, number)
        street.items[place] = add_case_to_agenda(street.bench, meeting, case, tier=tier)
