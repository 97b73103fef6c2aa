"""People on paper that leaves the room, and on a screen that everybody in it sees."""

from __future__ import annotations

import re
from collections.abc import Mapping

from workbench.words import masked as masked_name

__all__ = [
    "masked_id",
    "masked_name",
    "masked_phone",
    "surname",
    "surname_with_code",
    "with_houses_hidden",
    "with_names_hidden",
    "with_numbers_cut",
    "with_numbers_masked",
]

_HIDDEN = "*"
_FIRST, _LAST = 3, 4
_NAME_PARTS = "·"
_CUT_TO = 3
# Seven signs already: whoever watches a number being typed must not read it bit by bit.
_BEING_TYPED = re.compile(
    r"(?<!\d)1\d\d[ -]\d{4}[ -]?\d+|(?<![\d-])(?!\d{4}-\d\d?-\d\d?(?![\d-]))\d(?:-?\d){6,}[Xx]?"
)
_HOUSE = re.compile(r"\d+(?=号楼|栋|幢|单元)|\d{3,}(?=室)|(?:(?<=[路街巷弄])|(?<=\d组))\d+(?=号)")
_NUMBER = re.compile(r"(?!\d{4}-\d\d-\d\d(?!\d))\d(?:-?\d){7,}[Xx]?")
_TWO_CHARACTER_SURNAMES = frozenset(
    (
        *("欧阳", "司马", "上官", "诸葛", "司徒", "司空", "东方", "皇甫", "尉迟", "公孙", "慕容"),
        *("令狐", "闻人", "宇文", "长孙", "夏侯", "轩辕", "端木", "南宫", "独孤", "澹台", "呼延"),
        *("赫连", "淳于", "单于", "太史", "申屠", "公羊", "濮阳", "宗政", "钟离", "鲜于", "闾丘"),
        *("亓官", "仲孙", "万俟", "百里", "东郭", "南门", "梁丘", "左丘", "第五", "拓跋", "公冶"),
    )
)


def masked_id(number: str, first: int = _FIRST, last: int = _LAST) -> str:
    """An ID number by its ends, the first three and last four signs: 110***********2317."""
    return _ends(number, first, last)


def masked_phone(number: str) -> str:
    """A telephone number by its first three and last four signs: 138****0617."""
    return _ends(number)


def surname(name: str) -> str:
    """What somebody is called after; of a name in parts, which begins otherwise, one character."""
    two = name[:2] in _TWO_CHARACTER_SURNAMES and len(name) > 2 and _NAME_PARTS not in name
    return name[: 2 if two else 1]


def surname_with_code(name: str, code: str) -> str:
    """A person in a paper that is passed on: 李某（GA0123）; without a code the surname alone."""
    return f"{surname(name)}某（{code}）" if code else f"{surname(name)}某"


def with_names_hidden(text: str, instead: Mapping[str, str]) -> str:
    """The same text with other words for people's names, of which the longest is seen first."""
    names = sorted(filter(None, instead), key=lambda name: (-len(name), name))
    if not names:
        return text
    return re.sub("|".join(map(re.escape, names)), lambda found: instead[found[0]], text)


def with_numbers_masked(text: str) -> str:
    """The same text with every run of digits long enough to be somebody's number by its ends."""
    return _NUMBER.sub(lambda found: _ends(found[0]), text)


def with_numbers_cut(text: str) -> str:
    """The same text with no more than the first three signs of any number somebody may have."""
    return _BEING_TYPED.sub(lambda found: _beginning(found[0]), text)


def with_houses_hidden(text: str) -> str:
    """The same text without the numbers of houses and flats."""
    return _HOUSE.sub(_HIDDEN, text)


def _beginning(number: str) -> str:
    return number[:_CUT_TO] + _HIDDEN * (len(number) - _CUT_TO)


def _ends(text: str, first: int = _FIRST, last: int = _LAST) -> str:
    hidden = len(text) - first - last
    if hidden <= 0:
        return _HIDDEN * len(text)
    return text[:first] + _HIDDEN * hidden + text[len(text) - last :]
