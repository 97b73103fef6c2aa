"""Sections of a Word document: each paper keeps its page, margins and furniture."""

from __future__ import annotations

from dataclasses import dataclass

from forms.blocks import Cover
from forms.pages import Paper
from forms.writers.word.furniture import HEADER, NOTHING, Furniture
from forms.writers.word.measures import twips
from forms.writers.word.runs import paragraph

TITLE_BAND = 22.0  # what the title takes above the body of a coded page
ABOVE_HEAD_BASELINE, BELOW_FOOT_BASELINE = 3.4, 1.7
STRIP_SENTENCE = 3.4
SPARE = 0.6  # typefaces differ a little, and a page should not run over for that
LINE_PITCH = 580  # twentieths of a point: 22 lines of an official page
HAIR = 0.2  # in mm: so that the last of them is not a twentieth of a point too low
BELOW_PAGE_NUMBER = 1.2
COVER_TOP = 20.0
SHEET_EDGE = 10.0
LAST_EDGE = 8.0
SHEET_HEIGHT = 297.0


@dataclass(frozen=True)
class Margins:
    """The white around the body, and where header and footer begin."""

    top: float
    right: float
    bottom: float
    left: float
    header: float
    footer: float

    def markup(self) -> str:
        """As the section says it."""
        sides = ("top", "right", "bottom", "left", "header", "footer")
        said = " ".join(f'w:{side}="{twips(getattr(self, side))}"' for side in sides)
        return f'<w:pgMar {said} w:gutter="0"/>'


def margins_of(paper: Paper) -> Margins:
    """The margins of a paper's pages."""
    page = paper.page
    right = page.width - page.right
    if page.half:
        return Margins(SHEET_EDGE, right, LAST_EDGE, page.left, 5.0, 5.0)
    if page.official:
        footer = page.height - page.foot - BELOW_PAGE_NUMBER
        bottom = page.height - page.bottom - HAIR
        return Margins(page.top, right, bottom, page.left, 15.0, footer)
    below = STRIP_SENTENCE + _strip_height(paper) if paper.strip else -SPARE
    return Margins(
        _top(paper),
        right,
        page.height - page.bottom + below,
        page.left,
        min(page.head - ABOVE_HEAD_BASELINE, HEADER),
        page.height - page.foot - BELOW_FOOT_BASELINE,
    )


def section_markup(paper: Paper) -> str:
    """Page size, margins and numbering, without what stands in header and footer."""
    page = paper.page
    height = SHEET_HEIGHT if page.half else page.height
    turned = ' w:orient="landscape"' if page.width > page.height and not page.half else ""
    grid = f'<w:docGrid w:type="lines" w:linePitch="{LINE_PITCH}"/>' if page.official else ""
    return "".join(
        (
            f'<w:sectPr><w:pgSz w:w="{twips(page.width)}" w:h="{twips(height)}"{turned}/>',
            margins_of(paper).markup(),
            '<w:pgNumType w:start="1"/>',
            "" if page.official else "<w:titlePg/>",
            f"{grid}</w:sectPr>",
        )
    )


def furniture_markup(furniture: Furniture, *, even: bool) -> dict[str, str]:
    """What stands in each header and footer, by the name python-docx gives its place.

    Places for even pages are filled only where even pages differ somewhere in the document.
    """
    places = _places(furniture)
    return {place: markup for place, markup in places.items() if even or "even" not in place}


def _places(furniture: Furniture) -> dict[str, str]:
    page = furniture.paper.page
    if page.half:  # every half carries its own
        return dict.fromkeys((*HEADERS, *FOOTERS), paragraph((), NOTHING))
    if page.official:
        odd, even = (furniture.page_number(even=even) for even in (False, True))
        headers = dict.fromkeys(HEADERS, furniture.first_header())
        return headers | dict.fromkeys(FOOTERS, odd) | {"even_page_footer": even}
    headers = dict.fromkeys(HEADERS, furniture.later_header())
    headers["first_page_header"] = furniture.first_header()
    return headers | dict.fromkeys(FOOTERS, furniture.footer())


HEADERS = ("first_page_header", "header", "even_page_header")
FOOTERS = ("first_page_footer", "footer", "even_page_footer")


def _top(paper: Paper) -> float:
    """Titles stand in the band of the code, or in the body of a page that has none."""
    page = paper.page
    if any(isinstance(block, Cover) for block in paper.blocks):
        return COVER_TOP
    return page.top - TITLE_BAND if page.coded else page.top_without_code


def _strip_height(paper: Paper) -> float:
    if paper.strip is None:
        return 0.0
    return sum(row.least for group in paper.strip.table.groups for row in group.rows)
