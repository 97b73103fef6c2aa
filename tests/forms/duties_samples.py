"""Answers of 监护责任书 to print, with invented people only."""

from __future__ import annotations

DUTIES = (
    "照看被监护人，防止其伤害自己或他人",
    "领取或购买药品，督促按时按量服药",
    "接受随访，配合个案管理小组的工作",
    "如实反映被监护人的情况",
    "发现迁居、走失、病情波动或伤害行为及时报告",
    "送被监护人就医，办理入院和出院手续",
    "帮助被监护人参加康复，恢复社会功能",
    "善待被监护人，不使用暴力，不遗弃，不虐待",
)
LISTS = {
    "duties": [{"code": str(n), "label": duty} for n, duty in enumerate(DUTIES, 1)],
    "undertaken": [{"code": "yes", "label": "承诺"}],
}


def blank() -> dict[str, object]:
    """Nothing but option lists."""
    return {"lists": LISTS}


def duties(**others: object) -> dict[str, object]:
    """A guardian who undertook everything."""
    return {
        "lists": LISTS,
        "unit": "云栖镇个案管理小组",
        "name": "石䶮",
        "sex": "男",
        "id_number": "990***********0015",
        "case_number": "GA0101",
        "address": "梧桐村3组17号",
        "guardian": "石守田",
        "relation": "父亲",
        "guardian_id_number": "990***********0038",
        "phone": "139****0001",
        "guardian_address": "梧桐村3组17号",
        "duties": [{"duty": duty, "undertaken": "yes"} for duty in DUTIES],
        "state": "已签",
        "signed_on": "2026-01-05",
        "until_on": "2026-12-31",
        "case_manager": "穆青禾",
        "note": "",
        "signers": [
            {"key": "guardian:1", "role": "监护人", "name": "石守田"},
            {"key": "village:5", "role": "村（社区）干部", "name": "皮桂香"},
            {"key": "police:4", "role": "民警", "name": "亓文涛"},
            {"key": "clinic:2", "role": "精防医师", "name": "穆青禾"},
        ],
        **others,
    }


def thin_duties() -> dict[str, object]:
    """A patient without a guardian."""
    empty = (
        *("id_number", "case_number", "address", "guardian", "relation", "guardian_id_number"),
        *("phone", "guardian_address", "case_manager"),
    )
    roles = ("监护人", "村（社区）干部", "民警", "精防医师")
    return duties(
        **dict.fromkeys(empty, ""),
        duties=[{"duty": duty, "undertaken": ""} for duty in DUTIES],
        state="未签",
        signed_on=None,
        until_on=None,
        signers=[{"key": "", "role": role, "name": ""} for role in roles],
    )


def bursting_duties() -> dict[str, object]:
    """Long names, long words and many who sign."""
    person = {"role": "村（社区）干部", "name": "阿依努尔·买买提"}
    return duties(
        name="阿依努尔·买买提",
        guardian="䶮𬭎",
        note="监护人每季度把看护手册交小组查看，外出三天以上的提前告诉村委会；" * 9,
        signers=[{"key": f"village:{n}", **person} for n in range(1, 13)],
    )
