"""Finished PDF files one after the other as one, every page as it was drawn."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pypdfium2


def join_pdfs(parts: Sequence[bytes]) -> bytes:
    """One file with the pages of all of them in order."""
    whole = pypdfium2.PdfDocument.new()
    try:
        for part in parts:
            with pypdfium2.PdfDocument(part) as document:
                whole.import_pages(document)
        buffer = io.BytesIO()
        whole.save(buffer)
        return buffer.getvalue()
    finally:
        whole.close()


def count_pages(pdf: bytes) -> int:
    """How many pages a file has."""
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)
