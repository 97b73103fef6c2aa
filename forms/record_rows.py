"""Rows of the national record forms: a question of the form, and squares for its numbers."""

from __future__ import annotations

from forms.blocks import Role
from forms.fields import Field, Kind
from forms.rows import Entry

ROW = 7.9
INK_ROW = 13.0


def asked(label: str, sentence: str, *fields: Field, span: int = 1) -> Entry:
    """One entry in the words of the form, as high on blank sheets as on others.

    One that offers options is set a little smaller.
    """
    offers = any(field.kind is Kind.CODES for field in fields)
    role = Role.NOTE if offers else Role.VALUE
    return Entry(label, sentence, fields, span, pen_room=ROW, role=role, printed=True)


def choice(label: str, key: str, options: str, *, boxes: int = 1, span: int = 1) -> Entry:
    """A question answered by numbers out of a list."""
    return asked(label, f"{{{key}}}", numbers(key, options, boxes), span=span)


def numbers(key: str, options: str, boxes: int = 1) -> Field:
    """A field answered by numbers out of a list."""
    return Field(key, Kind.CODES, options=options, boxes=boxes)


def ink(label: str, key: str, span: int = 1) -> Entry:
    """Room for somebody's ink."""
    return Entry(label, "", (Field(key, Kind.INK),), span, pen_room=INK_ROW, least=INK_ROW)
