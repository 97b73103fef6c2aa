"""Rows of members as somebody copied or kept them in a sheet, ready to be looked over."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data.codes import MemberRole
from data.import_codes import ImportKind
from workbench.imports.cells import Misread, text_in, value_of
from workbench.imports.mapping import Columns, recognise
from workbench.imports.options import option_for
from workbench.imports.reading import Cell, Row, Spreadsheet, read_pasted, read_spreadsheet
from workbench.member_lists import MemberLine

_WORDS = ("name", "unit", "phone", "post")
_NAME = re.compile(r"[^\W\d_·]{2,4}|[^\W\d_]{2,}·[^\W\d_]{1,}")
_PHONE = re.compile(r"1\d{10}|(0\d{2,3}-?)?\d{7,8}")
_COUNTED = re.compile(r"\d{1,3}")


@dataclass(frozen=True)
class ReadMembers:
    """The rows that name somebody, and what could not be understood, row by row."""

    lines: tuple[MemberLine, ...]
    notices: tuple[str, ...]


def read_pasted_members(text: str) -> ReadMembers:
    """Understand rows copied from a sheet, with or without a header. Slow; nothing is written."""
    return understand(read_pasted(text))


def read_member_file(path: Path) -> ReadMembers:
    """Understand the rows of a file. Slow; nothing is written."""
    return understand(read_spreadsheet(path))


def understand(sheet: Spreadsheet) -> ReadMembers:
    """Say what each row means; a role that is not known is left to be chosen."""
    columns = recognise(sheet, ImportKind.MEMBERS)
    if "name" not in dict(columns.meanings).values():
        columns = Columns(ImportKind.MEMBERS, 0, (), _by_content(sheet.rows))
    lines: list[MemberLine] = []
    notices: list[str] = []
    for row in sheet.rows:
        if row.number <= columns.header_row:
            continue
        line = _line(row, columns, sheet.epoch, notices)
        if line.name or line.unit or line.phone:
            lines.append(line)
    if columns.unused:
        notices.append(f"这些列没有用到：{'、'.join(columns.unused)}")
    return ReadMembers(tuple(lines), tuple(notices))


def _line(row: Row, columns: Columns, epoch: date, notices: list[str]) -> MemberLine:
    said: dict[str, object] = {}
    for position, key in columns.meanings:
        try:
            said[key] = value_of(key, row[position], epoch)
        except Misread as misread:
            notices.append(f"第{row.number}行：{columns.header(key)}{misread.words}")
    role = said.get("role")
    name, unit, phone, post = (str(said.get(key) or "") for key in _WORDS)
    return MemberLine(name, role if isinstance(role, MemberRole) else None, unit, phone, post)


def _by_content(rows: Sequence[Row]) -> tuple[tuple[int, str], ...]:
    """Without a header: roles and numbers tell themselves, names come before units."""
    width = max((len(row.cells) for row in rows), default=0)
    found: dict[int, str] = {}
    for position in range(width):
        words = [text for row in rows if (text := _text(row[position]))]
        key = _kind_of(words, set(found.values()))
        if key:
            found[position] = key
    return tuple(found.items())


def _kind_of(words: Sequence[str], taken: set[str]) -> str:
    if not words or _mostly(words, lambda text: bool(_COUNTED.fullmatch(text))):
        return ""
    if "role" not in taken and _mostly(words, lambda text: option_for("role", text) is not None):
        return "role"
    if _mostly(words, lambda text: bool(_PHONE.fullmatch(text))):
        return next((key for key in ("phone", "other_phone") if key not in taken), "")
    if "name" not in taken and _mostly(words, lambda text: bool(_NAME.fullmatch(text))):
        return "name"
    return next((key for key in ("unit", "post") if key not in taken), "")


def _mostly(words: Sequence[str], fits: Callable[[str], bool]) -> bool:
    return 2 * sum(map(fits, words)) > len(words)


def _text(cell: Cell) -> str:
    try:
        return text_in(cell) or ""
    except Misread:
        return ""
