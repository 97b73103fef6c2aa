"""The blocks a sheet is made of. Both writers draw these and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from forms.signs import visible


class Face(Enum):
    """Whose voice: what was filled in, the same made heavy, or what the form itself says."""

    VALUE = auto()
    STRONG = auto()
    FORM = auto()


class Change(Enum):
    """What became of words between two versions of a text."""

    NONE = auto()
    ADDED = auto()
    REMOVED = auto()


@dataclass(frozen=True)
class Words:
    """Text on one line in one voice. A `whole` one, such as a name, stays on one line."""

    text: str
    face: Face = Face.VALUE
    whole: bool = False
    change: Change = Change.NONE

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", visible(self.text))


@dataclass(frozen=True)
class Blank:
    """A ruled blank as wide as so many characters, to be filled by pen."""

    characters: float


@dataclass(frozen=True)
class Box:
    """A box to tick. It stays on one line with the words after it."""

    ticked: bool = False


@dataclass(frozen=True)
class Squares:
    """Square boxes for one code each; an empty text leaves its box white.

    `slashes` stand between boxes that take several answers to one question.
    """

    signs: tuple[str, ...]
    slashes: bool = False


@dataclass(frozen=True)
class Ink:
    """Room on the line for one person's ink, so many mm wide and at least 12 mm high."""

    key: str = ""
    width: float = 30.0


Run = Words | Blank | Box | Squares | Ink
Line = tuple[Run, ...]


class Role(Enum):
    """What a cell is for, which decides its size and weight."""

    LABEL = auto()
    HEAD = auto()
    SUBJECT = auto()
    VALUE = auto()
    NOTE = auto()  # remarks, 9.5 pt
    KEY = auto()  # what the sheet is about, 12 pt
    LEVEL = auto()  # a level that stands out, 14 pt


class Density(Enum):
    """How closely a table is set: 10.5 pt, 10 pt, or 9.5 pt for sheets that must fit."""

    NORMAL = auto()
    DENSE = auto()
    FINE = auto()


@dataclass(frozen=True)
class Cell:
    """One cell of a table: lines of text over one or more columns, and room for a pen.

    `corner` stands small at the top left, `aside` at the right of the last line, `low` at the
    bottom right. A cell with a `slot` is one person's room for ink; one that is `struck` has a
    diagonal because nobody signs there; `framed` is the one chosen among its neighbours; `ruled`
    fills what the text leaves with lines to write on.
    """

    lines: tuple[Line, ...] = ((),)
    role: Role = Role.VALUE
    span: int = 1
    centred: bool = False
    aside: Line = ()
    corner: Line = ()
    low: Line = ()
    slot: str = ""
    struck: bool = False
    framed: bool = False
    ruled: bool = False


@dataclass(frozen=True)
class Row:
    """Cells side by side, at least so many mm high. No row splits while it can be helped.

    A row that `fills` takes all that is left of its page, and is left out below its least height.
    """

    cells: tuple[Cell, ...]
    least: float = 7.4
    fills: bool = False


@dataclass(frozen=True)
class Group:
    """Rows that move together. A label, if any, stands beside all of them."""

    rows: tuple[Row, ...]
    label: Cell | None = None


@dataclass(frozen=True)
class Table:
    """A ruled table. The head is repeated overleaf, with （续上页）when it is the subject.

    `place` tells the reader of a message which table of several this is. One to be kept `whole`
    moves to the next page rather than be divided; `heavy` draws its frame as a box to decide in.
    """

    widths: tuple[float, ...]
    groups: tuple[Group, ...]
    head: tuple[Row, ...] = ()
    place: str = ""
    density: Density = Density.NORMAL
    whole: bool = False
    heavy: bool = False


@dataclass(frozen=True)
class Title:
    """The name of the sheet between two lines about it."""

    text: str
    above: Line = ()
    below: Line = ()


@dataclass(frozen=True)
class Banner:
    """A title at the left with a note, a line of identity beneath, and a level in a box."""

    text: str
    note: Line
    identity: Line
    beside: tuple[Line, ...]
    level: Line


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
    """Who signs and in which role. Without a key the place belongs to nobody yet.

    `absent` is why the person is not there, and marks the date as one of a later signature.
    """

    key: str
    role: str
    name: str
    absent: str = ""


@dataclass(frozen=True)
class SignatureGrid:
    """Room for everybody's ink."""

    signers: tuple[Signer, ...]


@dataclass(frozen=True)
class Emphasis:
    """Lines in a box that nobody overlooks, under a heading of their own if they have one."""

    lines: tuple[Line, ...]
    title: str = ""
    least: float = 0.0


@dataclass(frozen=True)
class Mark:
    """Something on a track between two places, each a share of the whole width from the left.

    A `level` is a height of 0 to 5 on a track of steps; `hollow` is drawn without filling.
    """

    begins: float
    ends: float
    text: str = ""
    level: int | None = None
    hollow: bool = False


class TrackKind(Enum):
    """How the marks of a track are drawn."""

    STEPS = auto()
    BARS = auto()
    DOTS = auto()
    TICKS = auto()
    DIAMONDS = auto()


@dataclass(frozen=True)
class Track:
    """One row of a timeline."""

    label: str
    kind: TrackKind
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Timeline:
    """Months side by side with tracks beneath, what the signs mean, and the same in sentences."""

    label: str
    months: tuple[str, ...]
    tracks: tuple[Track, ...]
    legend: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Cover:
    """The first page of a file: labelled entries on lines inside a double frame."""

    left: str
    right: str
    title: str
    below: str
    entries: tuple[tuple[str, Line], ...]
    unit: str
    foot: tuple[str, ...]


@dataclass(frozen=True)
class RedHead:
    """The head of an official paper: who issues it, which number, and the day."""

    title: str
    number: str
    issuer: str
    day: str


@dataclass(frozen=True)
class Imprint:
    """The last lines of an official paper, at the foot of its last page."""

    sent_to: str
    issuer: str
    day: str


@dataclass(frozen=True)
class Chapter:
    """A head of the first or second order in an official paper."""

    text: str


@dataclass(frozen=True)
class Break:
    """What follows begins on a new page."""


@dataclass(frozen=True)
class Ending:
    """Says that the rest of the page is meant to be empty."""

    text: str


Block = (
    Title
    | Banner
    | Heading
    | Table
    | Text
    | PenLines
    | SignatureGrid
    | Emphasis
    | Timeline
    | Cover
    | RedHead
    | Chapter
    | Imprint
    | Break
    | Ending
)
