"""A table as a file: a workbook, or text that a table program reads as it is meant."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime

from forms.writers.excel import write_excel

EXCEL, CSV = ".xlsx", ".csv"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_table(
    ending: str, title: str, lines: Sequence[Sequence[str]], made_at: datetime
) -> bytes:
    """Return the table for a file with this ending; the first line is its header."""
    return _as_text(lines) if ending.lower() == CSV else write_excel(title, lines, made_at)


def _as_text(lines: Sequence[Sequence[str]]) -> bytes:
    written = io.StringIO()
    harmless = ([_harmless(text) for text in line] for line in lines)
    csv.writer(written, lineterminator="\r\n").writerows(harmless)
    # Without the mark at its head a table program reads it in the encoding of the system.
    return written.getvalue().encode("utf-8-sig")


def _harmless(text: str) -> str:
    """In a file that is nothing but text, a formula is told by how it begins."""
    return f"'{text}" if text.startswith(_FORMULA) else text
