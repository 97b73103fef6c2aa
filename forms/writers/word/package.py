"""Open our own slim template, and pack a document so that equal content gives equal bytes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument

TEMPLATE = Path(__file__).parent / "template"
FIRST_PART = "[Content_Types].xml"
FIXED_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest a zip archive can say


def empty_document() -> WordDocument:
    """A document with our styles and nothing in it."""
    return Document(io.BytesIO(_template()))


def packed(document: WordDocument) -> bytes:
    """The document as a plain archive without a trace of when it was made."""
    buffer = io.BytesIO()
    document.save(buffer)
    with ZipFile(buffer) as archive:
        return _archive({name: archive.read(name) for name in archive.namelist()})


@cache
def _template() -> bytes:
    files = (path for path in TEMPLATE.rglob("*") if path.is_file())
    return _archive({file.relative_to(TEMPLATE).as_posix(): file.read_bytes() for file in files})


def _archive(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name in sorted(parts, key=lambda part: (part != FIRST_PART, part)):
            info = ZipInfo(name, FIXED_MOMENT)
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, parts[name])
    return buffer.getvalue()
