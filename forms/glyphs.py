"""Find characters that no bundled typeface can draw, before anything is printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from forms.blocks import (
    Block,
    Cell,
    Ending,
    Heading,
    Line,
    PenLines,
    Role,
    SignatureGrid,
    Table,
    Text,
    Title,
    Words,
    visible,
)
from forms.typefaces import CHAINS, font_for

SIGNATURES_PLACE = "签字"
HEAD_PLACE = "标题"


@dataclass(frozen=True)
class Missing:
    """A character that would print as 〓, and where it stands."""

    character: str
    place: str


def missing_characters(blocks: Iterable[Block]) -> list[Missing]:
    """Every such character once for each place, in printing order."""
    found: dict[Missing, None] = {}
    heading = ""
    for block in blocks:
        heading = block.text if isinstance(block, Heading) else heading
        for place, text in _texts(block):
            where = " ".join(filter(None, (heading, place)))
            found.update(dict.fromkeys(missing_in(text, where)))
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
        case Heading():
            yield "", block.text + _plain(block.note)
        case Table():
            yield from _table_texts(block)
        case Text():
            yield "", "".join(map(_plain, block.paragraphs))
        case SignatureGrid():
            yield from ((SIGNATURES_PLACE, signer.role + signer.name) for signer in block.signers)
        case Ending():
            yield "", block.text
        case PenLines():
            pass
        case _:
            assert_never(block)


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
    return "".join(map(_plain, cell.lines))


def _plain(line: Line) -> str:
    return "".join(run.text for run in line if isinstance(run, Words))
