"""Pages that came in as pictures, each on a page of its own, and marks to find them by."""

from __future__ import annotations

import io

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from forms.blocks import Face, Words
from forms.pages import PLAIN_LANDSCAPE, PLAIN_PORTRAIT, Page
from forms.typefaces import PT
from forms.writers.pdf.pen import INNER, Pen
from forms.writers.pdf.printed import PicturePage
from forms.writers.pdf.setting import Setting

HEAD, FOOT = Setting(9), Setting(8)
EDGE = 6.0  # mm between the head rule and the picture


def mark(canvas: Canvas, name: str) -> None:
    """Let the page at hand be found under a name."""
    key = f"page{canvas.getPageNumber()}"
    canvas.bookmarkPage(key)
    canvas.addOutlineEntry(name, key, level=0)


def draw_picture(canvas: Canvas, picture: PicturePage) -> None:
    """Draw a picture as large as the page allows, the page lying where the picture lies."""
    reader = ImageReader(io.BytesIO(picture.jpeg))
    width, height = reader.getSize()
    page = PLAIN_LANDSCAPE if width > height else PLAIN_PORTRAIT
    canvas.setPageSize((page.width / PT, page.height / PT))
    if picture.name:
        mark(canvas, picture.name)
    top = page.head + EDGE
    scale = min(page.frame / width, (page.bottom - top) / height)
    wide, high = width * scale, height * scale
    x = page.left + (page.frame - wide) / 2
    y = page.height - top - high
    canvas.drawImage(reader, x / PT, y / PT, wide / PT, high / PT)
    _draw_words(canvas, page, picture)
    canvas.showPage()


def _draw_words(canvas: Canvas, page: Page, picture: PicturePage) -> None:
    pen = Pen(canvas, 1, page.height)
    pen.rule(page.left, page.foot_rule, page.right, page.foot_rule, INNER)
    head = HEAD.single((Words(picture.head, Face.FORM),))
    HEAD.write(pen, page.left, page.head, head)
    foot = FOOT.single((Words(picture.foot, Face.FORM),))
    FOOT.write(pen, page.right - foot.width(), page.foot, foot)
