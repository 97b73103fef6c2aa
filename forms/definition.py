"""What a form is: titled sections of parts that hold fields. One definition serves every writer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an answer is made of, and so how it is said and what its blank looks like."""

    LINE = "line"
    DAY = "day"
    TIME = "time"
    COUNT = "count"
    NAME = "name"
    NAMES = "names"
    PERSON = "person"
    ABSENCES = "absences"
    OCCASION = "occasion"
    REVIEW = "review"
    CASES = "cases"
    SIGNERS = "signers"


@dataclass(frozen=True)
class Field:
    """One thing to fill in, under the key its answer comes with."""

    key: str
    kind: Kind = Kind.LINE


@dataclass(frozen=True)
class Heads:
    """The lines above and below the title of the sheet."""

    above: Field
    below: Field


@dataclass(frozen=True)
class Entry:
    """A label and the sentence beside it; `{key}` stands where an answer is said."""

    label: str
    sentence: str
    fields: tuple[Field, ...]
    span: int = 1
    pen_room: float = 9.0


@dataclass(frozen=True)
class KeyGrid:
    """Rows of labelled entries. Widths in mm, label and value in turn."""

    widths: tuple[float, ...]
    rows: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True)
class Column:
    """One column of a review: its title, its width in mm and what its answers are made of."""

    key: str
    title: str
    width: float
    kind: Kind = Kind.LINE
    centred: bool = False


@dataclass(frozen=True)
class Review:
    """Counts beside the heading, rows beneath, and a sentence about what is not listed.

    Counts are answers of the field; `total` is their sum and `rest` what the rows leave out.
    """

    field: Field
    columns: tuple[Column, ...]
    counts: str
    rest: str
    nothing: str
    pen_rows: int


@dataclass(frozen=True)
class CaseTables:
    """One table for each item on the agenda. A blank form prints `pen_tables` of them."""

    field: Field
    widths: tuple[float, ...]
    pen_tables: int


@dataclass(frozen=True)
class Clause:
    """Part of a paragraph. It is left out when `needs` has no answer."""

    sentence: str
    needs: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Running text. `fields` are asked here; clauses may also repeat answers asked earlier."""

    clauses: tuple[Clause, ...]
    fields: tuple[Field, ...]
    pen_lines: int = 3


@dataclass(frozen=True)
class Signatures:
    """Room for ink. A blank form prints the roles without names."""

    field: Field
    roles: tuple[str, ...]


Part = Heads | KeyGrid | Review | CaseTables | Paragraph | Signatures


@dataclass(frozen=True)
class Section:
    """A heading, which may be empty, and the parts beneath it."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Form:
    """A whole form. Its code and revision name the edition an answer was given on."""

    code: str
    revision: str
    title: str
    sections: tuple[Section, ...]

    def fields(self) -> Iterator[Field]:
        """Every field, in printing order."""
        for section in self.sections:
            for part in section.parts:
                yield from _fields(part)


def _fields(part: Part) -> Iterator[Field]:
    match part:
        case Heads():
            yield from (part.above, part.below)
        case KeyGrid():
            for row in part.rows:
                for entry in row:
                    yield from entry.fields
        case Paragraph():
            yield from part.fields
        case Review() | CaseTables() | Signatures():
            yield part.field
