"""The parts of a form that are ruled: labelled entries, and rows under column heads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from forms.blocks import Density, Role
from forms.fields import Field, Kind


@dataclass(frozen=True)
class Entry:
    """A label and the sentence beside it; `{key}` stands where an answer is said.

    Its row is at least so many mm high. One of ink alone is room for whoever has the key. Words of
    a `printed` sentence are those of the form itself; an answer under `instead` takes its place.
    """

    label: str
    sentence: str
    fields: tuple[Field, ...]
    span: int = 1
    pen_room: float = 9.0
    role: Role = Role.VALUE
    low: str = ""
    ruled: bool = False
    least: float = 0.0
    printed: bool = False
    instead: str = ""


@dataclass(frozen=True)
class EntryRows:
    """One row of entries for each answer under the field, counted under `position`.

    There are at least so many of them, white where answers are fewer.
    """

    field: Field
    row: tuple[Entry, ...]
    least: int


@dataclass(frozen=True)
class Beside:
    """Rows of entries that share the label beside them."""

    label: str
    rows: tuple[tuple[Entry, ...] | EntryRows, ...]


@dataclass(frozen=True)
class KeyGrid:
    """Rows of labelled entries. Widths in mm, label and value in turn."""

    widths: tuple[float, ...]
    rows: tuple[tuple[Entry, ...] | Beside, ...]
    least: float = 8.0
    density: Density = Density.NORMAL

    def fields(self) -> Iterator[Field]:
        """Every field, row by row."""
        for row in self.rows:
            yield from fields_of_row(row)


@dataclass(frozen=True)
class Column:
    """One column of a grid: its title, its width in mm and what its answers are made of.

    It is set heavily `always` or where the answer under `strong` says so. An answer under
    `instead` takes its place; `spare` is what the form itself says there in a spare row.
    """

    key: str
    title: str
    width: float
    kind: Kind = Kind.LINE
    centred: bool = False
    strong: str = ""
    options: str = ""
    role: Role = Role.VALUE
    instead: str = ""
    spare: str = ""


@dataclass(frozen=True)
class Tight:
    """How a grid is set once it has more rows than would fit roomily."""

    above: int
    least: float
    density: Density


@dataclass(frozen=True)
class Grid:
    """Rows under column heads.

    The answer is a list of rows, or a mapping with `rows` and counts beside them: `counts` is
    said beside the heading, where `total` is the sum of all counts, and `rest` beneath the rows
    about those left out. Neighbouring rows with the same answer under `group` stand beside one
    label; a blank form prints one such label for each option the group has, or one for each row,
    and one row for each option of the field, in its first column. A row with a `heading` runs
    across, with its `details` after it, between the first and the last column where those have
    answers. White rows take what is left of the page where the grid `fills` it.
    """

    field: Field
    columns: tuple[Column, ...]
    group: Column | None = None
    counts: str = ""
    rest: str = ""
    nothing: str = ""
    least: float = 7.4
    pen_rows: int = 6
    pen_row: float = 9.0
    spare_rows: int = 0
    density: Density = Density.NORMAL
    whole: bool = False
    tight: Tight | None = None
    fills: bool = False


@dataclass(frozen=True)
class Repeated:
    """Labelled entries once for each row that answers the field, in tables of their own.

    A blank form prints `pen_tables` of them.
    """

    field: Field
    grid: KeyGrid
    pen_tables: int


@dataclass(frozen=True)
class CaseTables:
    """One table for each item on the agenda. A blank form prints `pen_tables` of them."""

    field: Field
    widths: tuple[float, ...]
    pen_tables: int


def fields_of_row(row: tuple[Entry, ...] | EntryRows | Beside) -> Iterator[Field]:
    """Every field of one row of a key grid, in printing order."""
    match row:
        case EntryRows():
            yield row.field
        case Beside():
            for inner in row.rows:
                yield from fields_of_row(inner)
        case _:
            for entry in row:
                yield from entry.fields
