"""Answers of department copies to print, with invented people only."""

from __future__ import annotations


def a_task(number: int, **others: object) -> dict[str, object]:
    """One thing to be done."""
    return {
        "number": f"T-{number:04d}",
        "patient": "石某某（GA0101）",
        "title": "每周联合随访1次",
        "implementer": "亓文涛",
        "partner": "",
        "due_on": "2026-12-23",
        **others,
    }


def department_copy(**others: object) -> dict[str, object]:
    """An ordinary copy."""
    return {
        "unit": "云栖镇个案管理小组",
        "meeting": "2026年第11次例会",
        "held_on": "2026-11-25",
        "department": "云栖镇派出所",
        "count": 2,
        "return_to": "穆青禾（云栖镇卫生院，13900000617）",
        "tasks": [a_task(7), a_task(9, patient="", title="年底前清点钥匙", partner="镇残联")],
        **others,
    }


def thin_department_copy() -> dict[str, object]:
    """A copy on which nothing is left."""
    return department_copy(count=0, return_to="", tasks=[])


def bursting_department_copy() -> dict[str, object]:
    """Many tasks, in long words."""
    title = "会同村（社区）干部上门核实居住地变动，通知监护人按时陪同到县医院精神科门诊复诊" * 2
    tasks = [a_task(n, title=title, partner="云栖镇社会事务办公室") for n in range(40)]
    return department_copy(count=40, tasks=tasks)


def blank_department_copy() -> dict[str, object]:
    """The same to be filled by pen."""
    return {}
