"""Rules around paragraphs, cells and tables, as Word's own markup."""

from __future__ import annotations

OUTER, INNER, HEAD_RULE = 8, 4, 7  # eighths of a point
HEAVY, PEN_LINE = 11, 2
BLACK = "000000"


def edge(
    side: str, weight: int = INNER, kind: str = "single", *, space: int = 0, colour: str = BLACK
) -> str:
    """One side of something: its weight in eighths of a point and its distance in points."""
    return f'<w:{side} w:val="{kind}" w:sz="{weight}" w:space="{space}" w:color="{colour}"/>'


def no_edge(side: str) -> str:
    """A side without a rule, where there would be one."""
    return f'<w:{side} w:val="nil"/>'


def around(weight: int) -> str:
    """All four sides."""
    return "".join(edge(side, weight) for side in ("top", "left", "bottom", "right"))


def ruled(outer: int, inner: int) -> str:
    """The rules around a table and between its cells."""
    return around(outer) + edge("insideH", inner) + edge("insideV", inner)


def paragraph_edges(*sides: str) -> str:
    """Rules around a paragraph, from the top on."""
    return f"<w:pBdr>{''.join(sides)}</w:pBdr>"


DOTTED_LINES = paragraph_edges(
    edge("bottom", PEN_LINE, "dotted"), edge("between", PEN_LINE, "dotted")
)
