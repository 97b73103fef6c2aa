"""Tables as Word's own markup: fixed widths, repeated heads, rows that never split."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from forms.blocks import Cell, Face, Group, Role, Row, Table, Words
from forms.writers.word.runs import Shape, paragraph, twips

LABEL_REPEATED_EVERY = 12  # rows; Word does not repeat a joined label overleaf
SHORT_GROUP = 3  # rows that go overleaf together rather than leave the last one alone
PADDING = 1.0
OUTER, INNER, HEAD_RULE = 8, 4, 7  # eighths of a point
SHAPES = {
    Role.LABEL: Shape(10, 4.73),
    Role.HEAD: Shape(10, 4.73),
    Role.SUBJECT: Shape(10.5, 4.96),
    Role.VALUE: Shape(10.5, 4.96),
}


def table_markup(table: Table, *, tied: bool) -> str:
    """The whole table. When tied, its last row stays with what follows."""
    rows = [*_heads(table), *_groups(table, tied=tied)]
    return framed(table.widths, rows)


def framed(widths: Iterable[float], rows: Iterable[str]) -> str:
    """Rows of markup inside a ruled table of fixed widths."""
    columns = [twips(width) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/>{_borders()}'
        f'<w:tblLayout w:type="fixed"/>{_margins()}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row_markup(cells: str, height: float, *, head: bool = False) -> str:
    """One row that stays whole."""
    repeated = "<w:tblHeader/>" if head else ""
    size = f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{size}{repeated}</w:trPr>{cells}</w:tr>"


def cell_markup(
    content: str, width: float, *, span: int = 1, joined: str = "", borders: str = ""
) -> str:
    """One cell around its paragraphs."""
    properties = "".join(
        (
            f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>',
            f'<w:gridSpan w:val="{span}"/>' if span > 1 else "",
            f'<w:vMerge w:val="{joined}"/>' if joined else "",
            f"<w:tcBorders>{borders}</w:tcBorders>" if borders else "",
            '<w:vAlign w:val="center"/>',
        )
    )
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def head_rule() -> str:
    """The heavier rule under a head row."""
    return f'<w:bottom w:val="single" w:sz="{HEAD_RULE}" w:space="0" w:color="000000"/>'


def _heads(table: Table) -> Iterator[str]:
    for row in table.head:
        cells = _cells(row, table.widths, keep_next=True, borders=head_rule())
        yield row_markup(cells, row.least, head=True)


def _groups(table: Table, *, tied: bool) -> Iterator[str]:
    for number, group in enumerate(table.groups):
        rest = len(table.groups) - 1 - number
        company = rest == 1 and len(group.rows) <= SHORT_GROUP
        yield from _group(group, table.widths, tied=company or (tied and rest == 0))


def _group(group: Group, widths: tuple[float, ...], *, tied: bool) -> Iterator[str]:
    for number, row in enumerate(group.rows):
        keep = tied and (number == len(group.rows) - 1 or len(group.rows) <= SHORT_GROUP)
        if group.label is None:
            yield row_markup(_cells(row, widths, keep_next=keep), row.least)
            continue
        label = _label(group.label, widths[0], number, len(group.rows), keep_next=keep)
        cells = _cells(row, widths[1:], keep_next=keep)
        yield row_markup(label + cells, row.least)


def _label(cell: Cell, width: float, number: int, rows: int, *, keep_next: bool) -> str:
    starts = number % LABEL_REPEATED_EVERY == 0
    joined = ("restart" if starts else "continue") if rows > 1 else ""
    shown = cell if starts else replace(cell, lines=((),))
    return cell_markup(_paragraphs(shown, keep_next=keep_next), width, joined=joined)


def _cells(row: Row, widths: tuple[float, ...], *, keep_next: bool, borders: str = "") -> str:
    found, column = [], 0
    for cell in row.cells:
        width = sum(widths[column : column + cell.span])
        content = _paragraphs(cell, keep_next=keep_next)
        found.append(cell_markup(content, width, span=cell.span, borders=borders))
        column += cell.span
    return "".join(found)


def _paragraphs(cell: Cell, *, keep_next: bool) -> str:
    align = "center" if cell.centred else "left"
    shape = replace(SHAPES[cell.role], align=align, keep_next=keep_next)
    heavy = cell.role is Role.HEAD
    lines = (
        tuple(replace(r, face=Face.STRONG) if heavy and isinstance(r, Words) else r for r in line)
        for line in cell.lines
    )
    return "".join(paragraph(line, shape) for line in lines)


def _borders() -> str:
    weights = {"top": OUTER, "left": OUTER, "bottom": OUTER, "right": OUTER}
    weights |= {"insideH": INNER, "insideV": INNER}
    sides = (
        f'<w:{side} w:val="single" w:sz="{weight}" w:space="0" w:color="000000"/>'
        for side, weight in weights.items()
    )
    return f"<w:tblBorders>{''.join(sides)}</w:tblBorders>"


def _margins() -> str:
    widths = {"top": PADDING, "left": 1.6, "bottom": PADDING, "right": 1.6}
    sides = (f'<w:{side} w:w="{twips(width)}" w:type="dxa"/>' for side, width in widths.items())
    return f"<w:tblCellMar>{''.join(sides)}</w:tblCellMar>"
