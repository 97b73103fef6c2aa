"""Answers of communiques to print, with invented people only."""

from __future__ import annotations

from tests.forms.samples import NAMES


def communique(**others: object) -> dict[str, object]:
    """An ordinary communique."""
    return {
        "title": "云栖镇个案管理小组会议纪要",
        "number": "第11期",
        "issuer": "云栖镇个案管理小组办公室",
        "issued_on": "2026-11-27",
        "held_on": "2026-11-25",
        "chair": "镇党委副书记龚砚秋",
        "unit": "云栖镇个案管理小组",
        "meeting": "2026年第11次例会",
        "promised": 9,
        "done": 5,
        "no_longer_needed": 1,
        "not_due": 1,
        "not_carried_out": 1,
        "overdue": 1,
        "units": ["残联", "派出所"],
        "rated": 7,
        "raised": 1,
        "lowered": 3,
        "kept": 2,
        "first": 1,
        "entered": 1,
        "left": 1,
        "articles": [
            (
                "石某（GA0101）：到县第三人民医院评估用药方案，由镇卫生院负责，12月2日前完成；"
                "每周联合随访1次，由派出所负责，12月23日前完成。"
            ),
            "仇某（GA0103）：纳入个案管理（高风险），编号GA0103，个案管理员穆青禾。",
            "欧阳某（GA0102）、芮某（GA0104）等2例维持原等级和原计划。",
            "第四季度监护补贴认定工作由民政办于12月15日前完成。",
        ],
        "present": NAMES[:5],
        "on_leave": ["欧阳疏影"],
        "absent": ["桑榆晚"],
        "sent_to": "小组各成员单位。",
        **others,
    }


def thin_communique() -> dict[str, object]:
    """A meeting that rated nobody and settled nothing."""
    counted = (
        *("promised", "done", "no_longer_needed", "not_due", "not_carried_out", "overdue"),
        *("rated", "raised", "lowered", "kept", "first", "entered", "left"),
    )
    empty = {"units": [], "articles": [], "on_leave": [], "absent": []}
    return communique(**dict.fromkeys(counted, 0), **empty)


def bursting_communique() -> dict[str, object]:
    """Thirty articles and everybody at the table."""
    return communique(
        chair="镇党委副书记阿依努尔·买买提",
        articles=[
            f"阿某（GA{n:04d}）：" + "会同派出所每两周联合随访1次，异常当日上报；" * (n % 9 + 1)
            for n in range(1, 31)
        ],
        present=NAMES,
        sent_to="小组各成员单位，县精神卫生中心，云栖镇党委、政府。",
    )
