"""The signature grid in Word, as one table that stays together."""

from __future__ import annotations

from collections.abc import Iterator

from forms.blocks import Face, SignatureGrid, Signer, Words
from forms.saying import column_name
from forms.signing import COLUMNS, DAY, HEAD_HEIGHT, ROW_HEIGHT, SEAL, TITLES, numbered_pairs
from forms.writers.word.runs import Shape, paragraph
from forms.writers.word.tables import cell_markup, framed, head_rule, row_markup

LONGEST_AT_FULL_SIZE = 6  # characters that fit beside the ink
NAME_SIZE, SMALL_NAME_SIZE = 12.0, 9.0
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
        keep = index < len(pairs) - 1
        cells = "".join(_person(number, signer, keep=keep) for number, signer in pair)
        yield row_markup(cells, ROW_HEIGHT)


def _person(number: int, signer: Signer | None, *, keep: bool) -> str:
    role = Shape(9.5, 4.6, keep_next=keep)
    if signer is None:
        content, day = paragraph((Words(SEAL, Face.FORM),), role), ""
    else:
        content = paragraph((Words(f"{number} {signer.role}", Face.FORM),), role)
        size = NAME_SIZE if len(signer.name) <= LONGEST_AT_FULL_SIZE else SMALL_NAME_SIZE
        name = Shape(size, size * 0.45, keep_next=keep)
        content += paragraph((column_name(signer.name, Face.STRONG),), name)
        day = DAY
    white = paragraph((), role)
    date = paragraph((Words(day, Face.FORM),), Shape(10, 4.73, align="right", keep_next=keep))
    contents = zip((content, white, date), COLUMNS, strict=True)
    return "".join(cell_markup(inside, width) for inside, width in contents)
