"""Answers of briefs to print, with invented people only."""

from __future__ import annotations

LONG = "连续三夜不睡，反复到邻居门前喊叫，劝说后能停，次日又来；" * 11


def months(**others: object) -> dict[str, object]:
    """A year of one case."""
    return {
        "until": "2026-11-25",
        "months": 12,
        "levels": [
            {"on": "2025-12-03", "level": 2},
            {"on": "2026-02-05", "level": 4},
            {"on": "2026-03-10", "level": 3},
            {"on": "2026-07-20", "level": 2},
            {"on": "2026-09-12", "level": 3},
        ],
        "stays": [{"on": "2026-02-08", "to": "2026-03-11", "text": "32天"}],
        "medication": [
            {"on": "2025-12-01", "to": "2026-04-20"},
            {"on": "2026-04-21", "to": "2026-05-10", "text": "间断", "hollow": True},
            {"on": "2026-05-11", "to": "2026-11-03"},
        ],
        "injections": [
            {"on": "2026-05-12", "text": ""},
            {"on": "2026-06-12", "text": "漏", "hollow": True},
        ],
        "visits": [{"on": f"2026-{month:02d}-14"} for month in range(1, 12)],
        "events": [{"on": "2026-02-04"}, {"on": "2026-09-12"}],
        "meetings": [{"on": f"2026-{month:02d}-25", "hollow": True} for month in range(1, 11)],
        "facts": ["危险等级：2025-12-03 2级，2026-02-05 ▲4级。", "住院：2026-02-08至2026-03-11。"],
        **others,
    }


def a_change(on: str, words: str, source: str = "随访（新增）") -> dict[str, object]:
    """One thing that became known."""
    return {"on": on, "words": words, "source": source}


def brief(**others: object) -> dict[str, object]:
    """An ordinary case before a meeting."""
    return {
        "unit": "云栖镇个案管理小组",
        "meeting": "2026年第11次例会",
        "held_on": "2026-11-25",
        "place": "第1项 重点讨论",
        "period": "2026-10-28 至 2026-11-25",
        "name": "石䶮",
        "sex_and_age": "男 46岁",
        "case_number": "GA0101",
        "village": "梧桐村3组",
        "diagnosis": "精神分裂症",
        "kind": "高风险（第3次入组）",
        "stability": "不稳定",
        "level": 3,
        "to_decide": ["有1条批注待处理：建议评估长效针剂", "监护人外出期间由谁照看"],
        "changes": {
            "rows": [
                a_change("2026-11-17", "间断服药；猜疑、自语自笑；自知力缺失"),
                a_change("2026-11-14", "口头威胁邻居，民警到场劝解，无人受伤", "危险行为（新增）"),
                a_change("2026-11-09", "母亲跌倒骨折，照看能力下降", "生活事件（新增）"),
            ],
            "all": 3,
        },
        "timeline": months(),
        "medication": "奥氮平 每晚10\u00a0mg（2026-08-20起）；依从性：间断服药；不良反应：嗜睡",
        "guardianship": "石守田（父亲，外出务工）；协议至2026-12-31；弱监护（夜里顾不过来）",
        "tasks": "① 药费补助　穆青禾　逾期5天\n② 核查周边隐患　亓文涛　时限2026-12-05",
        "annotations": "2026-11-12　建议评估长效针剂；先查肝功能、心电图。　待处理",
        "notes": None,
        **others,
    }


def thin_brief() -> dict[str, object]:
    """A case of which hardly anything is known."""
    unknown = ("sex_and_age", "village", "diagnosis", "kind", "stability", "place")
    rows = ("medication", "guardianship", "tasks", "annotations")
    return brief(
        **dict.fromkeys(unknown, ""),
        **dict.fromkeys(rows, "无记录"),
        level=None,
        to_decide=[],
        changes={"rows": [], "all": 0},
        timeline={"until": "2026-11-25", "months": 12, "facts": []},
    )


def bursting_brief() -> dict[str, object]:
    """Long words everywhere."""
    return brief(
        name="阿依努尔·买买提",
        kind="病情不稳定（第12次入组）",
        diagnosis="双相情感障碍，目前为躁狂发作",
        to_decide=[LONG[:60] for _ in range(6)],
        changes={"rows": [a_change("2026-11-17", LONG[:90]) for _ in range(8)], "all": 31},
        medication=LONG,
        guardianship=LONG[:200],
        tasks="\n".join(LONG[:40] for _ in range(8)),
        annotations=LONG[:200],
    )
