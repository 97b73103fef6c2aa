"""Answers to print, with invented people only."""

from __future__ import annotations

from forms.stamp import SheetCode, Stamp

RARE = "䶮㛃𬭎𠅤"
NAMES = [
    *("龚砚秋", "阿依努尔·买买提", "石䶮", "闻人㛃", "缪清嘉"),
    *("冉𬭎", "戚望舒", "芮𠅤", "桑榆晚", "厉北辰"),
]
DIGEST = "90e63d85a1b2c3d4" * 4
STAMP = Stamp(
    head="幸福镇个案管理小组 · 2026年第11次例会 · 2026年11月25日",
    identity=("2026年第11次例会\u300011月25日 14:30—16:20", "主持 龚砚秋\u3000记录 石䶮"),
    sheet=SheetCode("K7QF", 1234),
    version=1,
    digest=DIGEST,
    audit_head="3c9e07b2" * 8,
    printed_at="2026-11-25 16:40",
)
STOCK = Stamp("幸福镇个案管理小组", (), None, 1, DIGEST, "", "")


def an_opinion(name: str, words: str, **others: object) -> dict[str, object]:
    """What one member said."""
    return {"name": name, "written": False, "words": words, "level": None, **others}


def a_decision(text: str, due_on: str = "2026-12-02") -> dict[str, object]:
    """What one person has to do."""
    return {"text": text, "implementer": "石䶮", "due_on": due_on}


def an_item(position: int = 1, **others: object) -> dict[str, object]:
    """One case that was discussed in full."""
    return {
        "position": position,
        "tier": "focus",
        "name": "厉树北",
        "case_number": f"GA{position:04d}",
        "facts": ["幸福村3组", "精神分裂症", "高风险"],
        "opinions": [
            an_opinion("石䶮", "本期断药9天，症状加重；自述嗜睡，是断药的主要原因。", level=4),
            an_opinion("闻人㛃", "药费补助缺户口簿，可先行垫付。", written=True),
        ],
        "previous_level": 3,
        "level": 4,
        "stability": "不稳定",
        "reason": "断药后症状加重，监护力量不足。",
        "decisions": [a_decision("监护人陪同到县三院评估长效针剂"), a_decision("每周联合随访1次")],
        "dissents": [{"name": "缪清嘉", "words": "建议维持▲3级，理由是患者不出门。"}],
        "deferred": None,
        **others,
    }


def minutes(**others: object) -> dict[str, object]:
    """The answers of one ordinary meeting."""
    return {
        "unit": "幸福镇严重精神障碍患者个案管理小组",
        "meeting": "2026年第11次例会",
        "held_on": "2026-11-25",
        "begins": "14:30",
        "ends": "16:20",
        "place": "镇政府三楼会议室",
        "chair": {"name": "龚砚秋", "post": "镇党委副书记"},
        "recorder": "石䶮",
        "expected": 11,
        "present": NAMES,
        "absent": [{"name": "欧阳疏影", "reason": "公务", "written": True}],
        "guests": [],
        "opening": "主持人宣读保密要求（14:32）；到会人员无异议。",
        "earlier": earlier(3),
        "items": [an_item(1), an_item(2, name="张龑")],
        "other_matters": "监护补贴第四季度认定12月15日前完成（缪清嘉）。",
        "closing": "16:12 宣读记录。更正1处：随访间隔由“两周”改为“一周”。",
        "next_meeting": {"held_on": "2026-12-23", "begins": "14:30", "place": "三楼会议室"},
        "signers": signers(4),
        **others,
    }


def earlier(count: int) -> dict[str, object]:
    """A review that lists so many of its promises."""
    row = {"title": "办理药费补助", "implementer": "缪清嘉", "outcome": "未落实", "note": "改期"}
    rows = [{"case": f"GA{number:04d}", **row} for number in range(count)]
    return {"done": 5, "not_carried_out": count, "no_longer_needed": 1, "open": 1, "rows": rows}


def signers(count: int) -> list[dict[str, str]]:
    """So many people who sign."""
    names = (NAMES * count)[:count]
    return [
        {"key": f"s{number}", "role": "发言核对", "name": name} for number, name in enumerate(names)
    ]


def thirty_items() -> list[dict[str, object]]:
    """Thirty cases, some of them discussed at great length."""
    return [
        an_item(
            number,
            opinions=[
                an_opinion(name, "情况说明很长，" * (3 * (number % 7) + 1) + "完毕。")
                for name in NAMES[:4]
            ],
        )
        for number in range(1, 31)
    ]
