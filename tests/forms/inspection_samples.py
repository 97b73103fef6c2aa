"""Answers of the lists in the pack of a meeting, with invented people only."""

from __future__ import annotations

from tests.forms.brief_samples import LONG

MEETING = {
    "unit": "云栖镇个案管理小组",
    "meeting": "2026年第11次例会",
    "held_on": "2026-11-25",
}


def contents(**others: object) -> dict[str, object]:
    """Three papers and a photo."""
    told = (
        ("会议通知与议程", "", 1, 1),
        ("个案会议记录", "", 2, 3),
        ("评估签字表", "GA0101 石*", 5, 2),
    )
    rows = [
        {
            "position": place,
            "title": title,
            "about": about,
            "leaves": f"{first}—{first + pages - 1}" if pages > 1 else str(first),
            "pages": pages,
            "note": "",
        }
        for place, (title, about, first, pages) in enumerate(told, 1)
    ]
    extra = {
        "position": 4,
        "title": "照片：会场",
        "about": "",
        "leaves": "7",
        "pages": 1,
        "note": "",
    }
    return {**MEETING, "entries": [*rows, extra], **others}


def bursting_contents() -> dict[str, object]:
    """More papers than one page holds, one with a long title."""
    row = {"about": "GA0101 石*", "leaves": "120—129", "pages": 10, "note": ""}
    rows = [{"position": place, "title": f"检查报告{place}", **row} for place in range(1, 61)]
    return contents(entries=[{**rows[0], "title": LONG}, *rows[1:]])


def sheets(**others: object) -> dict[str, object]:
    """One sheet that is signed and one that is not."""
    signed = {
        "caption": "TEST-0000012",
        "title": "个案会议记录",
        "about": "",
        "version": 1,
        "settled": "4/4",
        "waiting": "",
    }
    open_one = {**signed, "title": "集体评估签字表", "about": "GA0101 石*", "settled": "3/4"}
    waiting = {**open_one, "waiting": "阿依努尔·买买提、亓文涛"}
    return {**MEETING, "sheets": [signed, waiting], **others}


def tasks(**others: object) -> dict[str, object]:
    """One task of last time, one of this time."""
    before = {
        "origin": "上次布置",
        "about": "GA0101",
        "title": "申请护理补贴",
        "implementer": "亓文涛",
        "due_on": "2026-10-28",
        "outcome": "未落实",
        "note": "材料不全",
    }
    given = {**before, "origin": "本次布置", "due_on": "2026-12-23", "outcome": "", "note": ""}
    return {**MEETING, "tasks": [before, given], **others}


def bursting_tasks() -> dict[str, object]:
    """More tasks than one page holds."""
    (first, _) = tasks()["tasks"]
    return tasks(tasks=[{**first, "title": LONG, "note": ""}, *[first] * 60])
