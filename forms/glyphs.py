"""Find characters that no bundled typeface can draw, before anything is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from forms.blocks import (
    Banner,
    Block,
    Break,
    Cell,
    Chapter,
    Cover,
    Emphasis,
    Ending,
    Heading,
    Imprint,
    Line,
    PenLines,
    RedHead,
    Role,
    Run,
    SignatureGrid,
    Squares,
    Table,
    Text,
    Timeline,
    Title,
    Words,
)
from forms.pages import Strip
from forms.signs import visible
from forms.typefaces import CHAINS, font_for

SIGNATURES_PLACE = "签字"
HEAD_PLACE = "标题"
IMPRINT_PLACE = "版记"


@dataclass(frozen=True)
class Missing:
    """A character that would print as 〓, and where it stands."""

    character: str
    place: str


def missing_characters(blocks: Iterable[Block], strip: Strip | None = None) -> list[Missing]:
    """Every such character once for each place, in printing order."""
    found: dict[Missing, None] = {}
    heading = ""
    for block in blocks:
        heading = block.text if isinstance(block, Heading | Chapter) else heading
        for place, text in _texts(block):
            where = " ".join(filter(None, (heading, place)))
            found.update(dict.fromkeys(missing_in(text, where)))
    for text in _strip_texts(strip) if strip else ():
        found.update(dict.fromkeys(missing_in(text, SIGNATURES_PLACE)))
    return list(found)


def missing_in(text: str, place: str) -> Iterator[Missing]:
    """The characters of one text that cannot be drawn."""
    chains = CHAINS.values()
    for sign in visible(text):
        if not any(font_for(sign, chain) for chain in chains):
            yield Missing(sign, place)


def _texts(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Title():
            yield HEAD_PLACE, block.text + _plain(block.above) + _plain(block.below)
        case Banner():
            yield HEAD_PLACE, "".join((block.text, *map(_plain, _banner_lines(block))))
        case Heading():
            yield "", block.text + _plain(block.note)
        case Table():
            yield from _table_texts(block)
        case Text():
            yield "", "".join(map(_plain, block.paragraphs))
        case Emphasis():
            yield block.title, "".join((block.title, *map(_plain, block.lines)))
        case Timeline():
            yield from _timeline_texts(block)
        case SignatureGrid():
            for signer in block.signers:
                yield SIGNATURES_PLACE, signer.role + signer.name + signer.absent
        case Cover():
            yield from _cover_texts(block)
        case RedHead():
            yield HEAD_PLACE, block.title + block.number + block.issuer + block.day
        case Imprint():
            yield IMPRINT_PLACE, block.sent_to + block.issuer + block.day
        case Chapter() | Ending():
            yield "", block.text
        case PenLines() | Break():
            pass
        case _:
            assert_never(block)


def _banner_lines(banner: Banner) -> Iterator[Line]:
    yield from (banner.note, banner.identity, *banner.beside, banner.level)


def _timeline_texts(timeline: Timeline) -> Iterator[tuple[str, str]]:
    yield timeline.label, "".join((timeline.label, *timeline.months, timeline.legend))
    for track in timeline.tracks:
        yield track.label, "".join((track.label, *(mark.text for mark in track.marks)))


def _cover_texts(cover: Cover) -> Iterator[tuple[str, str]]:
    around = (cover.left, cover.right, cover.title, cover.below, cover.unit, *cover.foot)
    yield HEAD_PLACE, "".join(around)
    for label, value in cover.entries:
        yield label, label + _plain(value)


def _strip_texts(strip: Strip) -> Iterator[str]:
    yield strip.sentence
    yield from (text for _, text in _table_texts(strip.table))


def _table_texts(table: Table) -> Iterator[tuple[str, str]]:
    for row in table.head:
        for cell in row.cells:
            yield table.place, _cell_text(cell)
    for group in table.groups:
        for row in group.rows:
            label = group.label
            for cell in row.cells:
                label = cell if cell.role is Role.LABEL else label
                named = "".join(_cell_text(label).split()) if label else ""
                yield " ".join(filter(None, (table.place, named))), _cell_text(cell)


def _cell_text(cell: Cell) -> str:
    return "".join(map(_plain, (cell.corner, *cell.lines, cell.aside, cell.low)))


def _plain(line: Line) -> str:
    return "".join(map(_said, line))


def _said(run: Run) -> str:
    if isinstance(run, Words):
        return run.text
    return "".join(run.signs) if isinstance(run, Squares) else ""
