"""Answers of written opinions to print, with invented people only."""

from __future__ import annotations

LISTS = {"levels": [{"code": str(n), "label": f"{n}级"} for n in range(6)]}


def a_case(position: int, **others: object) -> dict[str, object]:
    """One case a member is asked about."""
    return {
        "position": position,
        "case_number": f"GA{position:04d}",
        "name": "厉树北",
        "facts": "梧桐村3组\u3000精神分裂症\u3000高风险",
        "previous": {"level": 3, "on": "2026-10-28"},
        "reasons": "危险性评估3级；有1项逾期任务",
        "question": "维持还是调整等级，对干预计划有何意见",
        "level": None,
        "words": None,
        **others,
    }


def written_opinion(**others: object) -> dict[str, object]:
    """An ordinary sheet."""
    return {
        "lists": LISTS,
        "unit": "云栖镇个案管理小组",
        "meeting": "2026年第11次例会",
        "name": "闻人㛃",
        "unit_and_post": "云栖县精神病院\u3000副主任医师",
        "held_on": "2026-11-25",
        "begins": "14:30",
        "return_to": "石䶮（云栖镇卫生院公卫科，13900000617）",
        "cases": [
            a_case(1),
            a_case(
                2,
                case_number="拟入组",
                name="芮𠅤",
                facts="柳溪村2组",
                previous=None,
                reasons="",
                question="是否同意入组，建议何种等级",
            ),
        ],
        "other_words": None,
        "signers": [{"key": "absentee:3", "role": "精神科医师", "name": "闻人㛃"}],
        **others,
    }


def thin_written_opinion() -> dict[str, object]:
    """A sheet for an agenda without cases."""
    return written_opinion(cases=[], unit_and_post="", begins=None, return_to="石䶮")


def bursting_written_opinion() -> dict[str, object]:
    """Thirty cases with long reasons."""
    long = "请会同村委、派出所逐户核查住处周边隐患并当日上报；" * 6
    cases = [a_case(n, name="阿依努尔·买买提", reasons=long) for n in range(1, 31)]
    signer = {"key": "absentee:4", "role": "村（社区）干部", "name": "阿依努尔·买买提"}
    return written_opinion(cases=cases, name="阿依努尔·买买提", signers=[signer])


def blank_written_opinion() -> dict[str, object]:
    """The same to be filled by pen."""
    return {"lists": LISTS}
