"""Whether a workbook file is fit to be parsed: counted and measured before anything is unpacked."""

from __future__ import annotations

import io
import re
import zipfile

MOST_ENTRIES = 2_000
MOST_UNPACKED = 200 << 20
MOST_RATIO = 200
_RATIO_FROM = 4 << 20
_CHUNK = 1 << 20
_OVERLAP = 32
_NEEDED = {"[Content_Types].xml", "xl/workbook.xml"}
_PLACE = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_FROM_1904 = re.compile(rb'\bdate1904="(1|true)"')


class Unfit(Exception):
    """The content is not parsed; `reason` is the name of why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def require_fit(content: bytes, *, most_rows: int, most_columns: int) -> bool:
    """Refuse a workbook that would unpack to too much; tell whether it counts days from 1904."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        require_bounded(package.infolist(), len(content))
        names = package.namelist()
        if not set(names) >= _NEEDED:
            raise Unfit("not_a_sheet")
        for name in names:
            if name.endswith(".xml"):
                _require_small(package, name, most_rows, most_columns)
        return _FROM_1904.search(package.read("xl/workbook.xml")) is not None


def require_bounded(entries: list[zipfile.ZipInfo], length: int) -> None:
    """Refuse a package that would unpack to too much, or whose parts share their content."""
    if len(entries) > MOST_ENTRIES:
        raise Unfit("too_many_entries")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unfit("locked")
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    # More packed content than the file is long means that entries share it.
    if unpacked > MOST_UNPACKED or packed > length:
        raise Unfit("bomb")
    if unpacked > _RATIO_FROM and unpacked > MOST_RATIO * packed:
        raise Unfit("bomb")


def _require_small(package: zipfile.ZipFile, name: str, most_rows: int, most_columns: int) -> None:
    """One cell far away makes the parser ask for all the room between.

    Office programs declare no entities: a part that does wants to grow while it is read.
    """
    rest = b""
    with package.open(name) as part:
        while chunk := part.read(_CHUNK):
            seen = rest + chunk
            if b"<!DOCTYPE" in seen:
                raise Unfit("entities")
            for column, row in _PLACE.findall(seen):
                if int(row) > most_rows:
                    raise Unfit("too_many_rows")
                if len(column) > 1 and column_number(column.decode()) > most_columns:
                    raise Unfit("too_many_columns")
            rest = seen[-_OVERLAP:]


def column_number(letters: str) -> int:
    """Count a column as sheets name it: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """Name a column as sheets do: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
