"""Answers of agendas to print, with invented people only."""

from __future__ import annotations

from tests.forms.samples import NAMES

LISTS = {
    "standings": [
        {"code": "not_carried_out", "label": "未落实"},
        {"code": "overdue", "label": "逾期未报"},
        {"code": "no_longer_needed", "label": "不再需要"},
        {"code": "open", "label": "未到期"},
        {"code": "done", "label": "已办"},
    ],
    "checks": [
        {"code": "done", "label": "已办"},
        {"code": "again", "label": "再定"},
        {"code": "not_needed", "label": "不需要"},
    ],
}


def a_promise(standing: str, found: str = "", **others: object) -> dict[str, object]:
    """One thing that was promised."""
    return {
        "standing": standing,
        "case": "GA0101",
        "title": "办理药费补助",
        "implementer": "石䶮",
        "due_on": "2026-11-20",
        "check": None,
        "found": found,
        **others,
    }


def earlier(rows: list[dict[str, object]]) -> dict[str, object]:
    """So many promises and how they stand."""
    codes = {row["label"]: row["code"] for row in LISTS["standings"]}
    counts = dict.fromkeys(codes.values(), 0)
    for row in rows:
        counts[codes[str(row["standing"])]] += 1
    return {**counts, "rows": rows}


def a_heading(position: str, heading: str, details: str = "") -> dict[str, object]:
    """The head of a part of the meeting."""
    return {"position": position, "heading": heading, "details": details, "minutes": None}


def a_topic(position: int, **others: object) -> dict[str, object]:
    """One case that is talked about."""
    return {
        "position": str(position),
        "case_number": f"GA{position:04d}",
        "name": "厉树北",
        "level": 3,
        "stability": "不稳定",
        "reasons": "危险性等级由2级变为3级；有1项逾期任务",
        "reporter": "龚砚秋",
        "minutes": None,
        **others,
    }


def agenda(**others: object) -> dict[str, object]:
    """An ordinary agenda."""
    return {
        "lists": LISTS,
        "unit": "云栖镇个案管理小组",
        "meeting": "2026年第11次例会",
        "held_on": "2026-11-25",
        "begins": "14:30",
        "place": "镇政府三楼会议室",
        "chair": "龚砚秋",
        "recorder": "石䶮",
        "members": NAMES[:6],
        "contact": "石䶮（云栖镇卫生院公卫科，13900000617）",
        "earlier": earlier(
            [
                a_promise("未落实", title="办理药费补助（材料缺户口簿）"),
                a_promise("逾期未报", implementer="阿依努尔·买买提", due_on="2026-11-13"),
                a_promise("不再需要", "情况变化", title="联系床位（已自愿门诊调药）"),
                a_promise("未到期", "办理中", due_on="2026-12-05"),
                a_promise("已办", "11-22"),
                a_promise("已办", "11-14", case="GA0102"),
            ]
        ),
        "topics": [
            a_heading("一", "通报上次议定事项落实情况"),
            a_heading("二", "重点讨论（2例）"),
            a_topic(1),
            a_topic(
                2,
                case_number="",
                name="芮𠅤",
                level=None,
                stability="未评",
                reasons="符合病情不稳定标准，建议入组",
                reporter="",
            ),
            a_heading("三", "逐例过（1例）"),
            a_topic(3, name="阿依努尔·买买提", level=1, stability="稳定", reasons=""),
            a_heading("四", "其他事项", "冬季取暖安全；监护补贴第四季度认定"),
            a_heading("五", "宣读记录，当场更正；签字；确认下次会议", "（2026年12月23日 14:30）"),
        ],
        **others,
    }


def thin_agenda() -> dict[str, object]:
    """An agenda nobody has put anything on, after no other meeting."""
    return agenda(earlier=earlier([]), topics=[], members=[], contact="石䶮")


def bursting_agenda() -> dict[str, object]:
    """Thirty cases with long reasons, and sixty promises."""
    long = "请会同村委、派出所逐户核查住处周边隐患并当日上报；" * 6
    promises = [a_promise("未落实", title=long, implementer="阿依努尔·买买提")] * 20
    promises += [a_promise("已办", "11-22")] * 40
    topics = [
        a_topic(n, name=NAMES[n % len(NAMES)], reasons="危险性等级由2级变为3级；" * (1 + n % 5))
        for n in range(1, 31)
    ]
    return agenda(
        members=[*NAMES, "闾丘映雪", "䶮𬭎"],
        earlier=earlier(promises),
        topics=[a_heading("一", "重点讨论（30例）"), *topics],
    )


def blank_agenda() -> dict[str, object]:
    """The same to be filled by pen."""
    return {"lists": LISTS}
