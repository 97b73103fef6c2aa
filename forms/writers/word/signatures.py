"""The signature grid in Word, as one table that stays together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from forms.blocks import Cell, Face, Line, SignatureGrid, Signer, Words
from forms.signing import (
    COLUMNS,
    DAY,
    HEAD_HEIGHT,
    LATER,
    ROW_HEIGHT,
    SEAL,
    TITLES,
    absence,
    numbered_pairs,
)
from forms.wording import column_name
from forms.writers.word.cells import CORNER, Room, content, name_markup, role_shape, standing
from forms.writers.word.runs import Shape, paragraph
from forms.writers.word.tables import cell_markup, framed, head_rule, row_markup

DAY_PITCH, BELOW_DAY = 4.73, 2.0
TITLE = Shape(10, 4.73, align="center", keep_next=True)


def grid_markup(grid: SignatureGrid) -> str:
    """The whole grid."""
    return framed(COLUMNS * 2, [_head(), *_rows(grid)])


def _head() -> str:
    cells = (
        cell_markup(paragraph((Words(title, Face.STRONG),), TITLE), width, borders=head_rule())
        for title, width in zip(TITLES * 2, COLUMNS * 2, strict=True)
    )
    return row_markup("".join(cells), HEAD_HEIGHT, head=True)


def _rows(grid: SignatureGrid) -> Iterator[str]:
    pairs = list(numbered_pairs(grid.signers))
    for index, pair in enumerate(pairs):
        room = Room(0, ROW_HEIGHT, keep_next=index < len(pairs) - 1)
        yield row_markup("".join(_person(n, signer, room) for n, signer in pair), ROW_HEIGHT)


def _person(number: int, signer: Signer | None, room: Room) -> str:
    name, ink, date = (replace(room, width=width) for width in COLUMNS)
    if signer is None:
        seal = paragraph(_said(SEAL), _role(room))
        white = _room(Cell(), ink) + _room(Cell(), date)
        return cell_markup(seal, name.width, standing="top") + white
    why = _said(absence(signer)) if signer.absent else ()
    return "".join(
        (
            cell_markup(_who(number, signer, name), name.width),
            _room(Cell(corner=why), ink),
            cell_markup(_date(signer, date), date.width, standing="top"),
        )
    )


def _date(signer: Signer, room: Room) -> str:
    """Room for the day, as high above the lower rule as a pen needs."""
    corner = replace(CORNER, keep_next=room.keep_next)
    later = paragraph(_said(LATER), corner) if signer.absent else ""
    before = room.left_for - DAY_PITCH - BELOW_DAY - (corner.pitch if signer.absent else 0.0)
    day = Shape(10, DAY_PITCH, align="right", before=before, keep_next=room.keep_next)
    return later + paragraph(_said(DAY), day)


def _who(number: int, signer: Signer, room: Room) -> str:
    role = _said(f"{number} {signer.role}")
    shape = role_shape(role, _role(room), room)
    return paragraph(role, shape) + name_markup(column_name(signer.name, Face.STRONG), room)


def _role(room: Room) -> Shape:
    return Shape(9.5, 4.6, keep_next=room.keep_next)


def _room(cell: Cell, room: Room) -> str:
    return cell_markup(content(cell, room), room.width, standing=standing(cell))


def _said(text: str) -> Line:
    return (Words(text, Face.FORM),)
