"""Reading one cell as what its column means; what cannot be read is said in words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date

from data.register_codes import Precision
from workbench.errors import Refused
from workbench.imports.options import OPTIONS, labels_of, option_for
from workbench.imports.reading import Cell, Number
from workbench.rules.dates import said
from workbench.rules.dates_typed import day_counted, day_typed
from workbench.rules.rough_days import RoughDay
from workbench.words import clean_name, clean_text

_EXACT_UP_TO = 1e15
_LONGEST = 500
_IN_POWERS = re.compile(r"\d(\.\d+)?[eE]\+?\d+")
_KEPT_AS_TEXT = re.compile(r'="(.*)"')
_MONTH = re.compile(r"(\d{4})[-/.年](\d{1,2})月?")
_YEAR = re.compile(r"(\d{4})年?")
_LOST = "在表格里存成了数字，末几位已经丢失"


class Misread(Exception):
    """A cell does not say what its column asks for; the words follow the name of the column."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def value_of(key: str, cell: Cell, epoch: date) -> object:
    """Read a cell as a field; None when it is empty, Misread when it says something else."""
    if cell is None:
        return None
    if key in OPTIONS:
        return _option(key, cell)
    reader = _READERS.get(key)
    return reader(cell, epoch) if reader else text_in(cell)


def text_in(cell: Cell) -> str | None:
    """The words of a cell; numbers as they are shown, as far as sheets keep their digits."""
    if isinstance(cell, Number):
        if abs(cell.value) >= _EXACT_UP_TO:
            raise Misread(_LOST)
        return str(int(cell.value)) if cell.value.is_integer() else str(cell.value)
    if isinstance(cell, date):
        return cell.isoformat()
    text = clean_text(cell or "")
    if len(text) > _LONGEST:
        raise Misread(f"有{len(text)}个字，超过了{_LONGEST}个字")
    return text or None


def _name(cell: Cell, _: date) -> str | None:
    """A name without the spaces that lists set between its characters."""
    text = text_in(cell)
    if text is None:
        return None
    parts = text.split()
    joined = "".join(parts)
    try:
        return clean_name("", " ".join(parts) if joined.isascii() else joined)
    except Refused as refusal:
        raise Misread(f"有{len(joined)}个字，超过了50个字") from refusal


def _figures(cell: Cell, _: date) -> str | None:
    """Digits kept as text, freed of what sheets put around them to keep them so."""
    text = text_in(cell)
    if text is None:
        return None
    text = unicodedata.normalize("NFKC", _KEPT_AS_TEXT.sub(r"\1", text)).strip("'`’ ")
    if _IN_POWERS.fullmatch(text):
        raise Misread("在表格里成了科学计数，末几位已经丢失")
    return text or None


def _day(cell: Cell, epoch: date) -> date:
    found = _exact_day(cell, epoch)
    if found is None:
        raise Misread(f"“{_shown(cell)}”不是完整的日期，请写成1980-02-29这样")
    return found


def _rough_day(cell: Cell, epoch: date) -> RoughDay:
    """A day, or as much of it as is known."""
    if found := _exact_day(cell, epoch):
        return RoughDay(found)
    text = unicodedata.normalize("NFKC", _shown(cell)).replace(" ", "")
    try:
        if month := _MONTH.fullmatch(text):
            return RoughDay(date(int(month[1]), int(month[2]), 1), Precision.MONTH)
        if year := _YEAR.fullmatch(text):
            return RoughDay(date(int(year[1]), 1, 1), Precision.YEAR)
    except ValueError as error:
        raise Misread(f"“{text}”不是日期") from error
    raise Misread(f"“{_shown(cell)}”不是日期，请写成1980-02-29、1980-02或1980这样")


def _exact_day(cell: Cell, epoch: date) -> date | None:
    if isinstance(cell, Number):
        return day_counted(cell.value, epoch)
    return cell if isinstance(cell, date) else day_typed(cell or "")


def _option(key: str, cell: Cell) -> object:
    text = text_in(cell)
    if text is None:
        return None
    found = option_for(key, text)
    if found is None:
        raise Misread(f"“{_shown(cell)}”不在选项里，可以写：{'、'.join(labels_of(key))}")
    return found


def _shown(cell: Cell) -> str:
    text = text_in(cell) or ""
    return text if len(text) <= 20 else f"{text[:20]}…"


def shown(value: object) -> str:
    """A value as a preview shows it."""
    match value:
        case None | "":
            return "（空）"
        case date():
            return said(value)
        case RoughDay():
            return value.words
        case str() if not hasattr(value, "label"):
            return value
    return str(getattr(value, "label", value))


_READERS: Mapping[str, Callable[[Cell, date], object]] = {
    "name": _name,
    "former_name": _name,
    "guardian_name": _name,
    "id_number": _figures,
    "phone": _figures,
    "other_phone": _figures,
    "guardian_phone": _figures,
    "file_number": _figures,
    "born_on": _day,
    "onset": _rough_day,
}
