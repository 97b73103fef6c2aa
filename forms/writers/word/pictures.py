"""Pictures in black and white, set in the line like a character."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.package import Package
from PIL import Image, ImageDraw

from forms.writers.word.measures import BOX

EMU = 36_000  # to the mm
BOX_DPI = 600
BOX_EDGE, BOX_WHITE, BOX_RULE, TICK_RULE = 84, 4, 7, 10  # in dots
TICK = ((18, 42), (36, 62), (70, 16))
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
WORDS = {False: "未勾选", True: "已勾选"}


@dataclass(frozen=True)
class Picture:
    """A picture with its size in mm and the words it stands for."""

    name: str
    png: bytes
    width: float
    height: float
    words: str


@cache
def box(ticked: bool) -> Picture:
    """The box before an option: no typeface has one that every program can show."""
    image = Image.new("1", (BOX_EDGE, BOX_EDGE), 1)
    pen = ImageDraw.Draw(image)
    pen.rectangle((BOX_WHITE, BOX_WHITE, *[BOX_EDGE - BOX_WHITE] * 2), outline=0, width=BOX_RULE)
    if ticked:
        pen.line(TICK, fill=0, width=TICK_RULE, joint="curve")
    name = "tickedBox" if ticked else "emptyBox"
    return Picture(name, png_bytes(image, BOX_DPI), BOX, BOX, WORDS[ticked])


def png_bytes(image: Image.Image, dpi: int) -> bytes:
    """An image as a file."""
    buffer = io.BytesIO()
    image.save(buffer, "PNG", dpi=(dpi, dpi))
    return buffer.getvalue()


def inline(picture: Picture) -> str:
    """The picture as the content of a run. Its part is found again by its name."""
    extent = f'cx="{round(picture.width * EMU)}" cy="{round(picture.height * EMU)}"'
    told = f'id="0" name="{picture.name}" descr={quoteattr(picture.words)}'
    shape = (
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {extent}/><wp:docPr {told}/><wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{DRAWN}/picture"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {told}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{picture.name}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f"<pic:spPr>{shape}</pic:spPr></pic:pic></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing>"
    )


def attach(part: Part, markup: str, pictures: Iterable[Picture]) -> None:
    """Give a part of the document the pictures its markup names."""
    package = part.package
    if not isinstance(package, Package):
        return
    for picture in pictures:
        if f'r:embed="{picture.name}"' in markup and picture.name not in part.rels:
            image = package.get_or_add_image_part(io.BytesIO(picture.png))
            part.load_rel(RELATIONSHIP_TYPE.IMAGE, image, picture.name)
