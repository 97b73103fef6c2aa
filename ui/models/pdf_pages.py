"""Pages of a PDF as pictures, drawn from memory; the bytes never touch the disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2
from PySide6.QtGui import QImage

POINTS_PER_INCH = 72
SCREEN_DPI = 96


@dataclass(frozen=True)
class PageSize:
    """Width and height in points."""

    width: float
    height: float


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:  # the library ships no types
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def page_sizes(pdf: bytes) -> list[PageSize]:
    """How many pages there are, and how large each is."""
    with _opened(pdf) as document:
        return [PageSize(*document.get_page_size(n)) for n in range(len(document))]


def page_picture(pdf: bytes, number: int, width: int) -> QImage:
    """One page so many pixels wide."""
    with _opened(pdf) as document:
        page = document[number]
        bitmap = page.render(scale=width / page.get_width(), prefer_bgrx=True)
        image = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB32,
        )
        return image.copy()


def page_in_grey(pdf: bytes, number: int, dots: int) -> QImage:
    """One page for a printer, at so many dots to the inch."""
    with _opened(pdf) as document:
        bitmap = document[number].render(scale=dots / POINTS_PER_INCH, grayscale=True)
        image = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_Grayscale8,
        )
        return image.copy()


def sheets_of_paper(pages: int) -> int:
    """How many sheets it takes when both sides are printed."""
    return (pages + 1) // 2
