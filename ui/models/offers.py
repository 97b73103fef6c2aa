"""What is offered while one types at the table: people behind an @, phrases behind a stroke."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ui.models.people import person_text
from ui.widgets.offers import Offer, Source
from workbench.at_table import at_table
from workbench.live import ItemDetails, OpinionRow
from workbench.rules.searching import Sought
from workbench.rules.speakers import COLON, Person, offered, tags

SPEAKS = re.compile(r"^[@＠]([^\s：:@＠]{0,12})$")
NAMED = re.compile(r"[@＠]([^\s：:@＠]{0,12})$")
PHRASE = re.compile(r"(?:^|(?<=：))[/／、]([^\s/／、，。]{0,12})$")


def talk_sources(item: ItemDetails, phrases: Sequence[str]) -> list[Source]:
    """Speakers at the beginning of a line, people within it, phrases where words begin."""
    return [
        Source(SPEAKS, lambda typed: _people(item.opinions, typed, COLON)),
        Source(NAMED, lambda typed: _people(item.opinions, typed, " ")),
        _phrase_source(phrases),
    ]


def conclusion_sources(item: ItemDetails, phrases: Sequence[str]) -> list[Source]:
    """People anywhere, phrases where words begin."""
    return [task_source(item), _phrase_source(phrases)]


def reason_sources(phrases: Sequence[str]) -> list[Source]:
    """Phrases where words begin."""
    return [_phrase_source(phrases)]


def task_source(item: ItemDetails) -> Source:
    """Who may be given work."""
    return Source(NAMED, lambda typed: _people(item.opinions, typed, " ", marked=True))


def _phrase_source(phrases: Sequence[str]) -> Source:
    return Source(PHRASE, lambda typed: [Offer(p, p) for p in _fitting(typed, phrases)])


def _people(
    rows: Sequence[OpinionRow], typed: str, ending: str, *, marked: bool = False
) -> list[Offer]:
    people = at_table(rows)
    called = tags(people)
    by_key = {row.member_id: row for row in rows}
    mark = "@" if marked else ""
    return [
        Offer(_label(by_key[person.key]), f"{mark}{called[person.key]}{ending}")
        for person in _offered(people, typed)
    ]


def _offered(people: tuple[Person, ...], typed: str) -> list[Person]:
    return offered(typed.casefold(), people)


def _label(row: OpinionRow) -> str:
    who = person_text(row.role.label, row.name)
    return who if row.present else f"{who}（未到会，记为书面意见）"


def _fitting(typed: str, phrases: Sequence[str]) -> list[str]:
    return [
        words for words in phrases if typed in words or _sought(words).nearness(typed) is not None
    ]


@cache
def _sought(words: str) -> Sought:
    return Sought(names=(words,))
