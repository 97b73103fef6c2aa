"""Runs and paragraphs as Word's own markup. Everything typed passes through one place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never
from xml.sax.saxutils import escape

from forms.blocks import Blank, Box, Change, Face, Ink, Line, Run, Squares, Words
from forms.writers.word.edges import edge
from forms.writers.word.measures import BOX, FULL_SPACE, HALF_SPACE, PT, high_enough, twips
from forms.writers.word.pictures import box, inline

EAST_ASIAN = {Face.VALUE: "楷体", Face.STRONG: "黑体", Face.FORM: "黑体"}
SANS, SERIF, OFFICIAL = "黑体", "宋体", "仿宋"
LATIN = {SERIF: SERIF, OFFICIAL: SERIF}  # sans elsewhere: it stays readable when small
NO_BREAK = "\u00a0"
NOT_COUNTED = "—"
QUARTER = "\u2005"  # makes a digit in its square as wide as a white one
BETWEEN_SQUARES = 9.0
RED = "C00000"


@dataclass(frozen=True)
class Look:
    """How words look: typeface, size in points, weight, and what is drawn on them."""

    font: str = SANS
    size: float = 10.5
    bold: bool = False
    line: str = ""
    struck: bool = False
    hidden: bool = False
    red: bool = False
    boxed: bool = False
    spread: float = 0.0
    lowered: float = 0.0

    def properties(self) -> str:
        """The run properties, in the order the schema asks for."""
        latin, size = LATIN.get(self.font, SANS), round(self.size * 2)
        fonts = f'w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{self.font}" w:hint="eastAsia"'
        return "".join(
            (
                f"<w:rPr><w:rFonts {fonts}/>",
                "<w:b/>" if self.bold else "",
                "<w:strike/>" if self.struck else "",
                "<w:vanish/>" if self.hidden else "",
                f'<w:color w:val="{RED}"/>' if self.red else "",
                f'<w:spacing w:val="{round(self.spread * 20)}"/>' if self.spread else "",
                f'<w:position w:val="{round(-self.lowered * 2)}"/>' if self.lowered else "",
                f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
                f'<w:u w:val="{self.line}"/>' if self.line else "",
                edge("bdr") if self.boxed else "",
                "</w:rPr>",
            )
        )


@dataclass(frozen=True)
class Shape:
    """How a paragraph stands: size in points, line pitch in mm, alignment and company.

    Lines may reach `over` the right edge. `extra` holds borders and tab stops, in this order.
    """

    size: float = 10.5
    pitch: float = 4.96
    align: str = "left"
    before: float = 0.0
    after: float = 0.0
    first_indent: float = 0.0
    over: float = 0.0
    keep_next: bool = False
    new_page: bool = False
    rule: str = "exact"
    style: str = ""
    extra: str = ""

    def properties(self, section: str = "") -> str:
        """The paragraph properties, in the order the schema asks for."""
        return "".join(
            (
                "<w:pPr>",
                f'<w:pStyle w:val="{self.style}"/>' if self.style else "",
                "<w:keepNext/>" if self.keep_next else "",
                "<w:pageBreakBefore/>" if self.new_page else "",
                self.extra,
                f'<w:spacing w:before="{twips(self.before)}" w:after="{twips(self.after)}"',
                f' w:line="{twips(self.pitch)}" w:lineRule="{self.rule}"/>',
                self._indents(),
                f'<w:jc w:val="{self.align}"/>',
                f"{section}</w:pPr>",
            )
        )

    def _indents(self) -> str:
        over = f' w:right="{twips(-self.over)}"' if self.over else ""
        first = f' w:firstLine="{twips(self.first_indent)}"' if self.first_indent else ""
        return f"<w:ind{over}{first}/>" if over or first else ""


def paragraph(line: Line, shape: Shape) -> str:
    """One paragraph."""
    runs = "".join(run(part, shape.size) for part in line)
    return laid(runs, replace(shape, pitch=high_enough(line, shape.pitch)))


def laid(runs: str, shape: Shape) -> str:
    """A paragraph around the markup of its runs."""
    return f"<w:p>{shape.properties()}{runs}</w:p>"


def run(part: Run, size: float) -> str:
    """One run, in the typeface of its voice."""
    match part:
        case Words():
            look = Look(EAST_ASIAN[part.face], size, bold=part.face is Face.STRONG)
            return words(part.text, changed(look, part.change))
        case Blank():
            return words(_room(part.characters), Look(size=size, line="single")) + ENDS_ROOM
        case Box():
            return _box(part, size)
        case Squares():
            return _squares(part, size)
        case Ink():
            return words(_room(part.width / PT / size), Look(size=size)) + ENDS_ROOM
        case _:
            assert_never(part)


def words(text: str, look: Look) -> str:
    """Text as a run; the only place where text becomes markup."""
    return f'<w:r>{look.properties()}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


# Spaces that end a line would hang over its edge; with this behind them they do not end it.
ENDS_ROOM = words(NO_BREAK, Look(size=1))


def changed(look: Look, change: Change) -> Look:
    """The look of words that were added or taken out. The change is decided, so not tracked."""
    if change is Change.ADDED:
        return replace(look, line="double")
    return replace(look, struck=True) if change is Change.REMOVED else look


def tab(size: float) -> str:
    """A step to the next tab stop."""
    return f"<w:r>{Look(size=size).properties()}<w:tab/></w:r>"


def tabs(*stops: tuple[str, float], leader: str = "none") -> str:
    """Tab stops, each with its alignment and its distance from the left in mm."""
    made = (
        f'<w:tab w:val="{align}" w:leader="{leader}" w:pos="{twips(at)}"/>' for align, at in stops
    )
    return f"<w:tabs>{''.join(made)}</w:tabs>"


def field(code: str, look: Look) -> str:
    """A number that the program counts itself, such as PAGE; a dash where it cannot."""
    return f'<w:fldSimple w:instr=" {code} ">{words(NOT_COUNTED, look)}</w:fldSimple>'


def sum_field(added: int, look: Look) -> str:
    """The number of the page with something added, which Word reckons itself."""
    page = _complex(_code("PAGE", look), look)
    reckoned = _code("= ", look) + page + _code(f" + {added}", look)
    return _complex(reckoned, look)


def _code(text: str, look: Look) -> str:
    told = f'<w:instrText xml:space="preserve">{text}</w:instrText>'
    return f"<w:r>{look.properties()}{told}</w:r>"


def _complex(code: str, look: Look) -> str:
    begins, separates, ends = (
        f'<w:r>{look.properties()}<w:fldChar w:fldCharType="{kind}"/></w:r>'
        for kind in ("begin", "separate", "end")
    )
    return begins + code + separates + words(NOT_COUNTED, look) + ends


def _room(characters: float) -> str:
    wide, half = divmod(round(characters * 2), 2)
    return FULL_SPACE * wide + HALF_SPACE * half


def _box(part: Box, size: float) -> str:
    drop = (BOX / PT - size * 0.76) / 2  # centres it on the characters beside it
    picture = f"<w:r>{Look(size=size, lowered=drop).properties()}{inline(box(part.ticked))}</w:r>"
    return picture + words(NO_BREAK, Look(size=size / 2))


def _squares(part: Squares, size: float) -> str:
    look = Look(size=size, bold=True, boxed=True)
    between = words(NO_BREAK, Look(size=BETWEEN_SQUARES))
    return between.join(words(_in_square(sign), look) for sign in part.signs) + ENDS_ROOM


def _in_square(sign: str) -> str:
    if not sign:
        return FULL_SPACE
    return f"{QUARTER}{sign}{QUARTER}" if len(sign) == 1 and sign.isascii() else sign
