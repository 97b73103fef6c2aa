"""The blocks of a paper, one after another, as the markup of a document's body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from forms.blocks import (
    Banner,
    Block,
    Break,
    Chapter,
    Cover,
    Emphasis,
    Ending,
    Face,
    Heading,
    Imprint,
    PenLines,
    RedHead,
    SignatureGrid,
    Table,
    Text,
    Timeline,
    Title,
    Words,
)
from forms.pages import Page, Paper
from forms.writers.word.boxes import banner_markup, emphasis_markup
from forms.writers.word.cover import cover_markup
from forms.writers.word.edges import DOTTED_LINES
from forms.writers.word.measures import PT
from forms.writers.word.official import (
    chapter_markup,
    imprint_markup,
    official_text,
    red_head_markup,
)
from forms.writers.word.runs import SERIF, Look, Shape, laid, paragraph, run, words
from forms.writers.word.signatures import grid_markup
from forms.writers.word.tables import table_markup
from forms.writers.word.timeline import timeline_markup

TABLE_SPACE, GRID_SPACE, TEXT_SPACE = 2.6, 1.4, 0.8
PEN_PITCH, PEN_AFTER = 9.0, 4.0
EMPTY_ABOVE = 0.4
TITLE = Look(SERIF, 18, bold=True)
TABLES = (Table, SignatureGrid, Emphasis, Banner)  # two of them that touch would become one


def body_markup(paper: Paper) -> str:
    """Everything on a paper, in order."""
    return "".join(_markup(paper))


def _markup(paper: Paper) -> Iterator[str]:
    blocks = paper.blocks
    for block, following in zip(blocks, (*blocks[1:], None), strict=False):
        tied = isinstance(following, SignatureGrid)
        yield _block(block, paper.page, tied=tied)
        if isinstance(block, TABLES) and isinstance(following, TABLES):
            yield _gap(TABLE_SPACE, keep_next=tied)
        elif isinstance(block, Text) and isinstance(following, TABLES):
            yield _gap(GRID_SPACE, keep_next=tied)
        elif tied and not isinstance(block, TABLES):
            yield _gap(GRID_SPACE, keep_next=True)
        elif isinstance(block, TABLES) and isinstance(following, Text):
            yield _gap(TEXT_SPACE, keep_next=False)


def _block(block: Block, page: Page, *, tied: bool) -> str:
    match block:
        case RedHead() | Chapter() | Imprint():
            return _official(block)
        case Title() | Banner() | Heading() | Cover():
            return _head(block, page)
        case Table():
            return table_markup(block, tied=tied)
        case Text():
            return official_text(block) if page.official else _text(block, tied=tied)
        case PenLines():
            return _pen_lines(block, tied=tied)
        case SignatureGrid():
            return grid_markup(block)
        case Emphasis():
            return emphasis_markup(block, page.frame, tied=tied)
        case Timeline():
            return timeline_markup(block)
        case Break():
            return laid("", Shape(1, 0.4, new_page=True))
        case Ending():
            shape = Shape(9.5, 4.3, align="center", before=0.8)
            return paragraph((Words(block.text, Face.FORM),), shape)
        case _:
            assert_never(block)


def _official(block: RedHead | Chapter | Imprint) -> str:
    match block:
        case RedHead():
            return red_head_markup(block)
        case Chapter():
            return chapter_markup(block)
        case Imprint():
            return imprint_markup(block)
        case _:
            assert_never(block)


def _head(block: Title | Banner | Heading | Cover, page: Page) -> str:
    match block:
        case Title():
            return _title(block)
        case Banner():
            return banner_markup(block, page.frame)
        case Heading():
            return _heading(block)
        case Cover():
            return cover_markup(block, page.frame)
        case _:
            assert_never(block)


def _title(title: Title) -> str:
    shape = Shape(18, 8.8, align="center", style="Title")
    above = Shape(10.5, 5.4 if title.above else EMPTY_ABOVE, align="center")
    return "".join(
        (
            paragraph(title.above, above),
            laid(words(Words(title.text).text, TITLE), shape),
            paragraph(title.below, Shape(10, 5.4, align="center", after=2.4)),
        )
    )


def _heading(heading: Heading) -> str:
    shape = Shape(11, 5.2, before=2.8, after=1.2, keep_next=True, style="Heading1")
    note = "".join(run(part, 9.5) for part in heading.note)
    gap = words("\u2002", Look(size=9.5)) if note else ""
    return laid(run(Words(heading.text, Face.STRONG), 11) + gap + note, shape)


def _text(text: Text, *, tied: bool) -> str:
    indent = 2 * 10.5 * PT if text.indented else 0.0
    pitch = 5.56 if text.indented else 5.11
    last = len(text.paragraphs) - 1
    return "".join(
        paragraph(line, Shape(10.5, pitch, first_indent=indent, keep_next=tied and number == last))
        for number, line in enumerate(text.paragraphs)
    )


def _pen_lines(lines: PenLines, *, tied: bool) -> str:
    shape = Shape(10.5, PEN_PITCH, keep_next=tied, extra=DOTTED_LINES)
    last = replace(shape, after=PEN_AFTER)
    return paragraph((), shape) * (lines.count - 1) + paragraph((), last)


def _gap(height: float, *, keep_next: bool) -> str:
    return paragraph((), Shape(1, height, keep_next=keep_next))
