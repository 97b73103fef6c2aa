"""What a form is: titled sections of parts that hold fields. One definition serves every writer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from forms.fields import Field
from forms.pages import PORTRAIT, Page
from forms.prose import Articles, Boxed, FreeBox, OwnWords, Paragraph, Remark
from forms.rows import CaseTables, Entry, Grid, KeyGrid, Repeated


@dataclass(frozen=True)
class Heads:
    """The lines above and below the title of the sheet; `{key}` stands where an answer is said.

    A `title` says more than that of the form once there are answers.
    """

    above: str
    below: str
    fields: tuple[Field, ...]
    title: str = ""


@dataclass(frozen=True)
class CaseHead:
    """A title at the left, who it is about beneath it, and the level in a box at the right."""

    note: str
    identity: str
    beside: str
    level: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Agreed:
    """The level and class a team agreed, whether the patient is a key one, and why.

    `before` is the key of the last rating, asked elsewhere, that the new one is set against.
    """

    level: Field
    stability: Field
    key_patient: Field
    next_on: Field
    reason: Field
    before: str = ""


@dataclass(frozen=True)
class Timeline:
    """What happened, drawn along the months up to a day."""

    field: Field


@dataclass(frozen=True)
class Signatures:
    """Room for ink under a sentence. A blank form prints the roles without names."""

    field: Field
    roles: tuple[str, ...]
    sentence: str = ""


@dataclass(frozen=True)
class SignRow:
    """One row of ink, each under the role and name of who signs."""

    field: Field
    roles: tuple[str, ...]
    columns: int = 6
    ink: float = 14.0


@dataclass(frozen=True)
class SignStrip:
    """Room for everybody's ink at the foot of every page."""

    field: Field
    sentence: str
    columns: int = 6
    pen_places: int = 12


@dataclass(frozen=True)
class SignMatrix:
    """Cases down and people across, so many to a page that a cell has room for ink."""

    cases: Field
    signers: Field


@dataclass(frozen=True)
class CoverPage:
    """The first page of a file."""

    left: str
    right: str
    below: str
    entries: tuple[Entry, ...]
    unit: str
    foot: tuple[str, ...]
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True)
class IssuedBy:
    """The head of an official paper."""

    title: Field
    number: Field
    issuer: Field
    day: Field


@dataclass(frozen=True)
class SentTo:
    """The last lines of an official paper; issuer and day are those of its head."""

    sent_to: Field
    issuer: str
    day: str


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a new page."""


Part = (
    Heads
    | CaseHead
    | KeyGrid
    | Grid
    | Repeated
    | CaseTables
    | Paragraph
    | Remark
    | Articles
    | Boxed
    | FreeBox
    | OwnWords
    | Agreed
    | Timeline
    | Signatures
    | SignRow
    | SignStrip
    | SignMatrix
    | CoverPage
    | IssuedBy
    | SentTo
    | NewPage
)


@dataclass(frozen=True)
class Section:
    """A heading with a note, both of which may be empty, and the parts beneath it.

    A heading may say answers. Without `needs` in the answers the whole section is left out. One
    that is not `blank` stands on no form to be filled by pen.
    """

    title: str
    parts: tuple[Part, ...]
    note: str = ""
    needs: str = ""
    blank: bool = True


@dataclass(frozen=True)
class Form:
    """A whole form. Its code and revision name the edition an answer was given on."""

    code: str
    revision: str
    title: str
    sections: tuple[Section, ...]
    page: Page = PORTRAIT
    ending: str = "以下空白"

    def fields(self) -> Iterator[Field]:
        """Every field, in printing order."""
        for section in self.sections:
            for part in section.parts:
                yield from _fields(part)


def _fields(part: Part) -> Iterator[Field]:
    match part:
        case Heads() | CaseHead() | Paragraph() | Remark():
            yield from part.fields
        case KeyGrid():
            yield from part.fields()
        case CoverPage():
            yield from part.fields
            for entry in part.entries:
                yield from entry.fields
        case Agreed():
            yield from (part.level, part.stability, part.key_patient, part.next_on, part.reason)
        case FreeBox():
            yield from (part.field, *([part.signer] if part.signer else []))
        case Boxed():
            yield from ([part.field] if part.field else [])
        case SignMatrix():
            yield from (part.cases, part.signers)
        case IssuedBy():
            yield from (part.title, part.number, part.issuer, part.day)
        case SentTo():
            yield part.sent_to
        case NewPage():
            return
        case _:
            yield part.field
