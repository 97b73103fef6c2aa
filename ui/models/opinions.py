"""How the things that wait for a psychiatrist's opinion look in a list and are read aloud."""

from __future__ import annotations

from ui.models.person import Person
from ui.widgets.lists import Face
from workbench.opinions_wanted import OpinionWanted, Wanted


def opinion_face(row: OpinionWanted) -> Face:
    """Whose case it is and how high it stands, then why and since when."""
    return Face(
        f"{row.masked}·{row.number}",
        f"{row.wanted.label}·{row.words}",
        right=f"{row.since:%Y-%m-%d}",
        chip=None if row.level is None else int(row.level),
        strong=row.wanted is Wanted.HIGH_LEVEL,
    )


def opinion_spoken(row: OpinionWanted) -> str:
    """The same in one sentence."""
    level = "" if row.level is None else f"{int(row.level)}级"
    told = (row.masked, row.number, level, row.wanted.label, row.words, f"{row.since:%Y-%m-%d}起")
    return "，".join(filter(None, told))


def person_of(row: OpinionWanted) -> Person:
    """Whom it is about."""
    return Person(row.patient_id, row.masked, row.case_id, row.number)
