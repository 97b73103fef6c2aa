"""Answers of sheets about promises to print, with invented people only."""

from __future__ import annotations


def a_department(name: str, *numbers: int, rate: str, **others: object) -> dict[str, object]:
    """What one unit promised, and what became of it."""
    keys = ("promised", "done", "not_carried_out", "overdue", "no_longer_needed", "open")
    return {"department": name, **dict(zip(keys, numbers, strict=True)), "rate": rate, **others}


def a_task(department: str, **others: object) -> dict[str, object]:
    """One thing that was promised."""
    return {
        "department": department,
        "case": "GA0101",
        "title": "办理药费补助",
        "implementer": "石䶮",
        "due_on": "2026-11-20",
        "outcome": "未落实",
        "note": "材料缺户口簿",
        **others,
    }


def promises(**others: object) -> dict[str, object]:
    """An ordinary sheet."""
    return {
        "unit": "云栖镇个案管理小组",
        "meeting": "2026年第11次例会",
        "held_on": "2026-11-25",
        "departments": [
            a_department("云栖镇民政办公室", 2, 1, 1, 0, 0, 0, rate="50%"),
            a_department("云栖镇派出所", 2, 0, 0, 1, 0, 1, rate="0%"),
            a_department("合计", 4, 1, 1, 1, 0, 1, rate="33%", sum=True),
        ],
        "tasks": [
            a_task("云栖镇民政办公室"),
            a_task("云栖镇民政办公室", case="GA0102", outcome="已办", note=""),
            a_task("云栖镇派出所", implementer="阿依努尔·买买提", outcome="逾期12天", note=""),
            a_task("云栖镇派出所", due_on="2027-07-01", outcome="未到期", note=""),
        ],
        **others,
    }


def thin_promises() -> dict[str, object]:
    """A sheet for a first meeting, before which nobody promised anything."""
    return promises(departments=[], tasks=[])


def bursting_promises() -> dict[str, object]:
    """Twelve units with a long name each, and a hundred promises."""
    units = [f"云栖镇第{n}社区卫生服务站和网格管理办公室" for n in range(12)]
    long = "请会同村委、派出所逐户核查住处周边隐患并当日上报；" * 6
    return promises(
        departments=[a_department(u, 9, 0, 0, 0, 0, 9, rate="") for u in units],
        tasks=[a_task(u, title=long, implementer="䶮𬭎") for u in units for _ in range(8)],
    )


def blank_promises() -> dict[str, object]:
    """The same to be filled by pen."""
    return {}
