"""Files as they come in: pictures, papers, and what cameras write beside a picture."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from data.attachment_codes import AttachmentKind
from workbench.attachments import Described
from workbench.filing.reading import FitFile

DAY = date(2026, 11, 3)
WORD = "鸢尾梧桐出院记录"  # occurs nowhere else
TRACE = "30N-iris-parasol"
REPORT = Described(DAY, AttachmentKind.DISCHARGE, "出院小结")


def a_pdf(pages=2, **options):
    held = io.BytesIO()
    canvas = Canvas(held, pageCompression=0, invariant=1, **options)
    for number in range(pages):
        canvas.drawString(72, 720, f"page {number + 1}")
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def a_picture(sort="JPEG", size=(64, 48), mode="RGB", **options):
    held = io.BytesIO()
    image = Image.radial_gradient("L").resize(size).convert(mode)
    image.save(held, format=sort, **options)
    return held.getvalue()


def a_huge_picture(sort):
    """Small on the disk, and of more dots than may be unpacked."""
    held = io.BytesIO()
    Image.new("1", (9_000, 9_000)).save(held, format=sort, compression="tiff_deflate")
    return held.getvalue()


def a_photo(sort="JPEG", turned=6, **options):
    """A picture as a phone makes it: with time, place, a comment, and lying on its side."""
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x0132] = "2026:11:03 08:30:00"
    exif[0x010E] = TRACE.encode()
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (30.0, 12.0, 5.0)
    return a_picture(sort, exif=exif, **options)


def a_scan(pages=3):
    """A TIFF of several pages with the scanner's remarks."""
    held = io.BytesIO()
    frames = [Image.new("L", (60, 80), 40 * n) for n in range(pages)]
    frames[0].save(
        held, format="TIFF", save_all=True, append_images=frames[1:], tiffinfo={270: TRACE}
    )
    return held.getvalue()


def a_package(main_part="word/document.xml", content=b"<w/>"):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(main_part, content)
    return held.getvalue()


def a_file(words=WORD, suffix=".pdf", pages=2):
    """A file as the check hands it on; its content is words to be searched for."""
    return FitFile("出院小结", suffix, words.encode(), pages)


def described(**changes):
    return replace(REPORT, **changes)
