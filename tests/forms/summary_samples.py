"""Answers of the 汇总签字表 and the 签字矩阵, with invented people only."""

from __future__ import annotations

from tests.forms.assessment_samples import LONG, SHORT_ROLES, signers
from tests.forms.samples import NAMES

PATIENTS = (
    *("张龑", "厉树北", "买买提·艾山江", "乜䶮", "云中君", "阿依努尔·买买提"),
    *("闻人𬭎", "桑柔", "厉东野", "慕容㛃", "仇小满", "第五白"),
)
CHANGES = {(4, 3): "降1级", (3, 4): "升1级", (2, 2): "不变", (None, 2): "新评", (1, 0): "降1级"}
SINGLE = "维持；本月内完成肝功能、心电图复查。"
DOUBLE = "两周内由监护人陪同到县三院评估长效针剂；期间每周联合随访一次；补签监护协议。"


def a_case(position: int, **others: object) -> dict[str, object]:
    """One line of the 汇总签字表."""
    before, now = list(CHANGES)[(position - 1) % len(CHANGES)]
    return {
        "position": position,
        "case_number": f"GA{position:04d}",
        "name": PATIENTS[(position - 1) % len(PATIENTS)],
        "village": "幸福村3组",
        "previous_level": before,
        "level": now,
        "change": CHANGES[before, now],
        "new": now != before,
        "rising": before is None or now > before,
        "decisions": DOUBLE if position < 3 else SINGLE,
        "implementers": [NAMES[position + 2], "石䶮"] if position < 3 else [NAMES[0]],
        "due_on": "2026-12-09",
        **others,
    }


def summary(count: int = 7, people: int = 11, **others: object) -> dict[str, object]:
    """The answers of a meeting that rated so many cases."""
    return {
        "unit": "幸福镇个案管理小组",
        "meeting": "2026年第11次例会",
        "held_on": "2026-11-25",
        "place": "镇政府三楼会议室",
        "rated": 7,
        "raised": 1,
        "lowered": 3,
        "kept": 2,
        "first": 1,
        "cases": [a_case(position) for position in range(1, count + 1)],
        "signers": signers(people, SHORT_ROLES),
        **others,
    }


def thin_summary() -> dict[str, object]:
    """One item that was put off, and one member."""
    unknown = {"previous_level": None, "level": None, "change": "", "new": False, "rising": False}
    put_off = {"decisions": "暂缓议：监护人未到会。", "implementers": [], "due_on": ""}
    cases = [a_case(1, case_number="", village="", **unknown, **put_off)]
    counted = dict.fromkeys(("rated", "raised", "lowered", "kept", "first"), 0)
    return summary(1, 1, cases=cases, **counted)


def full_summary() -> dict[str, object]:
    """Twelve cases, which still fit on one page."""
    return summary(12)


def bursting_summary() -> dict[str, object]:
    """Thirty cases with long decisions, and twelve members."""
    cases = [a_case(n, decisions=LONG[: 60 * (n % 4) + 20]) for n in range(1, 31)]
    return summary(30, 12, cases=cases, rated=30)


def blank() -> dict[str, object]:
    """Nothing at all."""
    return {}


def matrix(count: int = 7, people: int = 11) -> dict[str, object]:
    """So many rated cases against so many people."""
    kept = ("case_number", "name", "village", "previous_level", "level")
    rows = [a_case(position) for position in range(1, count + 1)]
    return {
        "unit": "幸福镇个案管理小组",
        "meeting": "2026年第11次例会",
        "held_on": "2026-11-25",
        "cases": [
            {"key": f"item:{n}", **{key: row[key] for key in kept}} for n, row in enumerate(rows, 1)
        ],
        "signers": signers(people, SHORT_ROLES),
    }


def thin_matrix() -> dict[str, object]:
    """One case and one person."""
    return matrix(1, 1)


def bursting_matrix() -> dict[str, object]:
    """Thirty cases and twelve people."""
    return matrix(30, 12)
