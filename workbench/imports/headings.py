"""The columns of a list as somebody goes through them: where, how headed, what is in them."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.imports.cells import Misread, text_in
from workbench.imports.mapping import Columns
from workbench.imports.packages import column_letters
from workbench.imports.reading import Cell, Spreadsheet
from workbench.words import masked

_LONGEST = 12


@dataclass(frozen=True)
class ColumnRow:
    """One column, its first entry hidden but for a sign or two, and which field it means."""

    position: int
    letters: str
    header: str
    sample: str
    key: str | None


def column_rows(sheet: Spreadsheet, columns: Columns) -> list[ColumnRow]:
    """Every column that has a header or holds something, from the left."""
    below = [row for row in sheet.rows if row.number > columns.header_row]
    width = max([len(columns.headers), *(len(row.cells) for row in below)])
    meant = dict(columns.meanings)
    rows = []
    for position in range(width):
        header = columns.headers[position] if position < len(columns.headers) else ""
        first = next((row[position] for row in below if row[position] is not None), None)
        if header or first is not None:
            letters, sample = column_letters(position + 1), _sample(first)
            rows.append(ColumnRow(position, letters, header, sample, meant.get(position)))
    return rows


def _sample(cell: Cell) -> str:
    try:
        text = text_in(cell)
    except Misread:
        return ""
    return masked(text)[:_LONGEST] if text else ""
