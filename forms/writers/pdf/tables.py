"""Tables: rows that never split while it can be helped, labels beside them, heads repeated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from forms.blocks import Cell, Face, Group, Line, Role, Row, Table, Words
from forms.breaking import SetLine
from forms.writers.pdf.flow import Item, Piece
from forms.writers.pdf.pen import HEAD_RULE, INNER, Pen
from forms.writers.pdf.setting import Setting

FRAME_LEFT = 25.0
SIDE_PADDING = 1.6
PADDING = 1.0
TALLEST_ROW = 120.0
LEAST_PART = 30.0
SHORT_GROUP = 20.0
BODY = 236.0

CONTINUED = Words("（续）", Face.FORM)
OVERLEAF = Words("（续上页）", Face.FORM)
SETTINGS = {
    Role.LABEL: Setting(10),
    Role.HEAD: Setting(10),
    Role.SUBJECT: Setting(10.5),
    Role.VALUE: Setting(10.5),
}


@dataclass(frozen=True)
class SetCell:
    """A cell set in type at its place in the row."""

    x: float
    width: float
    lines: tuple[SetLine, ...]
    setting: Setting
    centred: bool = False

    @property
    def height(self) -> float:
        """What the text needs."""
        return len(self.lines) * self.setting.pitch + 2 * PADDING

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Draw the text in the middle of the height."""
        y = top + (height - len(self.lines) * self.setting.pitch) / 2
        room = self.width - 2 * SIDE_PADDING
        for number, line in enumerate(self.lines):
            shift = (room - line.width()) / 2 if self.centred else 0.0
            at = (self.x + SIDE_PADDING + shift, y + number * self.setting.pitch)
            self.setting.draw(pen, *at, [line])

    def cut(self, count: int) -> tuple[SetCell, SetCell]:
        """The first so many lines, and the others."""
        return replace(self, lines=self.lines[:count]), replace(self, lines=self.lines[count:])


@dataclass(frozen=True)
class SetRow:
    """Cells side by side."""

    cells: tuple[SetCell, ...]
    least: float

    @property
    def height(self) -> float:
        """As high as its highest cell."""
        return max(self.least, *(cell.height for cell in self.cells))

    def draw(self, pen: Pen, top: float) -> None:
        """Draw cells, the rule above and the rules between them."""
        right = self.cells[-1].x + self.cells[-1].width
        pen.rule(self.cells[0].x, top, right, top, INNER)
        for cell in self.cells:
            pen.rule(cell.x, top, cell.x, top + self.height, INNER)
            cell.draw(pen, top, self.height)

    def split(self, room: float) -> tuple[SetRow, SetRow] | None:
        """Divide a row that is too high between two lines of its text."""
        if self.height <= TALLEST_ROW or room < LEAST_PART:
            return None
        cuts = [cell.cut(int((room - 2 * PADDING) / cell.setting.pitch)) for cell in self.cells]
        first, rest = (tuple(part) for part in zip(*cuts, strict=True))
        return replace(self, cells=first, least=0.0), replace(self, cells=rest, least=0.0)


@dataclass(frozen=True)
class SetGroup:
    """Rows with the label beside them."""

    rows: tuple[SetRow, ...]
    label: SetCell | None = None

    @property
    def height(self) -> float:
        """All rows, or the label if that is higher."""
        rows = sum(row.height for row in self.rows)
        return max(rows, self.label.height) if self.label else rows

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the label and then its rows."""
        if self.label:
            pen.rule(self.label.x, top, self.label.x + self.label.width, top, INNER)
            self.label.draw(pen, top, self.height)
        for row in self.rows:
            row.draw(pen, top)
            top += row.height

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        """Divide between rows when no page could hold the group, and inside a row too high."""
        if self.height <= BODY and all(row.height <= TALLEST_ROW for row in self.rows):
            return None
        kept = list(self._rows_within(room))
        left = room - sum(row.height for row in kept)
        following = self.rows[len(kept)] if len(kept) < len(self.rows) else None
        parts = following.split(left) if following else None
        if parts:
            return self._parts((*kept, parts[0]), (parts[1], *self.rows[len(kept) + 1 :]))
        return self._parts(tuple(kept), self.rows[len(kept) :]) if kept and following else None

    def _rows_within(self, room: float) -> Iterator[SetRow]:
        for row in self.rows:
            room -= row.height
            if room < 0:
                return
            yield row

    def _parts(
        self, first: tuple[SetRow, ...], rest: tuple[SetRow, ...]
    ) -> tuple[SetGroup, SetGroup]:
        if self.label:
            return replace(self, rows=first), SetGroup(rest, _continued(self.label))
        head, *others = rest
        return SetGroup(first), SetGroup((_continued_row(head), *others))


@dataclass(frozen=True)
class SetHead:
    """The rows at the top of a table; overleaf with a remark at the right."""

    rows: tuple[SetRow, ...]
    remark: SetLine | None = None

    @property
    def height(self) -> float:
        """All rows together."""
        return sum(row.height for row in self.rows)

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the rows and the heavier rule beneath."""
        start = top
        for row in self.rows:
            row.draw(pen, top)
            top += row.height
        last = self.rows[0].cells[-1]
        right = last.x + last.width
        pen.rule(self.rows[0].cells[0].x, top, right, top, HEAD_RULE)
        if self.remark:
            x = right - SIDE_PADDING - self.remark.width()
            middle = start + (self.rows[0].height - last.setting.pitch) / 2
            pen.text(x, last.setting.baseline(middle), self.remark, last.setting.size)

    def split(self, room: float) -> None:
        """A head stays whole."""


def table_items(table: Table, number: int, space: float) -> Iterator[Item]:
    """The pieces of a table, in order."""
    groups = [_set_group(group, table.widths) for group in table.groups]
    head = SetHead(tuple(_set_row(row, table.widths) for row in table.head)) if table.head else None
    overleaf = _overleaf(head, table) if head else None
    if head:
        yield Item(head, space, with_next=True, table=number)
    for index, group in enumerate(groups):
        above = space if index == 0 and not head else 0.0
        tied = index in (0, len(groups) - 2) and index < len(groups) - 1
        short = group.height < (LEAST_PART if index else SHORT_GROUP)
        yield Item(group, above, with_next=tied and short, table=number, head=overleaf)


def _overleaf(head: SetHead, table: Table) -> SetHead:
    """The head as it is repeated. A subject makes room for the remark beside it."""
    row = table.head[0]
    if row.cells[0].role is not Role.SUBJECT:
        return head
    remark = SETTINGS[Role.SUBJECT].single((OVERLEAF,))
    reserved = remark.width() + SIDE_PADDING
    subject = _set_cell(row.cells[0], FRAME_LEFT, sum(table.widths), reserved)
    return SetHead((SetRow((subject,), row.least), *head.rows[1:]), remark)


def _set_group(group: Group, widths: tuple[float, ...]) -> SetGroup:
    if group.label is None:
        return SetGroup(tuple(_set_row(row, widths) for row in group.rows))
    label = _set_cell(group.label, FRAME_LEFT, widths[0])
    rows = tuple(_set_row(row, widths[1:], FRAME_LEFT + widths[0]) for row in group.rows)
    return SetGroup(rows, label)


def _set_row(row: Row, widths: tuple[float, ...], x: float = FRAME_LEFT) -> SetRow:
    cells, column = [], 0
    for cell in row.cells:
        width = sum(widths[column : column + cell.span])
        cells.append(_set_cell(cell, x, width))
        x += width
        column += cell.span
    return SetRow(tuple(cells), row.least)


def _set_cell(cell: Cell, x: float, width: float, reserved: float = 0.0) -> SetCell:
    setting = SETTINGS[cell.role]
    lines = setting.set(_voiced(cell), width - 2 * SIDE_PADDING - reserved)
    return SetCell(x, width, tuple(lines), setting, cell.centred)


def _voiced(cell: Cell) -> tuple[Line, ...]:
    """Column heads speak heavily whatever face they were given."""
    if cell.role is not Role.HEAD:
        return cell.lines
    return tuple(
        tuple(replace(run, face=Face.STRONG) if isinstance(run, Words) else run for run in line)
        for line in cell.lines
    )


def _continued(label: SetCell) -> SetCell:
    mark = label.setting.single((CONTINUED,))
    return label if label.lines[-1] == mark else replace(label, lines=(*label.lines, mark))


def _continued_row(row: SetRow) -> SetRow:
    first, *others = row.cells
    if first.lines:
        return row
    marked = replace(first, lines=(first.setting.single((CONTINUED,)),))
    return replace(row, cells=(marked, *others))
