"""Tables: rows that never split while it can be helped, labels beside them, heads repeated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from forms.blocks import Face, Role, Row, Table, Words
from forms.breaking import SetLine
from forms.pages import Page
from forms.writers.pdf.cells import SETTINGS, SIDE_PADDING, SetCell, set_cell
from forms.writers.pdf.flow import Frame, Item, Piece
from forms.writers.pdf.pen import HEAD_RULE, HEAVY_RULE, INNER, OUTER, Pen
from forms.writers.pdf.setting import Stack

TALLEST_ROW, TALLEST_SHARE = 120.0, 0.51  # of what a page holds
LEAST_PART = 30.0
SHORT_GROUP = 20.0

CONTINUED = Words("（续）", Face.FORM)
OVERLEAF = Words("（续上页）", Face.FORM)


@dataclass(frozen=True)
class SetRow:
    """Cells side by side, of which no page holds more than `tallest`."""

    cells: tuple[SetCell, ...]
    least: float
    tallest: float = TALLEST_ROW
    fills: bool = False

    @cached_property
    def height(self) -> float:
        """As high as its highest cell."""
        return max(self.least, *(cell.height for cell in self.cells))

    def draw(self, pen: Pen, top: float) -> None:
        """Draw cells, the rule above and the rules between them."""
        right = self.cells[-1].x + self.cells[-1].width
        pen.rule(self.cells[0].x, top, right, top, INNER)
        chosen = any(cell.cell.framed for cell in self.cells)
        for number, cell in enumerate(self.cells):
            if number < 2 or not chosen:  # the one chosen stands free among its neighbours
                pen.rule(cell.x, top, cell.x, top + self.height, INNER)
            cell.draw(pen, top, self.height)

    def split(self, room: float) -> tuple[SetRow, SetRow] | None:
        """Divide a row that is too high between two lines of its text."""
        if self.height <= self.tallest or room < LEAST_PART:
            return None
        cuts = [cell.cut(room) for cell in self.cells]
        first, rest = (tuple(part) for part in zip(*cuts, strict=True))
        return replace(self, cells=first, least=0.0), replace(self, cells=rest, least=0.0)

    def stretched(self, height: float) -> Iterator[SetRow]:
        """The same row higher; a white one of several cells becomes several white rows."""
        if len(self.cells) > 1 and all(cell.is_white for cell in self.cells):
            yield from (self,) * int(height / self.height)
        else:
            yield replace(self, least=height)


@dataclass(frozen=True)
class SetGroup:
    """Rows with the label beside them. No page holds more than `body`."""

    rows: tuple[SetRow, ...]
    label: SetCell | None = None
    body: float = 0.0

    @property
    def height(self) -> float:
        """All rows, or the label if that is higher."""
        rows = sum(row.height for row in self.rows)
        return max(rows, self.label.height) if self.label else rows

    @property
    def fills(self) -> bool:
        """Whether it takes all that is left of its page."""
        return any(row.fills for row in self.rows)

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the label and then its rows."""
        if self.label:
            pen.rule(self.label.x, top, self.label.x + self.label.width, top, INNER)
            self.label.draw(pen, top, self.height)
        for row in self.rows:
            row.draw(pen, top)
            top += row.height

    def stretched(self, height: float) -> SetGroup:
        """The same group with its last filling row higher."""
        last = max(number for number, row in enumerate(self.rows) if row.fills)
        others = self.height - self.rows[last].height
        filling = self.rows[last].stretched(height - others)
        return replace(self, rows=(*self.rows[:last], *filling, *self.rows[last + 1 :]))

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        """Divide between rows when no page could hold the group, and inside a row too high."""
        if self.height <= self.body and all(row.height <= row.tallest for row in self.rows):
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
            return replace(self, rows=first), replace(self, rows=rest, label=_continued(self.label))
        head, *others = rest
        return replace(self, rows=first), replace(self, rows=(_continued_row(head), *others))


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
            last.setting.write(pen, x, last.setting.baseline(middle), self.remark)

    def split(self, room: float) -> None:
        """A head stays whole."""


@dataclass(frozen=True)
class Setter:
    """Sets the rows of one table for a page that holds so much."""

    table: Table
    left: float
    body: float

    def head(self) -> SetHead | None:
        """The head as it stands at the top of the table."""
        return SetHead(tuple(map(self._row, self.table.head))) if self.table.head else None

    def overleaf(self, head: SetHead) -> SetHead:
        """The head as it is repeated. A subject makes room for the remark beside it."""
        row = self.table.head[0]
        if row.cells[0].role is not Role.SUBJECT:
            return head
        remark = SETTINGS[Role.SUBJECT].single((OVERLEAF,))
        reserved = remark.width() + SIDE_PADDING
        width, density = sum(self.table.widths), self.table.density
        subject = set_cell(row.cells[0], self.left, width, density, reserved)
        return SetHead((SetRow((subject,), row.least), *head.rows[1:]), remark)

    def groups(self, head: SetHead | None) -> Iterator[SetGroup]:
        """The groups beneath the head, which takes its part of each page."""
        body = self.body - (head.height if head else 0.0)
        for group in self.table.groups:
            label = None
            if group.label:
                label = set_cell(group.label, self.left, self.table.widths[0], self.table.density)
            rows = tuple(self._row(row, int(bool(label))) for row in group.rows)
            yield SetGroup(_reaching(rows, label), label, body)

    def _row(self, row: Row, column: int = 0) -> SetRow:
        cells, widths = [], self.table.widths
        x = self.left + sum(widths[:column])
        for cell in row.cells:
            width = sum(widths[column : column + cell.span])
            cells.append(set_cell(cell, x, width, self.table.density))
            x += width
            column += cell.span
        tallest = min(TALLEST_ROW, TALLEST_SHARE * self.body)
        return SetRow(tuple(cells), row.least, tallest, row.fills)


def _reaching(rows: tuple[SetRow, ...], label: SetCell | None) -> tuple[SetRow, ...]:
    """The rows beside a label, the last one as much higher as the label needs."""
    missing = label.height - sum(row.height for row in rows) if label else 0.0
    if missing <= 0:
        return rows
    last = rows[-1]
    return (*rows[:-1], replace(last, least=last.height + missing))


def table_items(table: Table, page: Page, body: float, number: int, space: float) -> Iterator[Item]:
    """The pieces of a table, in order."""
    setter = Setter(table, page.left, body)
    head = setter.head()
    overleaf = setter.overleaf(head) if head else None
    groups = list(setter.groups(overleaf))
    frame = table_frame(table, page, number)
    if head:
        yield Item(head, space, with_next=True, frame=frame)
    for index, group in enumerate(groups):
        above = space if index == 0 and not head else 0.0
        tied = _is_tied(groups, index, whole=table.whole)
        filling = group if group.fills else None
        yield Item(
            *(group, above, tied, frame, overleaf),
            optional=group.fills,
            elastic=filling,
        )


def table_frame(table: Table, page: Page, number: int) -> Frame:
    """The outline of a table."""
    weight = HEAVY_RULE if table.heavy else OUTER
    return Frame(number, page.left, sum(table.widths), weight)


def _is_tied(groups: list[SetGroup], index: int, *, whole: bool) -> bool:
    """Whether a group stays with the next: the first and the last rows keep company."""
    if index == len(groups) - 1 or groups[index + 1].fills:
        return False
    short = groups[index].height < (LEAST_PART if index else SHORT_GROUP)
    return whole or (index in (0, len(groups) - 2) and short)


def _continued(label: SetCell) -> SetCell:
    mark = (label.setting, label.setting.single((CONTINUED,)))
    if label.text.lines[-1] == mark:
        return label
    return replace(label, text=Stack((*label.text.lines, mark)))


def _continued_row(row: SetRow) -> SetRow:
    first, *others = row.cells
    if first.text.lines:
        return row
    mark = (first.setting, first.setting.single((CONTINUED,)))
    return replace(row, cells=(replace(first, text=Stack((mark,))), *others))
