"""Which pages a person means, and how much paper they take."""

from __future__ import annotations

import re
import unicodedata

_PART = re.compile(r"(\d+)?(-)?(\d+)?")
_SEPARATORS = re.compile(r"[,，、;；\s]+")
_DASHES = str.maketrans(dict.fromkeys("—–－~～至到", "-"))


def chosen_pages(text: str, pages: int) -> tuple[int, ...] | None:
    """The pages of a range such as 1-3,5 in order, each once; all where nothing is said.

    None where the range names a page that is not there, or says nothing that can be read.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).strip()
    if not plain:
        return tuple(range(1, pages + 1))
    found: set[int] = set()
    for part in filter(None, _SEPARATORS.split(plain)):
        span = _span(part, pages)
        if span is None:
            return None
        found |= set(span)
    return tuple(sorted(found)) or None


def sheets_of_paper(pages: int, *, copies: int, duplex: bool) -> int:
    """How many sheets of paper so many pages take; every copy begins on a sheet of its own."""
    each = (pages + 1) // 2 if duplex else pages
    return each * copies


def run_in_words(pages: int, *, copies: int, duplex: bool) -> str:
    """What will come out of the printer, said before it does."""
    sheets = sheets_of_paper(pages, copies=copies, duplex=duplex)
    return f"本次将打印 {pages * copies} 页（{sheets} 张纸）"


def _span(part: str, pages: int) -> range | None:
    match = _PART.fullmatch(part)
    if match is None:
        return None
    first, dash, last = match.groups()
    if not dash:
        begins = ends = int(first or 0)
    else:
        begins, ends = int(first or 1), int(last or pages)
    return range(begins, ends + 1) if 1 <= begins <= ends <= pages else None
