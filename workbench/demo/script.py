"""The story as a whole: every step of it, from the first day on the register to yesterday."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial

from data.clinical_codes import Criterion
from data.codes import RiskLevel
from workbench.demo.cases import STORIES
from workbench.demo.clock import MONTHS, Calendar, Near, on_weekday
from workbench.demo.leading import leading_meetings
from workbench.demo.meetings import BEGINS, INTAKE, hear_between, hold, plan
from workbench.demo.people import register
from workbench.demo.planning import draw_up
from workbench.demo.register import others
from workbench.demo.signing import come_back
from workbench.demo.story import PlanVersion, Proposal, Story
from workbench.demo.street import Step, Street
from workbench.demo.teams import teams
from workbench.demo.visits import found_at, write_visit
from workbench.intakes import Assessed, Evidence, assess_intake

# How many days before its meeting something is done. What belongs to the meeting to come is done
# earlier, because today is only a few days before it.
_VISIT, _AGAIN = -15, -2
_BACK = 6
_ASSESSED, _DRAWN_UP, _PLANNED = -8, -7, -5
_ASSESSED_AHEAD, _DRAWN_UP_AHEAD, _PLANNED_AHEAD = -15, -16, -14
_MORNING, _EVENING, _NIGHT = time(9), time(17), time(18)


def every_step(calendar: Calendar) -> Iterator[Step]:
    """Everything that is written down, in no order."""
    yield from teams(calendar)
    yield from leading_meetings(calendar)
    for other in others():
        yield from other.steps(calendar)
    for place, story in enumerate(STORIES, start=1):
        yield from _of_story(calendar, story, place)
    for number in range(1, MONTHS + 1):
        yield Step(_planned_on(calendar, number), _EVENING, partial(plan, number=number))
        yield Step(calendar.monthly[number - 1], BEGINS, partial(hold, number=number))
        back = calendar.on(Near(number, _BACK))
        yield Step(back, _EVENING, partial(come_back, number=number))
    coming = MONTHS + 1
    planned_on = _planned_on(calendar, coming)
    yield Step(planned_on, _EVENING, partial(plan, number=coming))
    yield Step(planned_on, _NIGHT, partial(hear_between, number=coming))


def _planned_on(calendar: Calendar, number: int) -> date:
    return calendar.on(Near(number, _PLANNED if number <= MONTHS else _PLANNED_AHEAD))


def _of_story(calendar: Calendar, story: Story, place: int) -> Iterator[Step]:
    yield Step(calendar.beginning, time(9, 20), partial(_enter, story=story, place=place))
    for happening in story.happenings:
        yield happening.step(calendar, story.person.name)
    for proposal in story.proposals:
        if proposal.met:
            days = _ASSESSED if proposal.meeting <= MONTHS else _ASSESSED_AHEAD
            day = calendar.on(Near(proposal.meeting, days))
            yield Step(day, _EVENING, partial(_assess, story=story, proposal=proposal))
    for version in story.plans:
        days = _DRAWN_UP if version.meeting <= MONTHS else _DRAWN_UP_AHEAD
        day = calendar.on(Near(version.meeting, days))
        yield Step(day, _MORNING, partial(_draw_up, story=story, version=version))
    yield from _visits(calendar, story, place)


def _visits(calendar: Calendar, story: Story, place: int) -> Iterator[Step]:
    """Every month, and twice where the level asks for it and the meeting is not still to come."""
    for number in range(1, MONTHS + 2):
        level = story.level_at(number)
        if level is None:
            continue
        for days in _days_of_visits(level, number, place):
            day = calendar.on(Near(number, days))
            visit = partial(_visit, story=story, number=number, level=level)
            yield Step(on_weekday(day), time(15), partial(visit, first=days != _AGAIN))


def _days_of_visits(level: RiskLevel, number: int, place: int) -> tuple[int, ...]:
    first = _VISIT - place % 3
    twice = level >= RiskLevel.ANYWHERE and number <= MONTHS
    return (first, _AGAIN) if twice else (first,)


def _enter(street: Street, story: Story, place: int) -> None:
    register(street, story.person, place)


def _visit(street: Street, story: Story, number: int, level: RiskLevel, first: bool) -> None:
    words = story.usual[number % len(story.usual)]
    if first:
        words = story.found.get(number, words)
    answers = replace(found_at(level), **story.answers.get(number, {}))  # type: ignore[arg-type]
    patient, day = street.patients[story.person.name], street.bench.today()
    write_visit(street, patient, day, level, words, answers)


def _assess(street: Street, story: Story, proposal: Proposal) -> None:
    """Go through the ten criteria; what is not said to be met is not."""
    patient = street.patients[story.person.name]
    meeting = street.calendar.on(Near(proposal.meeting))
    evidence = {criterion: Evidence(False) for criterion in Criterion} | {
        criterion: Evidence(True, met.words, meeting - timedelta(days=met.days), met.source)
        for criterion, met in proposal.met.items()
    }
    assessed = Assessed(street.bench.today(), evidence)
    street.keys[patient, INTAKE] = assess_intake(street.bench, patient, assessed)


def _draw_up(street: Street, story: Story, version: PlanVersion) -> None:
    patient = street.patients[story.person.name]
    draw_up(street, patient, version, street.calendar.on(Near(version.meeting)))
