"""Answers of lists of contacts to print, with invented people only."""

from __future__ import annotations

from tests.forms.samples import NAMES


def a_member(name: str, **others: object) -> dict[str, object]:
    """One person and how they are reached."""
    return {
        "name": name,
        "role": "民警",
        "unit": "云栖镇派出所",
        "post": "三级警长",
        "phone": "13900000617",
        "other_phone": "",
        **others,
    }


def contacts(**others: object) -> dict[str, object]:
    """An ordinary list."""
    return {
        "unit": "云栖镇",
        "held_on": "2026-11-25",
        "members": [
            {"heading": "云栖镇个案管理小组（3人）"},
            *map(a_member, NAMES[:3]),
            {"heading": "梧桐村关爱帮扶小组（1人）"},
            a_member("闻人㛃", post="", phone="", other_phone="0990-1234567"),
        ],
        **others,
    }


def thin_contacts() -> dict[str, object]:
    """A list with nobody on it."""
    return contacts(members=[])


def bursting_contacts() -> dict[str, object]:
    """Many teams with many members in long units."""
    unit = "云栖镇社区卫生服务中心公共卫生科精神卫生防治办公室"
    rows: list[dict[str, object]] = []
    for number in range(12):
        rows.append({"heading": f"第{number}村关爱帮扶小组（10人）"})
        rows += [a_member(name, unit=unit, other_phone="13900000618") for name in NAMES]
    return contacts(members=rows)


def blank_contacts() -> dict[str, object]:
    """The same to be filled by pen."""
    return {}
