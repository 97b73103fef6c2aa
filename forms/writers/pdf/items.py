"""Every block as pieces in the order they are poured, tied to what they must not leave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from forms.blocks import (
    Banner,
    Block,
    Break,
    Chapter,
    Cover,
    Emphasis,
    Ending,
    Heading,
    Imprint,
    PenLines,
    RedHead,
    SignatureGrid,
    Table,
    Text,
    Timeline,
    Title,
)
from forms.pages import Page
from forms.writers.pdf.banner import banner_items
from forms.writers.pdf.cover import cover_items
from forms.writers.pdf.flow import Item, Nothing
from forms.writers.pdf.official import (
    chapter_items,
    imprint_items,
    official_text_items,
    red_head_items,
)
from forms.writers.pdf.page import SetTitle
from forms.writers.pdf.signatures import signature_items
from forms.writers.pdf.tables import table_items
from forms.writers.pdf.text import (
    emphasis_items,
    ending_items,
    heading_items,
    pen_line_items,
    text_items,
)
from forms.writers.pdf.timeline import timeline_items

HEADING_SPACE, TABLE_SPACE, TEXT_SPACE, GRID_SPACE = 2.8, 2.6, 0.6, 1.4
HEADS = (Heading, Title, RedHead)


@dataclass(frozen=True)
class Body:
    """Where the blocks of one paper are poured: its page, and how much of it they may take."""

    page: Page
    height: float

    def items(self, blocks: Sequence[Block]) -> Iterator[Item]:
        """Every block as pieces; what stands before room for ink is tied to it."""
        for number, block in enumerate(blocks, 1):
            first = number == 1 or isinstance(blocks[number - 2], HEADS)
            tied = _leads_to_ink(blocks[number:])
            *before, last = self._items(block, number, 0.0 if first else 1.0, tied=tied)
            yield from before
            yield replace(last, with_next=last.with_next or (tied and not last.elastic))

    def _items(self, block: Block, number: int, space: float, *, tied: bool) -> Iterator[Item]:
        page = self.page
        match block:
            case Title():
                piece = Nothing() if page.coded else SetTitle(page, block)
                yield Item(piece, with_next=not page.coded)
            case Banner():
                yield from banner_items(block, page, space * TABLE_SPACE)
            case Heading():
                yield from heading_items(block, page, space * HEADING_SPACE)
            case Table():
                yield from table_items(block, page, self.height, number, space * TABLE_SPACE)
            case Text():
                yield from self._text_items(block, space * TEXT_SPACE, tied=tied)
            case PenLines():
                yield from pen_line_items(block, page, tied=tied)
            case SignatureGrid():
                yield from signature_items(block, page, number, space * GRID_SPACE)
            case Emphasis():
                yield from emphasis_items(block, page, space * TABLE_SPACE)
            case Timeline():
                yield from timeline_items(block, page, space * TABLE_SPACE)
            case Cover():
                yield from cover_items(block, page)
            case RedHead():
                yield from red_head_items(block, page)
            case Chapter():
                yield from chapter_items(block, page)
            case Imprint():
                yield from imprint_items(block, page)
            case Break():
                yield Item(Nothing(), turns=True)
            case Ending():
                yield from ending_items(block, page)
            case _:
                assert_never(block)

    def _text_items(self, text: Text, space: float, *, tied: bool) -> Iterator[Item]:
        if self.page.official:
            return official_text_items(text, self.page)
        return text_items(text, self.page, space, tied=tied)


def _leads_to_ink(following: Sequence[Block]) -> bool:
    """Whether room for ink comes next, at most under a heading of its own."""
    if following and isinstance(following[0], Heading):
        following = following[1:]
    return bool(following) and _is_for_ink(following[0])


def _is_for_ink(block: Block) -> bool:
    if isinstance(block, Table) and block.whole:
        rows = (row for group in block.groups for row in group.rows)
        return any(cell.slot for row in rows for cell in row.cells)
    return isinstance(block, SignatureGrid)
