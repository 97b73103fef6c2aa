"""Finished PDF files one after the other as one, every page as it was drawn.

The library that reads PDF comes with the first file that is joined.
"""

from __future__ import annotations

import io
from collections.abc import Sequence


def join_pdfs(parts: Sequence[bytes]) -> bytes:
    """One file with the pages of all of them in order."""
    import pypdfium2

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


def pages_of_pdf(pdf: bytes) -> int:
    """How many pages a file has."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)
