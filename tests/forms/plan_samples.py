"""Answers of plans to print, with invented people only."""

from __future__ import annotations

AREAS = ("风险防范", "药物管理", "家庭监护", "行为管理", "心理干预")
LISTS = {"areas": [{"code": str(n), "label": area} for n, area in enumerate(AREAS)]}
LONG = "连续三夜不睡，反复到邻居门前喊叫，劝说后能停，次日又来；" * 11


def a_line(area: str, problem: str, **others: object) -> dict[str, object]:
    """One line of a plan."""
    return {
        "area": area,
        "problem": problem,
        "goal": "三个月内无威胁、无冲动行为",
        "measure": "联合随访；与邻居说明联系方式，发现异常当日上报",
        "responsible": "亓文涛",
        "partner": "穆青禾、皮桂香",
        "due_on": "2026-12-23",
        "frequency": "每周1次",
        "state": "新增",
        "new": True,
        **others,
    }


def a_remark(**others: object) -> dict[str, object]:
    """One remark of the psychiatrist with what became of it."""
    return {
        "on": "2026-11-12",
        "text": "建议评估长效针剂；先查肝功能、心电图。",
        "outcome": "采纳",
        "note": "列入本计划",
        **others,
    }


def signers() -> list[dict[str, object]]:
    """The six places under a plan."""
    return [
        {"key": "leader:1", "role": "组长", "name": "龚砚秋"},
        {"key": "manager:2", "role": "个案管理员", "name": "穆青禾"},
        {"key": "psychiatrist:3", "role": "精神科医师", "name": "闻人澜", "absent": "出差"},
        {"key": "police:4", "role": "民警", "name": "亓文涛"},
        {"key": "guardian:5", "role": "监护人", "name": "石守田"},
        {"key": "patient:6", "role": "患者", "name": "石䶮"},
    ]


def plan(**others: object) -> dict[str, object]:
    """An ordinary third version."""
    later = {"state": "继续", "new": False}
    return {
        "lists": LISTS,
        "unit": "云栖镇个案管理小组",
        "meeting": "2026年第11次例会",
        "kind": "高风险",
        "number": 3,
        "held_on": "2026-11-25",
        "carried_out": "71%（17项中已达到12项）",
        "name": "石䶮",
        "case_number": "GA0101",
        "level": 4,
        "stability": "不稳定",
        "adherence": "间断服药",
        "guardianship": "弱监护（母亲70岁，骨折）",
        "lines": [
            a_line("风险防范", "口头威胁邻居1次"),
            a_line("风险防范", "住处距小学200米", state="延期", new=False, due_on="2026-12-05"),
            a_line("药物管理", "断药9天，嗜睡、体重增加", partner="监护人", frequency="一次"),
            a_line("家庭监护", "监护人外出务工", due_on="2027-06-30", **later),
            a_line("心理干预", "否认有病", responsible="阿依努尔·买买提", **later),
        ],
        "patient_view": "愿意去门诊，希望换不发困的药。",
        "family_view": "同意，春节前回村居住。",
        "strengths": "会修农机，和堂兄来往多。",
        "annotations": [
            a_remark(),
            a_remark(text="建议安排心理谈话。", outcome="不采纳", note="理由：先稳定用药"),
            a_remark(text="复查空腹血糖。", outcome="待处理", note=""),
        ],
        "signers": signers(),
        **others,
    }


def thin_plan() -> dict[str, object]:
    """A first version of which hardly anything is known."""
    places = ("组长", "个案管理员", "精神科医师", "民警", "监护人")
    unknown = {"key": "", "name": ""}
    return plan(
        meeting="",
        number=1,
        carried_out=None,
        level=None,
        stability=None,
        adherence=None,
        guardianship=None,
        lines=[
            a_line("风险防范", "夜间喊叫", responsible="", partner="", due_on=None, frequency="")
        ],
        patient_view="",
        family_view="",
        strengths="",
        annotations=[],
        signers=[{**unknown, "role": role} for role in places],
    )


def bursting_plan() -> dict[str, object]:
    """Long names, long texts, six lines to an area and twelve who sign."""
    names = ("阿依努尔·买买提", "石䶮", "欧阳𬭎", "闻人㛃")
    return plan(
        name="阿依努尔·买买提",
        guardianship="弱监护（监护人70岁，右腿骨折，夜里顾不过来，白天由堂嫂代为照看）",
        lines=[
            a_line(area, f"{n}{LONG[: 30 * n]}", measure=LONG[:200], responsible=names[n % 4])
            for area in AREAS
            for n in range(1, 7)
        ],
        patient_view=LONG,
        family_view=LONG,
        annotations=[a_remark(text=LONG, note=LONG) for _ in range(4)],
        signers=[{"key": f"police:{n}", "role": "民警", "name": names[n % 4]} for n in range(12)],
    )
