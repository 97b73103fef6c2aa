"""The blocks a sheet is made of. Both writers draw these and nothing else."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}


class Face(Enum):
    """Whose voice: what was filled in, the same made heavy, or what the form itself says."""

    VALUE = auto()
    STRONG = auto()
    FORM = auto()


@dataclass(frozen=True)
class Words:
    """Text on one line in one voice. A `whole` one, such as a name, stays on one line."""

    text: str
    face: Face = Face.VALUE
    whole: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", visible(self.text))


@dataclass(frozen=True)
class Blank:
    """A ruled blank as wide as so many characters, to be filled by pen."""

    characters: float


Run = Words | Blank
Line = tuple[Run, ...]


class Role(Enum):
    """What a cell is for, which decides its size and weight."""

    LABEL = auto()
    HEAD = auto()
    SUBJECT = auto()
    VALUE = auto()


@dataclass(frozen=True)
class Cell:
    """One cell of a table: lines of text over one or more columns."""

    lines: tuple[Line, ...]
    role: Role = Role.VALUE
    span: int = 1
    centred: bool = False


@dataclass(frozen=True)
class Row:
    """Cells side by side, at least so many mm high. No row splits while it can be helped."""

    cells: tuple[Cell, ...]
    least: float = 7.4


@dataclass(frozen=True)
class Group:
    """Rows that move together. A label, if any, stands beside all of them."""

    rows: tuple[Row, ...]
    label: Cell | None = None


@dataclass(frozen=True)
class Table:
    """A ruled table. The head is repeated overleaf, with （续上页）when it is the subject.

    `place` tells the reader of a message which table of several this is.
    """

    widths: tuple[float, ...]
    groups: tuple[Group, ...]
    head: tuple[Row, ...] = ()
    place: str = ""


@dataclass(frozen=True)
class Title:
    """The name of the sheet between two lines about it."""

    text: str
    above: Line = ()
    below: Line = ()


@dataclass(frozen=True)
class Heading:
    """The head of a section, with a note beside it."""

    text: str
    note: Line = ()


@dataclass(frozen=True)
class Text:
    """Running text, one entry for each paragraph."""

    paragraphs: tuple[Line, ...]
    indented: bool = True


@dataclass(frozen=True)
class PenLines:
    """Ruled lines to write on."""

    count: int


@dataclass(frozen=True)
class Signer:
    """Who signs and in which role. Without a key the place belongs to nobody yet."""

    key: str
    role: str
    name: str


@dataclass(frozen=True)
class SignatureGrid:
    """Room for everybody's ink."""

    signers: tuple[Signer, ...]


@dataclass(frozen=True)
class Ending:
    """Says that the rest of the page is meant to be empty."""

    text: str


Block = Title | Heading | Table | Text | PenLines | SignatureGrid | Ending


def visible(text: str) -> str:
    """The same text without characters that draw nothing or steer the machine."""
    spaced = text.replace("\t", " ").replace("\n", " ")
    return "".join(sign for sign in spaced if not _hidden(sign))


def _hidden(sign: str) -> bool:
    code = ord(sign)
    nothing = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF  # not characters at all
    variant = 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF
    return nothing or variant or unicodedata.category(sign) in INVISIBLE
