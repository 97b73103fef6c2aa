"""The parts of a form that are words: paragraphs, remarks, and boxes to write in."""

from __future__ import annotations

from dataclasses import dataclass

from forms.fields import Field


@dataclass(frozen=True)
class Clause:
    """Part of a paragraph, after a label if it has one. Left out when `needs` has no answer."""

    sentence: str
    needs: str = ""
    label: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Running text. `fields` are asked here; clauses may also repeat answers asked earlier.

    One that stands `apart` has an empty line above it.
    """

    clauses: tuple[Clause, ...]
    fields: tuple[Field, ...] = ()
    pen_lines: int = 3
    apart: bool = False


@dataclass(frozen=True)
class Remark:
    """A sentence of the form itself, which stands on blank sheets too, in small type.

    Once there are answers it is left out when `needs` has none.
    """

    sentence: str
    fields: tuple[Field, ...] = ()
    needs: str = ""


@dataclass(frozen=True)
class Articles:
    """Sentences, one for each answer listed under the field, with `numbers` such as （{}）."""

    field: Field
    pen_lines: int = 6
    numbers: str = ""


@dataclass(frozen=True)
class Boxed:
    """A heavy box with a heading, a fixed sentence and one line for each answer listed.

    Where it is `numbered`, sentence and lines are counted.
    """

    title: str
    field: Field | None = None
    sentence: str = ""
    least: float = 0.0
    numbered: bool = False


@dataclass(frozen=True)
class FreeBox:
    """One box for somebody's own words, with lines to write on and perhaps room to sign.

    `signed` stands before the room for ink, which belongs to the key under `signer`.
    """

    field: Field
    least: float = 17.0
    nothing: str = ""
    signed: str = ""
    signer: Field | None = None
    fills: bool = False


@dataclass(frozen=True)
class OwnWords:
    """A box for each person's own words after their name, with room for that person to sign."""

    field: Field
    nothing: str
    signed: str
    least: float = 17.0
