"""What stands in the header and footer of every page of a Word document."""

from __future__ import annotations

from dataclasses import dataclass, replace

from forms.blocks import Cover, Face, Line, Words
from forms.pages import Paper
from forms.stamp import Stamp
from forms.writers.word.edges import edge, paragraph_edges
from forms.writers.word.runs import (
    ENDS_ROOM,
    SERIF,
    Look,
    Shape,
    field,
    laid,
    paragraph,
    run,
    sum_field,
    tab,
    tabs,
    words,
)
from forms.writers.word.tables import table_markup

DRAFT = "编辑稿 · 不作签字件"
IDENTITY_LINES = 2
CONTINUED_PITCH, IDENTITY_PITCH = 7.2, 5.4
HEAD, FOOT = Look(size=9.0), Look(size=8.0)
CONTINUED = Look(SERIF, 14.0, bold=True)
PAGE_NUMBER = Look(SERIF, 14.0)
HEAD_PITCH, FOOT_PITCH, OFFICIAL_PITCH = 4.3, 4.0, 5.4
HEADER = 10.0  # lower, and the two lines there would push the body down
STRIP_SENTENCE = Shape(9.5, 4.4, after=0.5)
BELOW_STRIP = Shape(1, 2.0)
NOTHING = Shape(1, 0.4)
RULE_ABOVE = paragraph_edges(edge("top", space=4))
RULE_BELOW = paragraph_edges(edge("bottom", space=2))


@dataclass(frozen=True)
class Furniture:
    """What surrounds one paper. `total` is what counts its pages: a field, or a number."""

    paper: Paper
    stamp: Stamp
    total: str = "NUMPAGES"

    def first_header(self) -> str:
        """The head line, and that this is not the sheet to sign."""
        if _is_bare(self.paper):
            return self._draft()
        mark = (Words(f"【{self.stamp.mark}】", Face.STRONG),) if self.stamp.mark else ()
        left = "".join(run(part, HEAD.size) for part in (*mark, *_form(self.stamp.head)))
        line = left + tab(HEAD.size) + self._numbers()
        below = "" if self.paper.page.coded else RULE_BELOW
        return laid(line, self._across("Header", HEAD, HEAD_PITCH, below)) + self._draft()

    def later_header(self) -> str:
        """The same with the title again and what the sheet is about, as far as there is room."""
        band = self.paper.page.body_top() - HEADER - 2 * HEAD_PITCH - CONTINUED_PITCH
        if _is_bare(self.paper) or band < 0:
            return self.first_header()
        told = self.stamp.identity[: min(IDENTITY_LINES, int(band / IDENTITY_PITCH))]
        shapes = [
            Shape(CONTINUED.size, CONTINUED_PITCH, style="Header"),
            *[Shape(10.5, IDENTITY_PITCH, style="Header")] * len(told),
        ]
        shapes[-1] = replace(shapes[-1], after=band - IDENTITY_PITCH * len(told))
        repeated = laid(_said(f"{self.paper.title}（续）", CONTINUED), shapes[0])
        identity = (paragraph((Words(line),), s) for line, s in zip(told, shapes[1:], strict=True))
        return self.first_header() + repeated + "".join(identity)

    def footer(self) -> str:
        """Version and digest, so that both files of one version can be matched."""
        if _is_bare(self.paper):
            return paragraph((), NOTHING)
        left = replace(self.stamp, sheet=None).foot_left()
        shape = self._across("Footer", FOOT, FOOT_PITCH, RULE_ABOVE)
        line = laid(_said(left, FOOT) + tab(FOOT.size) + self._foot_right(), shape)
        return self._strip() + line

    def page_number(self, *, even: bool) -> str:
        """The number of an official page: at the outer edge, one character in."""
        space = words("\u3000", PAGE_NUMBER)
        told = words("— ", PAGE_NUMBER) + field("PAGE", PAGE_NUMBER) + words(" —", PAGE_NUMBER)
        shape = Shape(14, OFFICIAL_PITCH, align="left" if even else "right", style="Footer")
        return laid(space + told if even else told + space + ENDS_ROOM, shape)

    def _draft(self) -> str:
        mark = f"【{self.stamp.mark}】" if self.stamp.mark and _is_bare(self.paper) else ""
        shape = Shape(HEAD.size, HEAD_PITCH, align="right", style="Header")
        told = mark + (DRAFT if self.paper.page.coded else "")
        return paragraph((Words(told, Face.STRONG),), shape)

    def _numbers(self) -> str:
        if self.paper.page.half:
            return _said("第 1 页\u3000共 1 页", HEAD)
        first, last = field("PAGE", HEAD), field(self.total, HEAD)
        between = _said(" 页\u3000共 ", HEAD)
        return _said("第 ", HEAD) + first + between + last + _said(" 页", HEAD)

    def _foot_right(self) -> str:
        told = self.stamp.foot_right()
        if not self.stamp.leaf:
            return _said(told, FOOT)
        gap = "\u3000" if told else ""
        before, number, after = self.stamp.leaf_of(1).partition(str(self.stamp.leaf))
        if not self.paper.page.half:
            leaf = sum_field(self.stamp.leaf - 1, FOOT)
            return _said(told + gap + before, FOOT) + leaf + _said(after, FOOT)
        return _said(told + gap + before + number + after, FOOT)

    def _strip(self) -> str:
        strip = self.paper.strip
        if strip is None:
            return ""
        sentence = paragraph(_form(strip.sentence), STRIP_SENTENCE)
        return sentence + table_markup(strip.table, tied=False) + paragraph((), BELOW_STRIP)

    def _across(self, style: str, look: Look, pitch: float, rule: str) -> Shape:
        """A line with something at its left and something at its right."""
        stops = rule + tabs(("right", self.paper.page.frame))
        return Shape(look.size, pitch, style=style, extra=stops)


def _is_bare(paper: Paper) -> bool:
    """Whether nothing but the content belongs on the page."""
    return paper.page.official or any(isinstance(block, Cover) for block in paper.blocks)


def _form(text: str) -> Line:
    return (Words(text, Face.FORM),)


def _said(text: str, look: Look) -> str:
    return words(Words(text).text, look)
