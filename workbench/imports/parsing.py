"""The process that parses: a file or pasted text in, lines of JSON out, and nothing else.

It runs apart because whoever made the file may mean harm. It knows nothing of the store, may not
write files, and gives up by itself where the machine can hold it to that: on Linux its memory is
capped beyond what it needs to start; on Windows only the deadline of the parent holds.

The first line describes the sheet, each further one is a row (its number, then its cells), the
last says how many rows there were. A cell is text, null, {"n": number} or {"d": day}. Where the
content is refused there is one line that names the reason.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
import sys
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from workbench.imports.open_sheets import is_open_sheet, require_open_fit
from workbench.imports.packages import Unfit, require_fit

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

PASTED = "-"
MOST_BYTES = 20 << 20
MEMORY = 512 << 20
CPU_SECONDS = 60
MOST_ROWS = 50_000
MOST_COLUMNS = 256
MOST_CELL = 32_767
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BOOKS = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_DELIMITERS = "\t,;，"
_EPOCHS = {False: "1899-12-30", True: "1904-01-01"}

Cell = str | dict[str, object] | None
Row = tuple[int, Sequence[Cell]]


def main(arguments: Sequence[str]) -> int:
    """Parse what the argument names and write it out; 0 where it could be read, 2 where not."""
    try:
        _load_parsers()
        limit_self()
        for line in lines_of(arguments[0]):
            _say(line)
    except Unfit as refusal:
        _say({"refused": refusal.reason})
    except MemoryError:
        _say({"refused": "too_large"})
    except BaseException:  # a parser that panics raises what is no Exception
        _say({"refused": "damaged"})
    else:
        return 0
    return 2


def limit_self() -> None:
    """Cap memory and time, and give up writing files and leaving memory dumps."""
    if sys.platform == "win32":
        return
    import resource

    beyond = _size_now() + MEMORY
    for what, most in (
        (resource.RLIMIT_AS, beyond),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # a system that knows no such limit
            resource.setrlimit(what, (most, most))


def lines_of(source: str) -> Iterator[object]:
    """Yield what is to be written for a file, or for the text that comes in on standard input."""
    if source == PASTED:
        head, rows = _of_text(_read(sys.stdin.buffer), delimiters="\t")
    else:
        with Path(source).open("rb") as file:
            head, rows = _of_content(_read(file))
    yield head
    count = 0
    for number, cells in rows:
        count += 1
        if count > MOST_ROWS:
            raise Unfit("too_many_rows")
        if len(cells) > MOST_COLUMNS:
            raise Unfit("too_many_columns")
        yield [number, *cells]
    yield {"end": count}


def _load_parsers() -> None:
    """Before the cap: what the program itself takes is not what the file takes."""
    import python_calamine  # noqa: F401


def _size_now() -> int:
    import resource

    with suppress(OSError), Path("/proc/self/statm").open() as file:
        return int(file.read().split()[0]) * resource.getpagesize()
    return MEMORY


def _read(file: BinaryIO) -> bytes:
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise Unfit("too_large")
    if not content.strip():
        raise Unfit("empty")
    return content


def _of_content(content: bytes) -> tuple[object, Iterator[Row]]:
    """What the bytes begin with decides, not what the file is called."""
    if content.startswith(_ZIP):
        return _of_workbook(content, counts_from_1904=_require_package(content))
    if content.startswith(_OLD):
        _require_old_book(content)
        return _of_workbook(content)
    return _of_text(content, delimiters=_DELIMITERS)


def _require_package(content: bytes) -> bool:
    """Refuse what is no sheet or too much of one; tell whether it counts days from 1904."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        is_open = is_open_sheet(package)
    if is_open:
        require_open_fit(content, most_rows=MOST_ROWS, most_columns=MOST_COLUMNS)
        return False
    return require_fit(content, most_rows=MOST_ROWS, most_columns=MOST_COLUMNS)


def _require_old_book(content: bytes) -> None:
    """Many programs wrap what they keep in the same old container, a locked new sheet included."""
    if _ENCRYPTED in content:
        raise Unfit("locked")
    if not any(name in content for name in _BOOKS):
        raise Unfit("not_a_sheet")


def _opened(content: bytes) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError as error:
        raise Unfit("locked") from error


def _of_workbook(content: bytes, *, counts_from_1904: bool = False) -> tuple[object, Iterator[Row]]:
    from python_calamine import CalamineSheet, SheetTypeEnum, SheetVisibleEnum

    book = _opened(content)
    shown = [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    ]
    for name in shown:
        sheet: CalamineSheet = book.get_sheet_by_name(name)
        if sheet.start is not None:
            head = {"sheet": name, "sheets": len(shown), "epoch": _EPOCHS[counts_from_1904]}
            merged = sheet.merged_cell_ranges or []
            return head, _filled(sheet.to_python(), sheet.start, merged)
    raise Unfit("empty")


def _filled(
    rows: Sequence[Sequence[object]],
    start: tuple[int, int],
    merged: Sequence[tuple[tuple[int, int], tuple[int, int]]],
) -> Iterator[Row]:
    """Yield the rows that hold anything; what stands in merged cells stands in each of them."""
    areas = dict(merged)
    held: dict[int, tuple[int, Cell]] = {}
    for number, values in enumerate(rows, start[0]):
        cells: list[Cell] = [None] * start[1]
        for column, value in enumerate(values, start[1]):
            cell = _plain(value)
            if (number, column) in areas:
                bottom, right = areas[number, column]
                places = range(column, min(right + 1, MOST_COLUMNS))
                held |= dict.fromkeys(places, (bottom, cell))
            elif cell is None and column in held and number <= held[column][0]:
                cell = held[column][1]
            cells.append(cell)
        if trimmed := _trimmed(cells):
            yield number + 1, trimmed


def _plain(value: object) -> Cell:
    match value:
        case bool():
            return "是" if value else "否"
        case int() | float():
            return {"n": value}
        case datetime() if value.time() == time():
            return {"d": value.date().isoformat()}
        case datetime() | time():
            return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
        case date():
            return {"d": value.isoformat()}
    return _text(str(value))


def _text(typed: str) -> str | None:
    if len(typed) > MOST_CELL:
        raise Unfit("long_cell")
    return typed.strip() or None


def _trimmed(cells: list[Cell]) -> list[Cell]:
    while cells and cells[-1] is None:
        cells.pop()
    return cells


def _of_text(content: bytes, *, delimiters: str) -> tuple[object, Iterator[Row]]:
    text = _decoded(content)
    if _UNPRINTABLE.search(text):
        raise Unfit("not_text")
    first = text.lstrip().partition("\n")[0]
    delimiter = max(delimiters, key=first.count)
    return {"sheet": "", "sheets": 1, "epoch": _EPOCHS[False]}, _records(text, delimiter)


def _decoded(content: bytes) -> str:
    marks = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16"}
    marked = [coding for mark, coding in marks.items() if content.startswith(mark)]
    for coding in marked or ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            return content.decode(coding)
    raise Unfit("not_text")


def _records(text: str, delimiter: str) -> Iterator[Row]:
    csv.field_size_limit(MOST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, values in enumerate(reader, 1):
            if trimmed := _trimmed([_text(value) for value in values]):
                yield number, trimmed
    except csv.Error as error:
        raise Unfit("long_cell" if "limit" in str(error) else "quotes") from error


def _say(line: object) -> None:
    with suppress(OSError):  # the parent has heard enough and closed its end
        written = json.dumps(line, ensure_ascii=True, separators=(",", ":"))
        sys.stdout.buffer.write(written.encode("ascii") + b"\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
