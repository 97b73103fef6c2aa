"""Small parts that papers are made of by hand, and the stamps around them."""

from __future__ import annotations

from dataclasses import replace

from forms.blocks import Box, Cell, Face, Group, Role, Row, Signer, Words
from tests.forms.samples import STAMP

NAMES = ("龚砚秋", "阿依努尔·买买提", "石䶮", "闻人㛃", "缪清嘉", "戚望舒")
ROLES = ("组长", "社工", "社区民警", "精神科医师", "民政", "村干部")
DAY = (Words("月\u3000日", Face.FORM),)
PLAIN_STAMP = replace(STAMP, sheet=None, note="内部材料　会后收回　第＿＿份", subject="GA0123")


def said(text):
    """A line of what was filled in."""
    return (Words(text),)


def form(text):
    """A line of the form itself."""
    return (Words(text, Face.FORM),)


def strong(text):
    """A line that carries the decision."""
    return (Words(text, Face.STRONG),)


def label(text):
    """A label cell."""
    return Cell((form(text),), Role.LABEL, centred=True)


def head(*titles):
    """A row of column heads."""
    return (Row(tuple(Cell((form(t),), Role.HEAD, centred=True) for t in titles)),)


def rows(*cells, least=7.4):
    """Rows of plain text, each a group of its own."""
    return tuple(Group((Row(tuple(Cell((said(t),)) for t in row), least),)) for row in cells)


def group(*cells, least=7.4, fills=False):
    """One row as a group."""
    return Group((Row(cells, least, fills),))


def ticks(*options):
    """Options with a box before each, the first of them ticked."""
    line = ()
    for number, option in enumerate(options):
        gap = form("\u2002") if line else ()
        line += (*gap, Box(number == 0), *form(option))
    return line


def signers(count, absent=""):
    """So many people who sign, the last of them perhaps absent."""
    people = [Signer(f"s{n}", ROLES[n % 6], NAMES[n % 6]) for n in range(count)]
    return (*people[:-1], replace(people[-1], absent=absent))


def stamp_of(paper):
    """The stamp that belongs around a paper."""
    return STAMP if paper.page.coded else PLAIN_STAMP
