"""How files kept with a patient look in a list, and their pages as pictures, drawn from memory."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PySide6.QtGui import QImage

from ui.models.pdf_pages import page_picture
from ui.widgets.lists import Face
from workbench.attachments import AttachmentRow, read_attachment
from workbench.bench import Bench

PDF = ".pdf"
PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff")
KINDS = {".docx": "Word 文档", ".xlsx": "表格", PDF: "PDF"}
WITHDRAWN = "已撤下"


def can_be_shown(row: AttachmentRow) -> bool:
    """Whether there is something to look at here; office papers are opened by their programs."""
    return row.suffix == PDF or row.suffix in PICTURES


def attachment_lines(rows: Sequence[AttachmentRow]) -> list[AttachmentRow | Face]:
    """The rows, with a heading above the withdrawn ones."""
    standing = [row for row in rows if not row.withdrawn]
    gone = [row for row in rows if row.withdrawn]
    heading = [Face(WITHDRAWN, note=f"{len(gone)}份", group=True)] if gone else []
    return [*standing, *heading, *gone]


def attachment_face(row: AttachmentRow) -> Face:
    """A row of the list."""
    note = f"理由：{row.why}" if row.withdrawn else row.note
    return Face(
        title=row.title, note="·".join(filter(None, (row.kind.label, note))), right=str(row.on)
    )


def attachment_spoken(row: AttachmentRow) -> str:
    """A row in one sentence."""
    state = f"{WITHDRAWN}，{row.why}" if row.withdrawn else ""
    return "，".join(filter(None, (row.title, row.kind.label, str(row.on), row.note, state)))


def attachment_facts(row: AttachmentRow) -> str:
    """What the file is, beside its words."""
    sort = KINDS.get(row.suffix, "图片")
    pages = f"{row.pages}页" if row.pages and row.pages > 1 else ""
    added = f"{row.added_on} {row.added_by}添加"
    return "·".join(filter(None, (sort, pages, size_text(row.size), row.meeting, added)))


def size_text(size: int) -> str:
    """How large a file is."""
    return f"{size / (1 << 20):.1f} MB" if size >= 1 << 20 else f"{max(size // 1024, 1)} KB"


def attachment_picture(bench: Bench, row: AttachmentRow, number: int, width: int) -> QImage:
    """One page so many dots wide. Slow: the file is decrypted first."""
    # Loaded when first needed: the window opens without waiting for it.
    from PIL import Image, ImageOps

    content = read_attachment(bench, row.id)
    if row.suffix == PDF:
        return page_picture(content, number, width)
    with Image.open(io.BytesIO(content)) as image:
        image.draft("RGB", (2 * width, 2 * width))  # a large photo is decoded small at once
        image.seek(number)
        turned = ImageOps.exif_transpose(image)
        tall = max(1, round(turned.height * width / turned.width))
        shown = turned.convert("RGBA").resize((width, tall), Image.Resampling.LANCZOS)
    paper = Image.new("RGBA", shown.size, "white")
    paper.alpha_composite(shown)
    held = paper.tobytes()
    return QImage(held, width, tall, 4 * width, QImage.Format.Format_RGBA8888).copy()
