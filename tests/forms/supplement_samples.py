"""Answers of supplementary records to print, with invented people only."""

from __future__ import annotations

from tests.forms.visit_samples import LISTS as VISIT_LISTS
from tests.forms.visit_samples import said


def _numbered(*labels: str, first: int = 1) -> list[dict[str, object]]:
    return [{"code": str(n), "label": label} for n, label in enumerate(labels, first)]


LISTS: dict[str, object] = {
    **{key: VISIT_LISTS[key] for key in ("symptoms", "locking", "acts")},
    "households": _numbered("城镇", "农村"),
    "economies": _numbered("贫困，在当地贫困线标准以下", "非贫困"),
    "employments": _numbered(
        *("在岗工人", "在岗管理者", "农民", "下岗或无业", "在校学生"),
        *("退休", "专业技术人员", "其他", "不详"),
    ),
    "consents": [
        {"code": "1", "label": "同意参加管理"},
        {"code": "0", "label": "不同意参加管理"},
    ],
    "outpatient": _numbered("未治", "间断门诊治疗", "连续门诊治疗"),
    "effects": _numbered("临床痊愈", "好转", "无变化", "加重"),
}


def blank() -> dict[str, object]:
    """Nothing but option lists."""
    return {"lists": LISTS}


def supplement(**others: object) -> dict[str, object]:
    """A patient of whom everything was asked."""
    return {
        "lists": LISTS,
        "unit": "云栖镇卫生院",
        "case_number": "GA0101",
        "name": "石䶮",
        "number_area": "001",
        "number_serial": "00007",
        "guardian": "石守田",
        "relation": "父亲",
        "guardian_address": "梧桐村3组17号",
        "guardian_phone": "139****0001",
        "committee_contact": "皮桂香",
        "committee_phone": "990**003",
        "household": "2",
        "economy": "1",
        "employment": "3",
        "consent": "1",
        "consented_on": "2026-01-05",
        "consenting": {"key": "guardian:1", "name": "石守田"},
        "onset": "2009年3月",
        "symptoms": said("3", "6"),
        "locking": "1",
        "outpatient": "2",
        "first_treated": "2010年",
        "admissions": 2,
        "diagnosis": "双相情感障碍，目前为躁狂发作",
        "hospital": "云栖县精神病院",
        "confirmed": "2010年",
        "effect": "2",
        "acts": said("2", n1="0", n2="1", n3="0", n4="0", n5="0", n6="0"),
        "specialist_words": "",
        "filled_on": "2026-01-05",
        "doctor": {"key": "doctor:2", "name": "穆青禾"},
        **others,
    }


def thin_supplement() -> dict[str, object]:
    """A patient of whom nothing was asked yet."""
    empty = (
        *("number_area", "number_serial", "case_number", "guardian", "relation", "household"),
        *("guardian_address", "guardian_phone", "committee_contact", "committee_phone"),
        *("economy", "employment", "consent", "onset", "locking", "outpatient", "first_treated"),
        *("diagnosis", "hospital", "confirmed", "effect"),
    )
    nobody = {"key": "", "name": ""}
    return supplement(
        **dict.fromkeys(empty, ""),
        consented_on=None,
        consenting=nobody,
        symptoms=said(),
        admissions=None,
        acts=said(),
        filled_on=None,
        doctor=nobody,
    )


def bursting_supplement() -> dict[str, object]:
    """Everything chosen, and long words."""
    long = "连续三夜不睡，反复到邻居门前喊叫，劝说后能停，次日又来；" * 8
    return supplement(
        name="阿依努尔·买买提",
        guardian="买买提·吐尔逊江",
        guardian_address="云栖县云栖镇梧桐村民委员会第三村民小组槐树湾自然村17号附2号",
        symptoms=said(*(str(n) for n in range(1, 13)), n12=long),
        acts=said("1", "2", "3", "4", "5", "6", **{f"n{n}": str(n) for n in range(1, 7)}),
        diagnosis=long[:120],
        specialist_words=long,
    )
