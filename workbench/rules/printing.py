"""Which pages a person means, and how much paper they take."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

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


def with_white_backs(
    pages: Sequence[int], *, duplex: bool, starts: Collection[int] = ()
) -> list[int | None]:
    """The pages in order; None is a white back, so that what starts begins on its own sheet."""
    run: list[int | None] = []
    for page in pages:
        if duplex and page in starts and len(run) % 2:
            run.append(None)
        run.append(page)
    return run


def sheets_of_paper(
    pages: Sequence[int], *, copies: int, duplex: bool, starts: Collection[int] = ()
) -> int:
    """How many sheets of paper these pages take; every copy begins on a sheet of its own."""
    sides = len(with_white_backs(pages, duplex=duplex, starts=starts))
    return (-(-sides // 2) if duplex else sides) * copies


def run_in_words(
    pages: Sequence[int], *, copies: int, duplex: bool, starts: Collection[int] = ()
) -> str:
    """What will come out of the printer, said before it does."""
    sheets = sheets_of_paper(pages, copies=copies, duplex=duplex, starts=starts)
    return f"本次将打印 {len(pages) * copies} 页（{sheets} 张纸）"


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
