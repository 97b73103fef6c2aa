"""Labelled entries, and rows under column heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from math import ceil

from forms.answers import Answers, number_of, part_of, rows_of, text_of
from forms.blocks import Block, Cell, Face, Group, Line, Role, Row, Table, Text, Words
from forms.fields import Field, Kind
from forms.filled import Filled
from forms.rows import Beside, Column, Entry, EntryRows, Grid, KeyGrid, Repeated
from forms.saying import LISTS, options_of, say
from forms.wording import HELD_ON, WIDE_SPACE, form, heavy, lines, spread, strong, typed

HEADING_ROW = 7.4
POSITION = "position"
SPREAD_TITLE = 14.0  # what a title of two characters needs to be set to the width of three
INK_DAY: Line = (form(f"月{WIDE_SPACE}日"),)


def key_grid(grid: KeyGrid, filled: Filled) -> Table:
    """The entries of a grid, each beside its label."""
    groups = tuple(_key_group(row, grid, filled) for row in grid.rows)
    return Table(grid.widths, groups, density=grid.density)


def repeated(part: Repeated, filled: Filled) -> Iterator[Table]:
    """The entries once for each row, which also know the lists and the day of the form."""
    fields = {field.key: field for field in part.grid.fields()}
    shared = {key: filled.answers[key] for key in (LISTS, HELD_ON) if key in filled.answers}
    white: list[Answers] = [{}] * (part.pen_tables if filled.blank else 0)
    for row in filled.rows(part.field) or white:
        one = Filled({**shared, **row}, fields, filled.blank)
        yield replace(key_grid(part.grid, one), whole=True)


def _key_group(row: tuple[Entry, ...] | Beside, grid: KeyGrid, filled: Filled) -> Group:
    if not isinstance(row, Beside):
        return Group((_key_row(row, grid, filled),))
    rows = (made for inner in row.rows for made in _rows_beside(inner, grid, filled))
    return Group(tuple(rows), label_cell(row.label))


def _rows_beside(
    row: tuple[Entry, ...] | EntryRows, grid: KeyGrid, filled: Filled
) -> Iterator[Row]:
    if not isinstance(row, EntryRows):
        yield _key_row(row, grid, filled)
        return
    fields = {field.key: field for entry in row.row for field in entry.fields}
    found = filled.rows(row.field)
    for number in range(max(row.least, len(found))):
        answers: Answers = found[number] if number < len(found) else {}
        one = Filled({**answers, POSITION: number + 1}, fields, blank=False)
        yield _key_row(row.row, grid, one)


def _key_row(entries: tuple[Entry, ...], grid: KeyGrid, filled: Filled) -> Row:
    cells: list[Cell] = []
    for entry in entries:
        if entry.label:
            cells.append(label_cell(entry.label))
        cells.append(entry_cell(entry, filled))
    pen_room = max(entry.pen_room for entry in entries)
    ruled = max((entry.pen_room for entry in entries if entry.ruled), default=0.0)
    least = max(grid.least, ruled, *(entry.least for entry in entries))
    return Row(tuple(cells), max(least, pen_room) if filled.blank else least)


def label_cell(label: str) -> Cell:
    """A label of the form, set to the width of four characters."""
    return Cell(((form(spread(label)),),), Role.LABEL, centred=True)


def entry_cell(entry: Entry, filled: Filled) -> Cell:
    """What stands beside a label: words, or room for ink."""
    if len(entry.fields) == 1 and entry.fields[0].kind is Kind.INK:
        return Cell(span=entry.span, low=INK_DAY, slot=_signer(filled, entry.fields[0]))
    said = _said(entry, filled)
    stands_out = entry.role in (Role.KEY, Role.LEVEL) and not filled.blank
    return Cell(
        heavy(said) if stands_out else said,
        entry.role,
        span=entry.span,
        aside=filled.squares(entry.sentence),
        low=_low(entry, filled),
        ruled=entry.ruled,
    )


def _said(entry: Entry, filled: Filled) -> tuple[Line, ...]:
    if entry.instead and filled.answers.get(entry.instead):
        return say(filled.answers, Field(entry.instead))
    return filled.said(entry.sentence, Face.FORM if entry.printed else Face.VALUE)


def _signer(filled: Filled, field: Field) -> str:
    """The key of whoever signs there, alone or beside the name."""
    one = part_of(filled.answers, field.key)
    return text_of(one, "key") if one else text_of(filled.answers, field.key)


def _low(entry: Entry, filled: Filled) -> Line:
    return filled.said(entry.low, Face.FORM)[0] if entry.low else ()


def counts(grid: Grid, filled: Filled) -> Line:
    """What is said beside the heading about all rows, also those left out."""
    numbers = _numbers(grid, filled)
    if filled.blank or not grid.counts or not numbers["total"]:
        return ()
    return (form(grid.counts.format_map(numbers)),)


def grid_blocks(grid: Grid, filled: Filled) -> Iterator[Block]:
    """The table of a grid, and what there is to say beneath it."""
    groups = (*_groups(grid, filled), *_filling(grid))
    if groups:
        yield Table(
            _widths(grid),
            groups,
            head=(_head(grid),),
            place=text_of(filled.answers, f"{grid.field.key}_place"),
            density=grid.tight.density if grid.tight and _tight(grid, filled) else grid.density,
            whole=grid.whole,
        )
    if not filled.blank:
        yield from _remainder(grid, filled)


def _filling(grid: Grid) -> Iterator[Group]:
    if grid.fills:
        yield Group((Row(tuple(Cell() for _ in grid.columns), grid.least, fills=True),))


def _widths(grid: Grid) -> tuple[float, ...]:
    own = tuple(column.width for column in grid.columns)
    return (grid.group.width, *own) if grid.group else own


def _head(grid: Grid) -> Row:
    columns = (*([grid.group] if grid.group else []), *grid.columns)
    return Row(
        tuple(Cell(((form(_title(c)),),), Role.HEAD, centred=True) for c in columns),
    )


def _title(column: Column) -> str:
    has_room = column.width >= SPREAD_TITLE and len(column.title) == 2
    return WIDE_SPACE.join(column.title) if has_room else column.title


def _answer(grid: Grid, filled: Filled) -> Answers:
    """The rows and the counts beside them, whichever way they were given."""
    mapping = part_of(filled.answers, grid.field.key)
    return mapping or {"rows": filled.rows(grid.field)}


def _rows(grid: Grid, filled: Filled) -> list[Answers]:
    if filled.blank and grid.field.options:
        return list(_offered(grid, filled))
    wanted = number_of(filled.answers, f"{grid.field.key}_rows")
    usual = grid.pen_rows if filled.blank else grid.spare_rows
    white: list[Answers] = [{}] * (usual if wanted is None else wanted)
    return [*rows_of(_answer(grid, filled), "rows"), *white]


def _offered(grid: Grid, filled: Filled) -> Iterator[Answers]:
    """A row for each option of the field, white but for its words and the group it stands in."""
    beside = grid.group.key if grid.group else ""
    for option in rows_of(part_of(filled.answers, LISTS), grid.field.options):
        yield {grid.columns[0].key: option.get("label"), beside: option.get("group")}


def _tight(grid: Grid, filled: Filled) -> bool:
    return grid.tight is not None and len(_rows(grid, filled)) > grid.tight.above


def _groups(grid: Grid, filled: Filled) -> Iterator[Group]:
    rows = _rows(grid, filled)
    if grid.group is None:
        for row in rows:
            yield Group((_row(grid, row, filled),))
        return
    key = grid.group.key
    if filled.blank and grid.group.options:
        yield from _white_groups(grid, grid.group, rows, filled)
        return
    if filled.blank and not any(rows):
        yield from (Group((_row(grid, row, filled),), Cell(role=Role.LABEL)) for row in rows)
        return
    for label, found in groupby(rows, key=lambda row: text_of(row, key)):
        beside = Cell(((strong(label),),), Role.LABEL, centred=True)
        yield Group(tuple(_row(grid, row, filled) for row in found), beside)


def _white_groups(
    grid: Grid, group: Column, rows: list[Answers], filled: Filled
) -> Iterator[Group]:
    labels = [label for _, label in options_of(filled.answers, group.options)] or [""]
    for label in labels:
        beside = Cell(((strong(label),),), Role.LABEL, centred=True)
        share = ceil(len(rows) / len(labels))
        yield Group(tuple(_row(grid, row, filled) for row in rows[:share]), beside)


def _row(grid: Grid, row: Answers, filled: Filled) -> Row:
    if heading := text_of(row, "heading"):
        return _heading_row(grid, heading, row, filled)
    cells = tuple(_cell(column, row, filled) for column in grid.columns)
    least = grid.tight.least if grid.tight and _tight(grid, filled) else grid.least
    return Row(cells, max(least, grid.pen_row) if filled.blank or not row else least)


def _cell(column: Column, row: Answers, filled: Filled) -> Cell:
    if column.kind is Kind.INK:
        absent = text_of(row, "absent")
        corner = (form(f"缺席（{absent}）"),) if absent else ()
        return Cell(slot=text_of(row, column.key), corner=corner)
    return Cell(filled.cell(row, column), column.role, centred=column.centred)


def _heading_row(grid: Grid, heading: str, row: Answers, filled: Filled) -> Row:
    first, last = grid.columns[0], grid.columns[-1]
    before = [_cell(first, row, filled)] if first.key in row else []
    after = [_cell(last, row, filled)] if last.key in row else []
    details = text_of(row, "details")
    more = (form(WIDE_SPACE), *typed(details)) if details else ()
    span = len(grid.columns) - len(before) - len(after)
    said = Cell(lines([strong(heading), *more]), span=span)
    return Row((*before, said, *after), HEADING_ROW)


def _numbers(grid: Grid, filled: Filled) -> Mapping[str, int]:
    answer = _answer(grid, filled)
    found = {key: number_of(answer, key) or 0 for key in answer if key != "rows"}
    total = sum(found.values())
    return {**found, "total": total, "rest": total - len(rows_of(answer, "rows"))}


def _remainder(grid: Grid, filled: Filled) -> Iterator[Text]:
    if grid.rest and _numbers(grid, filled)["rest"] > 0:
        yield _remark(grid.rest.format_map(_numbers(grid, filled)))
    elif grid.nothing and not rows_of(_answer(grid, filled), "rows"):
        yield _remark(grid.nothing)


def _remark(text: str) -> Text:
    return Text(((Words(text),),), indented=False)
