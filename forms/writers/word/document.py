"""Draw a whole sheet as a Word document. Equal blocks and stamps give equal bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import assert_never

from docx.document import Document as WordDocument
from docx.oxml import parse_xml

from forms.blocks import (
    Block,
    Ending,
    Face,
    Heading,
    PenLines,
    SignatureGrid,
    Table,
    Text,
    Title,
    Words,
)
from forms.stamp import Stamp
from forms.writers.word.furniture import first_header, footer, later_header
from forms.writers.word.package import empty_document, packed
from forms.writers.word.runs import SERIF, Shape, paragraph, run, words
from forms.writers.word.signatures import grid_markup
from forms.writers.word.tables import table_markup

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FIXED_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
TABLE_SPACE, GRID_SPACE = 2.6, 1.4
PEN_PITCH, PEN_AFTER = 9.0, 4.0
DOTTED = '<w:{side} w:val="dotted" w:sz="4" w:space="0" w:color="000000"/>'
PEN_RULES = f"<w:pBdr>{DOTTED.format(side='bottom')}{DOTTED.format(side='between')}</w:pBdr>"


def write_word(blocks: Sequence[Block], stamp: Stamp, title: str) -> bytes:
    """Draw the blocks as a draft to edit, with the stamp in header and footer."""
    document = empty_document()
    ending = document.element.body[-1]
    for element in _parsed("".join(_markup(blocks))):
        ending.addprevious(element)
    _surround(document, stamp, title)
    properties = document.core_properties
    properties.title = Words(title).text
    properties.created = properties.modified = FIXED_MOMENT
    return packed(document)


def _surround(document: WordDocument, stamp: Stamp, title: str) -> None:
    section = document.sections[0]
    for part, markup in (
        (section.first_page_header, first_header(stamp)),
        (section.header, later_header(stamp, title)),
        (section.first_page_footer, footer(stamp)),
        (section.footer, footer(stamp)),
    ):
        part.is_linked_to_previous = False
        root = part.part.element
        for stock in list(root):
            root.remove(stock)
        root.extend(_parsed(markup))


def _parsed(markup: str) -> list[object]:
    return list(parse_xml(f'<w:body xmlns:w="{NAMESPACE}">{markup}</w:body>'))


def _markup(blocks: Sequence[Block]) -> Iterator[str]:
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        tied = isinstance(following, SignatureGrid)
        yield _block(block, tied=tied)
        if isinstance(block, Table | SignatureGrid) and isinstance(
            following, Table | SignatureGrid
        ):
            yield _gap(TABLE_SPACE, keep_next=tied)
        elif tied and not isinstance(block, Table):
            yield _gap(GRID_SPACE, keep_next=True)


def _block(block: Block, *, tied: bool) -> str:
    match block:
        case Title():
            return _title(block)
        case Heading():
            heading = run(Words(block.text, Face.STRONG), 11)
            note = "".join(run(part, 9.5) for part in block.note)
            shape = Shape(11, 5.2, before=2.8, after=1.2, keep_next=True, style="Heading1")
            gap = words("\u2002", "黑体", 9.5) if note else ""
            return f"<w:p>{shape.properties()}{heading}{gap}{note}</w:p>"
        case Table():
            return table_markup(block, tied=tied)
        case Text():
            return _text(block, tied=tied)
        case PenLines():
            shape = Shape(10.5, PEN_PITCH, keep_next=tied, extra=PEN_RULES)
            last = replace(shape, after=PEN_AFTER)
            return paragraph((), shape) * (block.count - 1) + paragraph((), last)
        case SignatureGrid():
            return grid_markup(block)
        case Ending():
            shape = Shape(9.5, 4.5, align="center", before=2)
            return paragraph((Words(block.text, Face.FORM),), shape)
        case _:
            assert_never(block)


def _title(title: Title) -> str:
    shape = Shape(18, 8.8, align="center", style="Title")
    name = words(Words(title.text).text, SERIF, 18, bold=True)
    return "".join(
        (
            paragraph(title.above, Shape(10.5, 5.4, align="center")),
            f"<w:p>{shape.properties()}{name}</w:p>",
            paragraph(title.below, Shape(10, 5.4, align="center", after=2.4)),
        )
    )


def _text(text: Text, *, tied: bool) -> str:
    indent = 2 * 10.5 * 25.4 / 72 if text.indented else 0.0
    pitch = 5.56 if text.indented else 5.11
    last = len(text.paragraphs) - 1
    return "".join(
        paragraph(line, Shape(10.5, pitch, first_indent=indent, keep_next=tied and number == last))
        for number, line in enumerate(text.paragraphs)
    )


def _gap(height: float, *, keep_next: bool) -> str:
    return paragraph((), Shape(1, height, keep_next=keep_next))
