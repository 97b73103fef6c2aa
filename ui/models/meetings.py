"""How meetings look in lists and how they are read aloud."""

from __future__ import annotations

from ui.models.days import day_in_prose
from ui.widgets.lists import Face
from workbench.meetings import MeetingRow
from workbench.words import masked

STATE_GROUNDS = {"preparing": "plain", "in_session": "new", "closed": "warn", "archived": "plain"}


def meeting_facts(row: MeetingRow) -> str:
    """Day, time, place and chair."""
    day = f"{day_in_prose(row.held_on)}{row.begins:%H:%M}"
    return "·".join(part for part in (day, row.place, f"主持 {masked(row.chair)}") if part)


def meeting_progress(row: MeetingRow) -> str:
    """How many items have a conclusion."""
    return f"已议 {row.settled}/{row.items}"


def meeting_face(row: MeetingRow) -> Face:
    """One meeting: title and state, then day, chair and how far it has come."""
    note = f"{row.held_on:%m-%d}·主持 {masked(row.chair)}·{meeting_progress(row)}"
    return Face(
        row.title,
        note,
        right=row.state.label,
        done=row.state == "archived",
        strong=row.state in ("preparing", "in_session"),
    )


def meeting_spoken(row: MeetingRow) -> str:
    """The same in one sentence."""
    return "，".join([row.title, row.state.label, meeting_facts(row), meeting_progress(row)])
