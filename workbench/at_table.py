"""Members as they are called at the table of a meeting."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.live import OpinionRow
from workbench.masking import masked_name, surname
from workbench.rules.speakers import Person


def at_table(rows: Iterable[OpinionRow]) -> tuple[Person, ...]:
    """Everybody expected, with the ways to say who they are."""
    return tuple(
        Person(
            row.member_id,
            row.role.short,
            (surname(row.name), masked_name(row.name), row.name),
            row.role.label,
        )
        for row in rows
    )


def talks(row: OpinionRow) -> bool:
    """Whether somebody speaks at the table, now or before they left; others write."""
    return row.present or bool(row.words and not row.in_writing)
