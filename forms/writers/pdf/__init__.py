"""Draw blocks as the PDF that is printed, signed and scanned.

The library that writes PDF is slow to load: it comes with the first paper that is drawn.
"""

from collections.abc import Sequence

from forms.glyphs import Missing
from forms.pages import Paper
from forms.stamp import Stamp
from forms.writers.pdf.printed import Bound, PicturePage, PlacedSlot, Printed, Progress, unheard

__all__ = [
    "Bound",
    "Missing",
    "PicturePage",
    "PlacedSlot",
    "Printed",
    "bind_pdf",
    "count_pages",
    "write_pdf",
]


def write_pdf(paper: Paper, stamp: Stamp) -> Printed:
    """Draw one sheet with the stamp around it."""
    from forms.writers.pdf import document

    return document.write_pdf(paper, stamp)


def bind_pdf(
    parts: Sequence[tuple[Paper, Stamp]],
    title: str,
    *,
    names: Sequence[str] = (),
    pictures: Sequence[PicturePage] = (),
    progress: Progress = unheard,
) -> Bound:
    """Draw many sheets, each with its own pages, numbers and code, and pictures after them.

    Under its name, where names are given, a sheet is found from the list beside the pages.
    `progress` hears how many sides of how many are drawn; what it raises stops the drawing.
    """
    from forms.writers.pdf import document

    return document.bind_pdf(parts, title, names=names, pictures=pictures, progress=progress)


def count_pages(paper: Paper, stamp: Stamp) -> int:
    """Tell how many pages a paper takes, without drawing it."""
    from forms.writers.pdf import parts

    return len(parts.pour(paper, stamp).pages)
