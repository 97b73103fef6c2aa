"""A plain table for a table program: every cell is text, and nothing touches the disk meanwhile."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NARROWEST, _WIDEST, _MARGIN = 8, 48, 2


def write_excel(title: str, lines: Sequence[Sequence[str]], made_at: datetime) -> bytes:
    """Return a workbook of one sheet; the first line is its header."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = title
    for number, line in enumerate(lines, 1):
        for column, text in enumerate(line, 1):
            _fill(sheet.cell(number, column), text, heads=number == 1)
    sheet.freeze_panes = "A2"
    for column, texts in enumerate(zip(*lines, strict=True), 1):
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = _width(texts)
    book.properties.creator = ""
    book.properties.created = book.properties.modified = made_at.replace(tzinfo=None)
    return _packed(book)


def _fill(cell: Any, text: str, *, heads: bool) -> None:  # noqa: ANN401 - a cell of an untyped library
    """Put words into a cell that stay words, whatever they begin with and whoever edits them."""
    from openpyxl.styles import Alignment, Font

    cell.value = text
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = text.startswith(_FORMULA)
    cell.alignment = Alignment(vertical="top", wrap_text="\n" in text)
    cell.font = Font(name="宋体", size=11, bold=heads)


def _width(texts: Sequence[str]) -> int:
    longest = max(sum(1 if sign.isascii() else 2 for sign in text) for text in texts)
    return min(max(longest + _MARGIN, _NARROWEST), _WIDEST)


def _packed(book: Any) -> bytes:  # noqa: ANN401 - a workbook of an untyped library
    """Pack the workbook in memory: the library's own way leaves its sheets in the temporary
    folder while it works, unencrypted."""
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.writer.excel import ExcelWriter

    class InMemory(ExcelWriter):  # type: ignore[misc]  # untyped
        def write_worksheet(self, ws: Any) -> None:  # noqa: ANN401 - untyped
            content = io.BytesIO()
            writer = WorksheetWriter(ws, content)
            writer.write()
            self._archive.writestr(ws.path[1:], content.getvalue())
            self.manifest.append(ws)

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        InMemory(book, archive).write_data()
    return packed.getvalue()
