"""People on paper that leaves the room: as much of them as the reader of that paper needs."""

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
    "with_names_hidden",
    "with_numbers_masked",
]

_HIDDEN = "*"
_FIRST, _LAST = 3, 4
_NAME_PARTS = "·"
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


def _ends(text: str, first: int = _FIRST, last: int = _LAST) -> str:
    hidden = len(text) - first - last
    if hidden <= 0:
        return _HIDDEN * len(text)
    return text[:first] + _HIDDEN * hidden + text[len(text) - last :]
