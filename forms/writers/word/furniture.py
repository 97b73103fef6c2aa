"""What stands in the header and footer of every page of a Word document."""

from __future__ import annotations

from dataclasses import replace

from forms.blocks import Face, Line, Words
from forms.stamp import Stamp
from forms.writers.word.runs import SANS, SERIF, Shape, field, paragraph, run, tab, twips, words

TEXT_WIDTH = 170.0
DRAFT = "编辑稿 · 不作签字件"
IDENTITY_LINES = 2
BAND_BELOW_HEAD = 22.4  # from the head lines down to where the body begins, in mm
CONTINUED_PITCH, IDENTITY_PITCH = 7.2, 5.4
HEAD_SIZE, FOOT_SIZE, CONTINUED_SIZE = 9.0, 8.0, 14.0
HEAD_PITCH, FOOT_PITCH = 4.3, 4.0
RIGHT_TAB = f'<w:tabs><w:tab w:val="right" w:pos="{twips(TEXT_WIDTH)}"/></w:tabs>'
RULE_ABOVE = '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="000000"/></w:pBdr>'


def first_header(stamp: Stamp) -> str:
    """The head line, and that this is not the sheet to sign."""
    mark = (Words(f"【{stamp.mark}】", Face.STRONG),) if stamp.mark else ()
    left = "".join(run(part, HEAD_SIZE) for part in (*mark, *_form(stamp.head)))
    shape = Shape(HEAD_SIZE, HEAD_PITCH, style="Header", extra=RIGHT_TAB)
    numbers = (
        _said("第 "),
        field("PAGE", HEAD_SIZE),
        _said(" 页\u3000共 "),
        field("NUMPAGES", HEAD_SIZE),
        _said(" 页"),
    )
    line = f"<w:p>{shape.properties()}{left}{tab(HEAD_SIZE)}{''.join(numbers)}</w:p>"
    draft = Shape(HEAD_SIZE, HEAD_PITCH, align="right", style="Header")
    return line + paragraph((Words(DRAFT, Face.STRONG),), draft)


def later_header(stamp: Stamp, title: str) -> str:
    """The same with the title again and what the sheet is about."""
    continued = Shape(CONTINUED_SIZE, CONTINUED_PITCH, style="Header")
    heading = words(f"{title}（续）", SERIF, CONTINUED_SIZE, bold=True)
    told = stamp.identity[:IDENTITY_LINES]
    used = CONTINUED_PITCH + IDENTITY_PITCH * len(told)
    lines = [Shape(10.5, IDENTITY_PITCH, style="Header")] * len(told)
    if lines:
        lines[-1] = replace(lines[-1], after=BAND_BELOW_HEAD - used)
    else:
        continued = replace(continued, after=BAND_BELOW_HEAD - used)
    identity = (paragraph((Words(line),), shape) for line, shape in zip(told, lines, strict=True))
    repeated = f"<w:p>{continued.properties()}{heading}</w:p>"
    return first_header(stamp) + repeated + "".join(identity)


def footer(stamp: Stamp) -> str:
    """Version and digest, so that both files of one version can be matched."""
    left = replace(stamp, sheet=None).foot_left()
    right = stamp.foot_right()
    shape = Shape(FOOT_SIZE, FOOT_PITCH, style="Footer", extra=RULE_ABOVE + RIGHT_TAB)
    told = _said(left, FOOT_SIZE) + tab(FOOT_SIZE) + _said(right, FOOT_SIZE)
    return f"<w:p>{shape.properties()}{told}</w:p>"


def _form(text: str) -> Line:
    return (Words(text, Face.FORM),)


def _said(text: str, size: float = HEAD_SIZE) -> str:
    return words(Words(text).text, SANS, size)
