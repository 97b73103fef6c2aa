"""Whether an OpenDocument sheet is fit to be parsed: how far it says it reaches is counted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.parsers.expat import ExpatError, ParserCreate

from workbench.imports.packages import Unfit, require_bounded

KIND = "application/vnd.oasis.opendocument.spreadsheet"
_CONTENT, _KIND_PART = "content.xml", "mimetype"
_TABLE, _ROW = "table:table", "table:table-row"
_CELLS = ("table:table-cell", "table:covered-table-cell")


def is_open_sheet(package: zipfile.ZipFile) -> bool:
    """Whether the package calls itself an OpenDocument sheet."""
    return _KIND_PART in package.namelist() and package.read(_KIND_PART).decode("latin-1") == KIND


def require_open_fit(content: bytes, *, most_rows: int, most_columns: int) -> None:
    """Refuse a sheet that would unpack to too much, or repeats its cells without end.

    What stands in cells merged over rows would be lost below the first, so that is refused too.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        require_bounded(package.infolist(), len(content))
        if _CONTENT not in package.namelist():
            raise Unfit("not_a_sheet")
        with package.open(_CONTENT) as part:
            reader = ParserCreate()
            extent = _Extent(most_rows, most_columns)
            reader.StartElementHandler, reader.EndElementHandler = extent.begin, extent.end
            reader.StartDoctypeDeclHandler = _refuse_entities
            try:
                reader.ParseFile(part)
            except ExpatError as error:
                raise Unfit("damaged") from error


class _Extent:
    """Counts to the last cell that holds something; empty ones go on to the end of a sheet."""

    def __init__(self, most_rows: int, most_columns: int) -> None:
        self._most_rows, self._most_columns = most_rows, most_columns
        self._rows = self._times = self._columns = self._held = 0

    def begin(self, name: str, said: Mapping[str, str]) -> None:
        """An element begins."""
        if name == _TABLE:
            self._rows = 0
        elif name == _ROW:
            self._times, self._columns, self._held = _times("rows-repeated", said), 0, 0
        elif name in _CELLS:
            self._columns += _times("columns-repeated", said)
            if _times("rows-spanned", said) > 1:
                raise Unfit("merged")
            if said.get("office:value-type"):
                self._held = self._columns

    def end(self, name: str) -> None:
        """An element ends."""
        if name != _ROW:
            return
        self._rows += self._times
        if self._held and self._rows > self._most_rows:
            raise Unfit("too_many_rows")
        if self._held > self._most_columns:
            raise Unfit("too_many_columns")


def _times(what: str, said: Mapping[str, str]) -> int:
    words = said.get(f"table:number-{what}", "1")
    if not words.isdecimal():
        raise Unfit("damaged")
    return int(words[:9])


def _refuse_entities(*_: object) -> None:
    """Office programs declare none: who does wants a part to grow while it is read."""
    raise Unfit("entities")
