"""Which files may come in, and how large they may be."""

from __future__ import annotations

MOST_BYTES = 30 << 20
MOST_PIXELS = 64_000_000
MOST_FRAMES = 200
MOST_PAGES = 1_000
LONGEST_SIDE = 14_400  # points, the longest that PDF itself provides for

PDF = ".pdf"
PICTURES = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".tif": "TIFF", ".tiff": "TIFF"}
PACKAGES = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml"}
SUFFIXES = (PDF, *PICTURES, *PACKAGES)
