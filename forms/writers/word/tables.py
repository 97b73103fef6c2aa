"""Tables as Word's own markup: fixed widths, repeated heads, rows that never split."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from forms.blocks import Cell, Density, Group, Row, Table
from forms.writers.word.cells import (
    CLOSE_SIDE,
    PADDING,
    SIDE,
    Room,
    content,
    is_place_of,
    standing,
    text_height,
)
from forms.writers.word.edges import HEAD_RULE, HEAVY, INNER, OUTER, around, edge, no_edge, ruled
from forms.writers.word.measures import twips

LABEL_REPEATED_EVERY = 12  # rows; Word does not repeat a joined label overleaf
SHORT_GROUP = 3  # rows that go overleaf together rather than leave the last one alone
LEAST_FILLING, LOW_ROW = 24.0, 15.0
FRAME = 12


@dataclass(frozen=True)
class Frame:
    """How a table is ruled, how far its words stand from the rules, and its place if it has one."""

    borders: str = ruled(OUTER, INNER)
    padding: float = PADDING[Density.NORMAL]
    side: float = SIDE
    place: str = ""

    def markup(self) -> tuple[str, str]:
        """Borders and paddings."""
        widths = {"top": self.padding, "left": self.side}
        widths |= {"bottom": self.padding, "right": self.side}
        sides = (f'<w:{side} w:w="{twips(width)}" w:type="dxa"/>' for side, width in widths.items())
        borders = f"<w:tblBorders>{self.borders}</w:tblBorders>" if self.borders else ""
        return borders, f"<w:tblCellMar>{''.join(sides)}</w:tblCellMar>"


PLAIN = Frame()
UNRULED = Frame("", 0.0, 0.0)


def table_markup(table: Table, *, tied: bool) -> str:
    """The whole table. When tied, its last row stays with what follows."""
    borders = ruled(HEAVY if table.heavy else OUTER, INNER)
    frame = Frame(borders, PADDING[table.density])
    return framed(table.widths, [*_heads(table), *_groups(table, tied=tied)], frame)


def framed(widths: Iterable[float], rows: Iterable[str], frame: Frame = PLAIN) -> str:
    """Rows of markup inside a table of fixed widths."""
    columns = [twips(width) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    borders, margins = frame.markup()
    return (
        f'<w:tbl><w:tblPr>{frame.place}<w:tblW w:w="{sum(columns)}" w:type="dxa"/>{borders}'
        f'<w:tblLayout w:type="fixed"/>{margins}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row_markup(cells: str, height: float, *, head: bool = False, exact: bool = False) -> str:
    """One row that stays whole."""
    repeated = "<w:tblHeader/>" if head else ""
    rule = "exact" if exact else "atLeast"
    size = f'<w:trHeight w:val="{twips(height)}" w:hRule="{rule}"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{size}{repeated}</w:trPr>{cells}</w:tr>"


def cell_markup(
    inside: str,
    width: float,
    *,
    span: int = 1,
    joined: str = "",
    borders: str = "",
    standing: str = "center",
    side: float | None = None,
) -> str:
    """One cell around its paragraphs."""
    properties = "".join(
        (
            f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>',
            f'<w:gridSpan w:val="{span}"/>' if span > 1 else "",
            f'<w:vMerge w:val="{joined}"/>' if joined else "",
            f"<w:tcBorders>{borders}</w:tcBorders>" if borders else "",
            _own_margins(side) if side is not None else "",
            f'<w:vAlign w:val="{standing}"/>',
        )
    )
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def head_rule() -> str:
    """The heavier rule under a head row."""
    return edge("bottom", HEAD_RULE)


def _heads(table: Table) -> Iterator[str]:
    for row in table.head:
        room = Room(0, row.least, table.density, keep_next=True)
        yield row_markup(_cells(row, table.widths, room, under=head_rule()), row.least, head=True)


def _groups(table: Table, *, tied: bool) -> Iterator[str]:
    for number, group in enumerate(table.groups):
        rest = len(table.groups) - 1 - number
        company = rest == 1 and len(group.rows) <= SHORT_GROUP
        company |= number == 0 and rest > 0 and _is_low(group, table)
        last = tied and rest == 0
        yield from _group(group, table, whole=table.whole and rest > 0, tied=company or last)


def _is_low(group: Group, table: Table) -> bool:
    """Whether a head above one row would look lost without a second: a row of a line or two."""
    (row, *others), widths = group.rows, table.widths[int(group.label is not None) :]
    cells = ((cell, Room(width, 0, table.density)) for cell, width in _placed(row, widths))
    return not others and all(text_height(cell, room) < LOW_ROW for cell, room in cells)


def _group(group: Group, table: Table, *, whole: bool, tied: bool) -> Iterator[str]:
    widths = table.widths if group.label is None else table.widths[1:]
    rows = [filling for row in group.rows for filling in _filling(row)]
    for number, row in enumerate(rows):
        ends = number == len(rows) - 1
        keep = whole or (table.whole and not ends)
        keep |= tied and (ends or len(rows) <= SHORT_GROUP)
        least = row.least
        room = Room(0, least, table.density, keep)
        cells = _cells(row, widths, room)
        if group.label is not None:
            beside = replace(room, width=table.widths[0])
            cells = _label(group.label, beside, number, len(rows)) + cells
        yield row_markup(cells, least)


def _filling(row: Row) -> tuple[Row, ...]:
    """A row that fills its page as high as it always is; a white one of several cells as rows."""
    if not row.fills:
        return (row,)
    if len(row.cells) > 1 and all(cell == Cell() for cell in row.cells):
        return (row,) * max(1, int(LEAST_FILLING / row.least))
    return (replace(row, least=max(row.least, LEAST_FILLING)),)


def _label(cell: Cell, room: Room, number: int, rows: int) -> str:
    starts = number % LABEL_REPEATED_EVERY == 0
    joined = ("restart" if starts else "continue") if rows > 1 else ""
    shown = cell if starts else replace(cell, lines=((),))
    return cell_markup(content(shown, room), room.width, joined=joined)


def _cells(row: Row, widths: tuple[float, ...], room: Room, under: str = "") -> str:
    return "".join(
        cell_markup(
            content(cell, replace(room, width=width)),
            width,
            span=cell.span,
            borders=_cell_borders(row, number, under),
            standing=standing(cell),
            side=CLOSE_SIDE if is_place_of(cell) else None,
        )
        for number, (cell, width) in enumerate(_placed(row, widths))
    )


def _placed(row: Row, widths: tuple[float, ...]) -> Iterator[tuple[Cell, float]]:
    """Every cell with the width of the columns it spans."""
    column = 0
    for cell in row.cells:
        yield cell, sum(widths[column : column + cell.span])
        column += cell.span


def _own_margins(side: float) -> str:
    sides = (f'<w:{name} w:w="{twips(side)}" w:type="dxa"/>' for name in ("left", "right"))
    return f"<w:tcMar>{''.join(sides)}</w:tcMar>"


def _cell_borders(row: Row, number: int, under: str) -> str:
    """The rules of one cell that differ from those of its table."""
    cell = row.cells[number]
    chosen = any(other.framed for other in row.cells)
    around_it = around(FRAME) if cell.framed else under
    if chosen and not cell.framed:  # the one chosen stands free among its neighbours
        around_it = _open_sides(number, len(row.cells)) + under
    return around_it + (edge("tr2bl") if cell.struck else "")


def _open_sides(number: int, cells: int) -> str:
    left = no_edge("left") if number > 1 else ""
    return left + (no_edge("right") if 0 < number < cells - 1 else "")
