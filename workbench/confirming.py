"""Confirming one item of the meeting: all that was said, rated and decided, or nothing of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from data.codes import AgendaTier, RiskLevel, Stability
from data.models.agendas import AgendaItem
from data.models.meetings import Meeting
from workbench.assessments import Said, assessment_of, opinions_of, rate, write_opinion
from workbench.bench import Bench, Work
from workbench.decisions import Deciding, decide, decisions_of
from workbench.discussions import write_discussion
from workbench.drafts import set_aside
from workbench.errors import DecisionMissing, LevelMissing
from workbench.rules.meeting_kinds import rates
from workbench.states import running_item


@dataclass(frozen=True)
class Confirmed:
    """What the screen holds about one item. Members who are not named said nothing new.

    Neither did the discussion itself, unless words are given.
    """

    said: Mapping[int, Said] = field(default_factory=dict)
    discussion: str | None = None
    level: RiskLevel | None = None
    stability: Stability | None = None
    reason: str = ""
    deciding: Deciding | None = None


def confirm_item(bench: Bench, item_id: int, given: Confirmed, *, request_id: str = "") -> int:
    """Record an item in one go and throw its draft away; return the key of the item.

    What is already recorded is not written again. Refuses an item that would be left without a
    rating or without a decision.
    """
    with bench.doing("confirm_item", request_id) as work:
        if work.answer is not None:
            return work.answer
        item, meeting = running_item(work.session, item_id)
        _say(work, item, given.said)
        if given.discussion is not None:
            write_discussion(work, item, given.discussion)
        _rate(work, item, meeting, given)
        _decide(work, item, meeting, given.deciding)
        set_aside(work.session, meeting.id, item.id, work.written.at)
        work.about(meeting=meeting.id, item=item.id)
        return work.answers(item.id)


def _say(work: Work, item: AgendaItem, said: Mapping[int, Said]) -> None:
    known = {
        o.member_id: Said(o.words, o.level, o.dissent, o.in_writing)
        for o in opinions_of(work.session, item.id)
    }
    for member_id, words in said.items():
        if words.cleaned() != known.get(member_id, Said("")):
            write_opinion(work, item, member_id, words)


def _rate(work: Work, item: AgendaItem, meeting: Meeting, given: Confirmed) -> None:
    if item.tier is AgendaTier.MATTER or (given.level is None and not rates(meeting.kind)):
        return
    if given.level is None:
        raise LevelMissing
    present = assessment_of(work.session, item.id)
    as_recorded = present and (present.level, present.stability, present.reason)
    if as_recorded != (given.level, given.stability, given.reason.strip()):
        rate(work, item, meeting, given.level, given.stability, given.reason)


def _decide(work: Work, item: AgendaItem, meeting: Meeting, deciding: Deciding | None) -> None:
    if deciding is not None:
        decide(work, item, meeting, deciding)
    elif not decisions_of(work.session, item.id):
        raise DecisionMissing
