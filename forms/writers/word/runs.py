"""Runs and paragraphs as Word's own markup. Everything typed passes through one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never
from xml.sax.saxutils import escape

from forms.blocks import Blank, Face, Line, Run, Words

EAST_ASIAN = {Face.VALUE: "楷体", Face.STRONG: "黑体", Face.FORM: "黑体"}
SANS = "黑体"
SERIF = "宋体"
FULL_SPACE, HALF_SPACE = "\u3000", "\u2002"


def twips(millimetres: float) -> int:
    """Word's unit of length."""
    return round(millimetres * 1440 / 25.4)


@dataclass(frozen=True)
class Shape:
    """How a paragraph stands: size in points, line pitch in mm, alignment and company."""

    size: float = 10.5
    pitch: float = 4.96
    align: str = "left"
    before: float = 0.0
    after: float = 0.0
    first_indent: float = 0.0
    keep_next: bool = False
    style: str = ""
    extra: str = ""

    def properties(self) -> str:
        """The paragraph properties, in the order the schema asks for."""
        return "".join(
            (
                "<w:pPr>",
                f'<w:pStyle w:val="{self.style}"/>' if self.style else "",
                "<w:keepNext/>" if self.keep_next else "",
                self.extra,
                f'<w:spacing w:before="{twips(self.before)}" w:after="{twips(self.after)}"',
                f' w:line="{twips(self.pitch)}" w:lineRule="exact"/>',
                f'<w:ind w:firstLine="{twips(self.first_indent)}"/>' if self.first_indent else "",
                f'<w:jc w:val="{self.align}"/>',
                "</w:pPr>",
            )
        )


def paragraph(line: Line, shape: Shape) -> str:
    """One paragraph."""
    runs = "".join(run(part, shape.size) for part in line)
    return f"<w:p>{shape.properties()}{runs}</w:p>"


def run(part: Run, size: float) -> str:
    """One run, in the typeface of its voice."""
    match part:
        case Words():
            return words(part.text, EAST_ASIAN[part.face], size, bold=part.face is Face.STRONG)
        case Blank():
            wide, half = divmod(round(part.characters * 2), 2)
            room = FULL_SPACE * wide + HALF_SPACE * half
            return words(room, SANS, size, underlined=True)
        case _:
            assert_never(part)


def words(
    text: str, east_asian: str, size: float, *, bold: bool = False, underlined: bool = False
) -> str:
    """Text as a run; the only place where text becomes markup."""
    properties = run_properties(east_asian, size, bold=bold, underlined=underlined)
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def tab(size: float) -> str:
    """A step to the next tab stop."""
    return f"<w:r>{run_properties(SANS, size)}<w:tab/></w:r>"


def field(code: str, size: float) -> str:
    """A number that Word counts itself, such as PAGE."""
    properties = run_properties(SANS, size)
    shown = f"<w:r>{properties}<w:t>1</w:t></w:r>"
    return f'<w:fldSimple w:instr=" {code} ">{shown}</w:fldSimple>'


def run_properties(
    east_asian: str, size: float, *, bold: bool = False, underlined: bool = False
) -> str:
    """Typeface, weight and size of a run. Digits and Latin are always sans, except in titles."""
    latin = SERIF if east_asian == SERIF else SANS
    fonts = f'w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east_asian}" w:hint="eastAsia"'
    half_points = round(size * 2)
    return "".join(
        (
            f"<w:rPr><w:rFonts {fonts}/>",
            "<w:b/>" if bold else "",
            f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>',
            '<w:u w:val="single"/>' if underlined else "",
            "</w:rPr>",
        )
    )
