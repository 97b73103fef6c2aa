"""Answers of the papers in a case's file, with invented people only."""

from __future__ import annotations

from tests.forms.approval_samples import CRITERIA, a_criterion, lists
from tests.forms.brief_samples import LONG, months

WHOSE = {
    "unit": "云栖镇个案管理小组",
    "case_number": "GA0101",
    "name": "石䶮",
    "day": "2026-11-25",
}
TITLES = (
    ("知情同意书", "2025-03-19", 2),
    ("入组评估表（高风险）", "2025-03-19", 3),
    ("个案管理计划表（第2次）及修订对照单", "2026-08-26", 3),
    ("社会危险性集体评估签字表（11月）", "2026-11-25", 2),
)


def cover(**others: object) -> dict[str, object]:
    """An ordinary cover."""
    return {
        "unit": "云栖镇个案管理小组",
        "file_number": "GA·2025·0101",
        "case_number": "GA0101",
        "name": "石䶮",
        "sex": "男",
        "born": "1980年出生",
        "id_number": "990***********0015",
        "address": "梧桐村3组17号",
        "guardian": {"name": "石守田", "post": "父亲"},
        "phone": "139****0001",
        "kind": "高风险（第3次入组）",
        "case_manager": "穆青禾",
        "manager_unit": "云栖镇卫生院",
        "entered_on": "2025-03-19",
        "left_on": None,
        **others,
    }


def thin_cover() -> dict[str, object]:
    """A patient of whom hardly anything is known."""
    unknown = ("born", "id_number", "address", "phone", "manager_unit")
    return cover(**dict.fromkeys(unknown, ""), guardian=None)


def bursting_cover() -> dict[str, object]:
    """Long names and a long address."""
    return cover(
        name="阿依努尔·买买提",
        address="云栖县云栖镇梧桐村民委员会第三村民小组槐树湾自然村17号附2号",
        guardian={"name": "买买提·吐尔逊江", "post": "祖父母或外祖父母"},
        case_manager="欧阳𬭎",
        manager_unit="云栖镇社区卫生服务中心公共卫生科",
        left_on="2026-11-25",
    )


def _entry(place: int, title: str, day: str, pages: int, first: int) -> dict[str, object]:
    leaves = f"{first}—{first + pages - 1}" if pages > 1 else str(first)
    return {
        "position": place,
        "responsible": "个案管理小组",
        "title": title,
        "day": day,
        "leaves": leaves,
        "pages": pages,
        "note": "已签回" if place == 4 else "",
    }


def catalog(count: int = 4) -> dict[str, object]:
    """So many papers in a file."""
    entries, first = [], 1
    for place in range(1, count + 1):
        title, day, pages = TITLES[place % len(TITLES)]
        entries.append(_entry(place, title, day, pages, first))
        first += pages
    return {
        "unit": WHOSE["unit"],
        "case_number": "GA0101",
        "name": "石䶮",
        "file_number": "GA·2025·0101",
        "entries": entries,
    }


def thin_catalog() -> dict[str, object]:
    """An empty file."""
    return catalog(0)


def bursting_catalog() -> dict[str, object]:
    """A file of many papers."""
    return catalog(60)


def entry(**others: object) -> dict[str, object]:
    """How a case came about."""
    return {
        **WHOSE,
        "lists": lists(),
        "checked_on": "2025-03-12",
        "kind": "高风险",
        "reason": "",
        "outcome": "同意入组",
        "decided_on": "2025-03-19",
        "ruling": "",
        "criteria": [
            a_criterion(n, "yes" if n < 2 else "no", "随访") for n in range(len(CRITERIA))
        ],
        **others,
    }


def decisions(count: int = 4) -> dict[str, object]:
    """So many decisions."""
    row = {
        "on": "2026-11-25",
        "level": 4,
        "text": "每周联合随访1次；与邻居说明联系方式",
        "implementer": "亓文涛",
        "due_on": "2026-12-23",
    }
    return {**WHOSE, "decisions": [row] * count}


def visits(count: int = 4) -> dict[str, object]:
    """So many visits."""
    row = {
        "on": "2026-11-17",
        "form": "家庭访视",
        "level": 3,
        "stability": "不稳定",
        "adherence": "间断服药",
        "words": "猜疑、自语自笑",
        "doctor": "穆青禾",
    }
    lost = {**row, "level": None, "stability": "", "adherence": "", "words": "失访：走失"}
    return {**WHOSE, "visits": [row, lost][:count] + [row] * max(0, count - 2)}


def tasks(count: int = 4) -> dict[str, object]:
    """So many tasks."""
    row = {
        "number": "T-0012",
        "title": "陪同到县医院精神科门诊，评估长效针剂",
        "implementer": "阿依努尔·买买提",
        "due_on": "2026-12-02",
        "outcome": "已办",
        "note": "门诊病历1份",
    }
    return {**WHOSE, "tasks": [row] * count}


def timeline() -> dict[str, object]:
    """A year of the case."""
    return {**WHOSE, "timeline": months()}


def bursting_decisions() -> dict[str, object]:
    """Many decisions, the last with long words."""
    many = decisions(60)["decisions"]
    assert isinstance(many, list)
    return {**WHOSE, "decisions": [*many, {**many[0], "text": LONG}]}
