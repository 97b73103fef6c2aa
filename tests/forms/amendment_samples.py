"""Answers of the 更正页, with invented people only."""

from __future__ import annotations

from tests.forms.brief_samples import LONG


def amendment(**others: object) -> dict[str, object]:
    """One place of the minutes that was written wrongly."""
    return {
        "unit": "云栖镇个案管理小组",
        "about": "2026年第11次例会",
        "title": "个案会议记录",
        "caption": "TEST-0000012",
        "version": 1,
        "digest": "1A2B-3C4D",
        "amended": [
            {
                "position": 1,
                "place": "第2例的会议决定",
                "was": "12月23日前",
                "now": "12月16日前",
                "why": "会后核对发现日期写错",
            }
        ],
        "signers": [
            {"key": "amends:1", "role": "组长", "name": "龚砚秋"},
            {"key": "amends:2", "role": "精防医师", "name": "穆青禾"},
        ],
        **others,
    }


def thin_amendment() -> dict[str, object]:
    """Nothing was amended yet: the rows are white."""
    return amendment(amended=[])


def bursting_amendment() -> dict[str, object]:
    """More than one page holds."""
    (row,) = amendment()["amended"]
    return amendment(amended=[{**row, "why": LONG}, *[row] * 36])


def blank_amendment() -> dict[str, object]:
    """To be filled by pen."""
    return {}
