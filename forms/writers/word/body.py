"""The blocks of a paper, one after another, as the markup of a document's body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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

SPACES: dict[type[Block], float] = {
    Banner: 2.6,
    Emphasis: 2.6,
    SignatureGrid: 1.4,
    Table: 2.6,
    Text: 0.6,
    Timeline: 2.6,
}
AFTER_TEXT = 1.0
HEADS = (Heading, Title, RedHead, Break)
PEN_PITCH, PEN_AFTER = 9.0, 4.0
TITLE = Look(SERIF, 18, bold=True)
TITLE_PITCH = 8.0
BESIDE_CODE = 4.6, 5.2, 2.2  # above and below the title, and after both
ALONE, AFTER_BELOW, AFTER_TITLE = 6.1, 3.8, 2.1


def body_markup(paper: Paper) -> str:
    """Everything on a paper, in order."""
    return "".join(_markup(paper))


def _markup(paper: Paper) -> Iterator[str]:
    blocks = paper.blocks
    for number, block in enumerate(blocks):
        tied = _leads_to_ink(blocks[number + 1 :])
        yield _block(block, paper.page, tied=tied)
        space = _space(block, blocks[number + 1 : number + 2])
        if space and not paper.page.official:
            yield _gap(space, keep_next=tied)


def _space(block: Block, following: Sequence[Block]) -> float:
    """What stands between a block and the one that follows; a gap keeps two tables apart."""
    if isinstance(block, HEADS) or not following:
        return 0.0
    after = AFTER_TEXT if isinstance(block, Text) else 0.0
    return after + SPACES.get(type(following[0]), 0.0)


def _leads_to_ink(following: Sequence[Block]) -> bool:
    """Whether the signatures come next, at most under a heading of their own."""
    if following and isinstance(following[0], Heading):
        following = following[1:]
    return bool(following) and isinstance(following[0], SignatureGrid)


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
            shape = Shape(9.5, 3.8, align="center", before=0.6)  # a full page has no more room
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
            return _title(block, page)
        case Banner():
            return banner_markup(block, page.frame)
        case Heading():
            return _heading(block)
        case Cover():
            return cover_markup(block, page.frame)
        case _:
            assert_never(block)


def _title(title: Title, page: Page) -> str:
    """The title and the lines about it; beside a code it always takes the same room."""
    above, below, after = BESIDE_CODE if page.coded else _room_alone(title)
    named = Shape(18, TITLE_PITCH, align="center", after=0.0 if below else after, style="Title")
    lines = (
        paragraph(title.above, Shape(10.5, above, align="center")) if above else "",
        laid(words(Words(title.text).text, TITLE), named),
        paragraph(title.below, Shape(10, below, align="center", after=after)) if below else "",
    )
    return "".join(lines)


def _room_alone(title: Title) -> tuple[float, float, float]:
    above = ALONE if title.above else 0.0
    return (above, 5.2, AFTER_BELOW) if title.below else (above, 0.0, AFTER_TITLE)


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
