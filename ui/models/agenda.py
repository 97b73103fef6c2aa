"""How agenda items look in lists and how they are read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ui.widgets.lists import Face
from workbench.live import AgendaRow


def agenda_face(row: AgendaRow) -> Face:
    """One item: number, name, what there is to say about it, the level."""
    note, attention = agenda_note(row)
    level = row.level if row.level is not None else row.previous_level
    return Face(
        title=row.title,
        note=note,
        lead=f"{row.position:02d}",
        chip=None if level is None else int(level),
        done=row.settled and not attention,
        attention=attention,
        strong=not row.settled,
    )


def agenda_spoken(row: AgendaRow) -> str:
    """The same in one sentence."""
    level = row.level if row.level is not None else row.previous_level
    state = "已暂缓议" if row.deferred else "已有结论" if row.settled else "还没有结论"
    note, _ = agenda_note(row)
    parts = [
        f"第{row.position}项",
        row.title,
        level.label if level is not None else "",
        state,
        note,
    ]
    return "，".join(dict.fromkeys(part for part in parts if part))


def agenda_note(row: AgendaRow) -> tuple[str, bool]:
    """The second line, and whether it asks for attention."""
    if row.has_draft:
        return "有未确认的草稿", True
    if row.deferred:
        return "暂缓议", False
    return "·".join(filter(None, (row.case_number, "临时加入" if row.late else ""))), False


def with_headings(rows: Sequence[AgendaRow]) -> list[AgendaRow | Face]:
    """The items under the headings of their tiers."""
    lines: list[AgendaRow | Face] = []
    for tier in dict.fromkeys(row.tier for row in rows):
        members = [row for row in rows if row.tier == tier]
        unit = "项" if tier == "matter" else "例"
        lines.append(Face(tier.label, f"{len(members)}{unit}", group=True))
        lines += members
    return lines


def live_face(row: AgendaRow) -> Face:
    """The same at the table of the meeting: why it is talked about stands under the name."""
    note, attention = live_note(row)
    return replace(
        agenda_face(row), note=note, attention=attention, done=row.settled and not attention
    )


def live_spoken(row: AgendaRow) -> str:
    """The same in one sentence, with the number of the case."""
    note, _ = live_note(row)
    parts = agenda_spoken(row).split("，")
    return "，".join(dict.fromkeys([*parts, *([note] if note else [])]))


def live_note(row: AgendaRow) -> tuple[str, bool]:
    """The reasons of what is discussed, else nothing; and whether the line asks for attention."""
    said, attention = agenda_note(row)
    if row.has_draft or row.deferred:
        return said, attention
    reasons = [why.reason for why in row.reasons] if row.tier == "focus" else []
    told = [reason.label for reason in reasons if reason != "routine"]
    late = not row.settled and "overdue_tasks" in reasons
    return "·".join([*told, *(["临时加入"] if row.late else [])]), late
