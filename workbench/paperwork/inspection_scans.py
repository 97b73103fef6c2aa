"""The files that belong to a meeting, as pictures fit for its pack.

The libraries that open them come with the first file that is drawn.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from data.facts import known
from data.models.attachments import Attachment
from data.models.meetings import Meeting
from data.models.signatures import Seal, Sheet
from workbench.filing.limits import PDF, PICTURES

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PAGES = 60  # of one file
DOTS, LONGEST = 150, 1754  # an A4 page at so many dots to the inch
QUALITY = 78


@dataclass(frozen=True)
class Scan:
    """One file: what it is called, and its pages as JPEG; of a long one only the first."""

    title: str
    pages: tuple[bytes, ...]
    shortened: bool


def attachments_of_meeting(session: Session, meeting: Meeting) -> list[Attachment]:
    """The files named as papers of a meeting or as scans of its sheets, the earliest first."""
    sheets = select(Sheet.id).join(Seal, Seal.id == Sheet.seal_id)
    of_it = sheets.where(Seal.meeting_id == meeting.id)
    belongs = or_(Attachment.meeting_id == meeting.id, Attachment.sheet_id.in_(of_it))
    order = Attachment.true_from, Attachment.root_id
    return list(session.scalars(known(Attachment).where(belongs).order_by(*order)))


def can_be_drawn(fact: Attachment) -> bool:
    """Whether a file has pages; what a word processor wrote has none before it is opened."""
    return fact.suffix == PDF or fact.suffix in PICTURES


def scan_of(fact: Attachment, content: bytes) -> Scan:
    """A file as pictures. Slow: it is drawn page by page."""
    drawn = _pages_of_pdf(content) if fact.suffix == PDF else _frames(content)
    pages: list[bytes] = []
    for page in drawn:
        if len(pages) == MOST_PAGES:
            return Scan(f"{fact.kind.label}：{fact.title}", tuple(pages), shortened=True)
        pages.append(_jpeg(page))
    return Scan(f"{fact.kind.label}：{fact.title}", tuple(pages), shortened=False)


def _pages_of_pdf(content: bytes) -> Iterator[Image]:
    import pypdfium2

    with pypdfium2.PdfDocument(content) as document:
        for number in range(len(document)):
            page = document[number]
            longest = max(page.get_width(), page.get_height(), 1.0)
            yield page.render(scale=min(DOTS / 72, LONGEST / longest)).to_pil()


def _frames(content: bytes) -> Iterator[Image]:
    from PIL import Image, ImageOps, ImageSequence

    with Image.open(io.BytesIO(content)) as picture:
        for frame in ImageSequence.Iterator(picture):
            upright = ImageOps.exif_transpose(frame) or frame
            upright.thumbnail((LONGEST, LONGEST))
            yield upright


def _jpeg(picture: Image) -> bytes:
    grey = picture.mode in ("1", "L", "LA", "I", "I;16")
    buffer = io.BytesIO()
    picture.convert("L" if grey else "RGB").save(buffer, "JPEG", quality=QUALITY)
    return buffer.getvalue()
