"""Answers of urgings to print, with invented people only."""

from __future__ import annotations

from tests.forms.task_slip_samples import LISTS


def a_report(**others: object) -> dict[str, object]:
    """What was heard of a task on one day."""
    return {
        "on": "2026-10-28",
        "what": "2026年第10次例会核对",
        "outcome": "未落实",
        "note": "材料缺户口簿",
        **others,
    }


def urging(**others: object) -> dict[str, object]:
    """An ordinary urging."""
    return {
        "lists": LISTS,
        "unit": "云栖镇个案管理小组",
        "number": "T-0012",
        "held_on": "2026-11-26",
        "title": "办理欧阳**的药费补助",
        "implementer": "阿依努尔·买买提",
        "department": "云栖镇民政办公室",
        "partner": "梧桐村村委会",
        "patient": "GA0102\u3000欧阳**",
        "origin": "2026年第9次例会第2案",
        "decided_on": "2026-09-23",
        "due_on": "2026-10-14",
        "overdue": 43,
        "heard": [a_report(), a_report(on="2026-11-02", what="督办", outcome="", note="")],
        "reply_by": "2026-12-03",
        "return_to": "穆青禾（云栖镇卫生院公卫科，13900000617）",
        "result": None,
        "new_due_on": None,
        "words": None,
        "signers": [
            {"key": "issuer:1", "role": "签发人", "name": "龚砚秋"},
            {"key": "implementer:6", "role": "责任人", "name": "阿依努尔·买买提"},
            {"key": "checker:2", "role": "核对人", "name": "石䶮"},
        ],
        **others,
    }


def thin_urging() -> dict[str, object]:
    """An urging of a task nobody was heard of, without a day to reply by."""
    return urging(
        department="", partner="", patient="", due_on=None, overdue=None, heard=[], reply_by=None
    )


def bursting_urging() -> dict[str, object]:
    """An urging of a task with a long history."""
    return urging(
        title="会同村委、派出所逐户核查住处周边隐患并当日上报；" * 12,
        heard=[a_report(note="材料仍缺户口簿，户主𬭎外出未归。" * 8) for _ in range(30)],
    )
