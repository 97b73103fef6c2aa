"""Answers of task slips to print, with invented people only."""

from __future__ import annotations

LISTS = {
    "results": [
        {"code": "done", "label": "已办"},
        {"code": "partly", "label": "部分办理"},
        {"code": "no_longer_needed", "label": "未办：情况变化，不再需要"},
        {"code": "not_done", "label": "未办：其他原因"},
    ],
    "evidence": [
        {"code": "photos", "label": "照片＿＿张"},
        {"code": "records", "label": "记录＿＿页"},
        {"code": "receipts", "label": "回执、单据＿＿份"},
        {"code": "none", "label": "无"},
    ],
}


def task_slip(**others: object) -> dict[str, object]:
    """An ordinary slip."""
    return {
        "lists": LISTS,
        "unit": "云栖镇个案管理小组",
        "meeting": "2026年第11次例会",
        "held_on": "2026-11-25",
        "number": "T-0012",
        "origin": "2026年第11次例会第1案",
        "title": "陪同欧阳**到县第三人民医院精神科门诊，评估长效针剂；门诊前查肝功能、心电图。",
        "implementer": "龚䶮",
        "partner": "监护人、皮桂香",
        "due_on": "2026-12-02",
        "patient": "GA0102\u3000欧阳**",
        "result": None,
        "words": None,
        "evidence": None,
        "receiver": "implementer:4",
        "checker": "checker:2",
        "return_to": "穆青禾（云栖镇卫生院公卫科，13900000617）",
        **others,
    }


def thin_task_slip() -> dict[str, object]:
    """A slip without partner, patient and day."""
    return task_slip(meeting="", partner="", due_on=None, patient="", checker="")


def bursting_task_slip() -> dict[str, object]:
    """A slip with far too much to say."""
    return task_slip(
        title="请会同村委、派出所逐户核查住处周边隐患并当日上报；" * 12,
        implementer="阿依努尔·买买提",
        partner="云栖镇综合治理中心、云栖镇民政办公室、梧桐村村民委员会",
    )
