"""Answers of comparisons of plans to print, with invented people only."""

from __future__ import annotations

from tests.forms.plan_samples import LONG, a_remark

GONE, NEW, KEPT = "removed", "added", "kept"


def words(*pieces: str | tuple[str, str]) -> list[dict[str, object]]:
    """A text in pieces, each kept unless it says otherwise."""
    told = [piece if isinstance(piece, tuple) else (piece, KEPT) for piece in pieces]
    return [{"text": text, "change": change} for text, change in told]


def a_change(position: int = 1, **others: object) -> dict[str, object]:
    """A line that reads differently."""
    return {
        "position": position,
        "subject": "药物管理\n督促服药",
        "before": words("措施：", ("母亲", GONE), "每晚督促服药，记入看护手册"),
        "after": words(
            "措施：", ("村医", NEW), "每晚", ("送药到家", NEW), "督促服药，记入看护手册"
        ),
        "reason": "母亲骨折",
        **others,
    }


def an_addition(position: int) -> dict[str, object]:
    """A line that is new."""
    after = words("措施：", ("补签监护协议", NEW), "\n责任人：", ("皮桂香", NEW))
    return a_change(position, subject="家庭监护\n监护协议", before=[], after=after, reason="")


def redline(**others: object) -> dict[str, object]:
    """An ordinary comparison."""
    return {
        "unit": "云栖镇个案管理小组",
        "meeting": "2026年第11次例会",
        "kind": "高风险",
        "case_number": "GA0101",
        "name": "石䶮",
        "earlier_number": 2,
        "earlier_on": "2026-08-26",
        "number": 3,
        "held_on": "2026-11-25",
        "total": 4,
        "added": 1,
        "changed": 1,
        "postponed": 1,
        "removed": 1,
        "same": 3,
        "changes": [
            a_change(1),
            a_change(
                2,
                subject="风险防范\n周边隐患",
                before=words("期限：", ("2026-11-20", GONE)),
                after=words("期限：", ("2026-12-05", NEW)),
                reason="未达到：学校秋假，改期",
            ),
            an_addition(3),
            a_change(4, before=words("措施：", ("写服药日记", GONE)), after=[], reason="改为送药"),
        ],
        "annotations": [
            a_remark(note="已生成任务T-0012，2026-12-02前"),
            a_remark(text="建议每周谈话。", outcome="不采纳", note="理由：先稳定用药"),
        ],
        "signers": [
            {"key": "leader:1", "role": "组长", "name": "龚砚秋"},
            {"key": "manager:2", "role": "个案管理员", "name": "穆青禾"},
            {"key": "psychiatrist:3", "role": "精神科医师", "name": "闻人澜"},
            {"key": "guardian:5", "role": "监护人（知情）", "name": "石守田"},
        ],
        **others,
    }


def thin_redline() -> dict[str, object]:
    """Two versions that read the same, not confirmed yet."""
    counts = dict.fromkeys(("total", "added", "changed", "postponed", "removed"), 0)
    return redline(**counts, meeting="", same=1, changes=[], annotations=[])


def bursting_redline() -> dict[str, object]:
    """Thirty changed lines with long texts and a long name."""
    long = words("措施：", (LONG, NEW))
    return redline(
        name="阿依努尔·买买提",
        changes=[
            a_change(n, subject=f"药物管理\n欧阳𬭎{n}", after=long if n % 7 == 0 else words("同"))
            for n in range(1, 31)
        ],
        annotations=[a_remark(text=LONG, note=LONG)] * 3,
    )
