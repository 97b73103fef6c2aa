"""An official paper: its red head, chapters, text on 22 lines of 28 characters, and imprint."""

from __future__ import annotations

from forms.blocks import Chapter, Face, Imprint, Line, RedHead, Run, Text, Words
from forms.official import PITCH, SIZE, SMALLER, imprint_words, is_second_order
from forms.writers.word.edges import edge, paragraph_edges
from forms.writers.word.measures import PT
from forms.writers.word.runs import (
    EAST_ASIAN,
    OFFICIAL,
    SANS,
    SERIF,
    Look,
    Shape,
    changed,
    laid,
    run,
    tab,
    tabs,
    words,
)
from forms.writers.word.tables import Frame, cell_markup, framed, row_markup

NEAREST, SPREAD = 15.5, 0.25  # Word knows no quarter points, so the rest is set between
EM = SIZE * PT
WIDTH = 156.0
FACES = {Face.VALUE: OFFICIAL, Face.STRONG: SANS, Face.FORM: SANS}
TITLE = Look(SERIF, 26, bold=True, red=True)
ABOVE_TITLE, BELOW_TITLE, BELOW_NUMBER = 34.0, 3.4, 0.6
BELOW_RULE = 9.0  # down to the line of the grid that the text begins on
RED_RULE = paragraph_edges(edge("bottom", 13, space=4, colour="C00000"))
IMPRINT = Look(OFFICIAL, SMALLER)
IMPRINT_ROW, IMPRINT_PITCH = 9.2, 7.0
AT_FOOT = (
    '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="margin" w:horzAnchor="margin"'
    ' w:tblpX="1" w:tblpYSpec="bottom"/>'
)
IMPRINT_RULES = edge("top", 8) + edge("bottom", 8) + edge("insideH", 6)


def red_head_markup(head: RedHead) -> str:
    """Who issues the paper, in red; its number, and the day at the right of a red rule."""
    title = Shape(26, 11.0, align="center", before=ABOVE_TITLE, after=BELOW_TITLE)
    number = Shape(SIZE, PITCH, align="center", after=BELOW_NUMBER)
    stops = tabs(("right", WIDTH - EM))
    issued = Shape(SIZE, PITCH, first_indent=EM, extra=RED_RULE + stops)
    line = _said(head.issuer) + tab(SIZE) + _said(head.day)
    return "".join(
        (
            laid(words(Words(head.title).text, TITLE), title),
            laid(_said(head.number), number),
            laid(line, issued),
            laid("", Shape(SIZE, PITCH, after=BELOW_RULE)),
        )
    )


def chapter_markup(chapter: Chapter) -> str:
    """The head of a chapter, or of a part of one when it is numbered in brackets."""
    second = is_second_order(chapter)
    look = Look(EAST_ASIAN[Face.VALUE] if second else SANS, NEAREST, spread=SPREAD)
    style = "Heading2" if second else "Heading1"
    shape = Shape(SIZE, PITCH, first_indent=2 * EM, keep_next=True, style=style)
    return laid(words(Words(chapter.text).text, look), shape)


def official_text(text: Text) -> str:
    """Running text on the grid of the page."""
    indent = 2 * EM if text.indented else 0.0
    shape = Shape(SIZE, PITCH, align="both", first_indent=indent)
    return "".join(laid(_line(line), shape) for line in text.paragraphs)


def imprint_markup(imprint: Imprint) -> str:
    """Two ruled lines that stand at the foot of the page they come to."""
    em = SMALLER * PT
    shape = Shape(SMALLER, IMPRINT_PITCH, first_indent=em, extra=tabs(("right", WIDTH - em)))
    sent, issuer, day = (words(Words(text).text, IMPRINT) for text in imprint_words(imprint))
    lines = (laid(sent, shape), laid(issuer + tab(SMALLER) + day, shape))
    rows = (row_markup(cell_markup(line, WIDTH), IMPRINT_ROW) for line in lines)
    frame = Frame(IMPRINT_RULES, 0.0, 0.0, AT_FOOT)
    after = laid("", Shape(1, 0.4))  # a table beside the text is held by the paragraph after it
    return framed((WIDTH,), rows, frame) + after


def _line(line: Line) -> str:
    return "".join(_run(part) for part in line)


def _run(part: Run) -> str:
    if not isinstance(part, Words):
        return run(part, NEAREST)
    look = Look(FACES[part.face], NEAREST, bold=part.face is Face.STRONG, spread=SPREAD)
    return words(part.text, changed(look, part.change))


def _said(text: str) -> str:
    return words(Words(text).text, Look(OFFICIAL, NEAREST, spread=SPREAD))
