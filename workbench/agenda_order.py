"""What the person who prepares a meeting changes about its agenda."""

from __future__ import annotations

from sqlalchemy.orm import Session

from data.codes import AgendaTier, MeetingState
from data.models.agendas import AgendaItem, AgendaLeftOff
from workbench.agenda_entries import arrange, in_order, put_back
from workbench.bench import Bench
from workbench.errors import MeetingAlreadyStarted, NotFound, Refused
from workbench.rules.agendas import CASE_TIERS
from workbench.states import any_item, unsealed_meeting
from workbench.words import clean_text

MOST_MINUTES = 240


class MinutesImpossible(Refused):
    """Nothing is talked about for so long."""

    def __init__(self) -> None:
        super().__init__("用时不对。", next_step=f"请填写1到{MOST_MINUTES}分钟。")


class TierImpossible(Refused):
    """A case is talked about or gone through, and a matter is neither."""

    def __init__(self) -> None:
        super().__init__(
            "这一项不能移到那里。", next_step="个案可以在重点讨论和逐例过之间移动，事项不能移动。"
        )


def move_on_agenda(bench: Bench, item_id: int, *, by: int) -> None:
    """Move an item up (-1) or down (1) so many places within its tier, as far as there are any."""
    with bench.doing("move_on_agenda") as work:
        item = _item_ahead(work.session, item_id)
        entries = in_order(work.session, item.meeting_id)
        tier = [entry for entry in entries if entry.tier is item.tier]
        place = tier.index(item)
        tier.insert(min(max(place + by, 0), len(tier) - 1), tier.pop(place))
        rest = iter(tier)
        arrange(
            work.session, [next(rest) if entry.tier is item.tier else entry for entry in entries]
        )
        work.about(meeting=item.meeting_id, item=item_id)


def move_to_tier(bench: Bench, item_id: int, *, tier: AgendaTier) -> None:
    """Talk about a case at length, or go through it; it comes to stand last in its new tier."""
    with bench.doing("move_to_tier") as work:
        item = _item_ahead(work.session, item_id)
        if item.tier not in CASE_TIERS or tier not in CASE_TIERS:
            raise TierImpossible
        others = [e for e in in_order(work.session, item.meeting_id) if e is not item]
        item.tier, item.minutes = tier, None
        above = sum(CASE_TIERS[: CASE_TIERS.index(tier) + 1].count(e.tier) for e in others)
        arrange(work.session, [*others[:above], item, *others[above:]])
        work.about(meeting=item.meeting_id, item=item_id, tier=tier.value)


def plan_discussion(bench: Bench, item_id: int, *, minutes: int | None, question: str) -> None:
    """Say how long an item may take, None for as long as usual, and what is to be decided."""
    with bench.doing("plan_discussion") as work:
        item = any_item(work.session, item_id)
        unsealed_meeting(work.session, item.meeting_id)
        if minutes is not None and not 1 <= minutes <= MOST_MINUTES:
            raise MinutesImpossible
        item.minutes, item.question = minutes, " ".join(clean_text(question).split())
        work.about(meeting=item.meeting_id, item=item_id)


def put_back_on_agenda(bench: Bench, left_off_id: int) -> int:
    """Put what was taken off an agenda back where it stood; return the key of the item."""
    with bench.doing("put_back_on_agenda") as work:
        kept = work.session.get(AgendaLeftOff, left_off_id)
        if kept is None:
            raise NotFound("这一项")
        unsealed_meeting(work.session, kept.meeting_id)
        item = put_back(work.session, kept)
        work.about(meeting=item.meeting_id)
        return work.answers(item.id)


def _item_ahead(session: Session, item_id: int) -> AgendaItem:
    """An item of a meeting that has not begun: later its place is told by the record."""
    item = any_item(session, item_id)
    if unsealed_meeting(session, item.meeting_id).state is not MeetingState.PREPARING:
        raise MeetingAlreadyStarted
    return item
