"""Answers of sign-in sheets to print, with invented people only."""

from __future__ import annotations

from tests.forms.samples import NAMES

LISTS = {
    "reasons": [
        {"code": "1", "label": "公务"},
        {"code": "2", "label": "出差"},
        {"code": "3", "label": "病假"},
        {"code": "4", "label": "未通知到"},
        {"code": "5", "label": "其他"},
    ],
    "in_place": [
        {"code": "written", "label": "书面意见已交"},
        {"code": "proxy", "label": "委托＿＿＿＿＿＿＿＿到会"},
    ],
}


def people(count: int) -> list[dict[str, object]]:
    """So many who are expected."""
    names = [*NAMES, "闾丘映雪", "䶮𬭎"]
    return [
        {
            "position": number,
            "name": names[(number - 1) % len(names)],
            "role": "村（社区）干部" if number % 3 == 0 else "民警",
            "unit": "云栖镇派出所",
            "post": "" if number % 4 == 0 else "副主任医师",
            "key": f"attendee:{number}",
        }
        for number in range(1, count + 1)
    ]


def signin(count: int = 11, **others: object) -> dict[str, object]:
    """An ordinary sheet for so many."""
    return {
        "lists": LISTS,
        "unit": "云栖镇个案管理小组",
        "meeting": "2026年第11次例会",
        "held_on": "2026-11-25",
        "begins": "14:30",
        "place": "镇政府三楼会议室",
        "chair": "龚砚秋",
        "recorder": "石䶮",
        "expected": count,
        "came": None,
        "guests": None,
        "missing": None,
        "meeting_kind": "例会",
        "people": people(count),
        "absences": [],
        **others,
    }


def thin_signin() -> dict[str, object]:
    """A sheet for a meeting nobody is expected at."""
    return signin(0, place="", begins=None)


def bursting_signin() -> dict[str, object]:
    """Thirty people, one at the longest of posts."""
    found = people(30)
    found[1] = {**found[1], "post": "党委委员、武装部部长兼综治中心主任", "unit": "云栖镇" * 9}
    return signin(30, people=found)


def blank_signin() -> dict[str, object]:
    """The same to be filled by pen."""
    return {"lists": LISTS}
