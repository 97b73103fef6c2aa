"""Answers of the 集体评估签字表 and the guardian's copy, with invented people only."""

from __future__ import annotations

from tests.forms.samples import NAMES

ROLES = (
    *("组长", "精防医师", "精神科医师", "民警", "综治", "村（社区）干部"),
    *("村（社区）干部", "民政", "残联", "社工", "网格员", "家属"),
)
SHORT_ROLES = (
    *("组长", "精防", "精神科", "民警", "综治", "村居干部"),
    *("村居干部", "民政", "残联", "社工", "网格员", "家属"),
)
TOPICS = (
    *("危险行为", "症状与自知力", "服药情况", "住院与检查"),
    *("监护与家庭", "生活事件", "场所因素"),
)
OPINION = "断药9天，症状加重，建议尽快评估长效针剂。"
LONG = "自述夜里听见有人议论，白天不愿出门；母亲说近两周只肯吃中午一顿药，劝急了会摔碗。" * 8
NOT_FOR_GUARDIANS = ("sources", "opinions", "dissents", "psychiatrist")


def options(**labels: str) -> list[dict[str, object]]:
    """An option list by code and words."""
    return [{"code": code, "label": label} for code, label in labels.items()]


def lists() -> dict[str, object]:
    """The option lists the form is handed."""
    return {
        "sources": options(
            patient="面访本人",
            guardian="面访监护人",
            neighbours="走访邻居、亲友、同事",
            police="公安",
            hospital="医院",
            grid="网格",
        ),
        "topics": [{"code": str(n), "label": topic} for n, topic in enumerate(TOPICS)],
        "stabilities": [
            {"code": "3", "label": "稳定"},
            {"code": "2", "label": "基本稳定"},
            {"code": "1", "label": "不稳定"},
        ],
        "key_patient": options(yes="是", no="否"),
    }


def blank_assessment() -> dict[str, object]:
    """Nothing but option lists."""
    return {"lists": lists()}


def signers(count: int, roles: tuple[str, ...] = ROLES) -> list[dict[str, object]]:
    """So many members who sign, the ninth of them absent."""
    names = [*NAMES, "欧阳疏影", "东方既白"]
    found: list[dict[str, object]] = [
        {"key": f"member:{n}", "role": role, "name": name}
        for n, (role, name) in enumerate(zip(roles, names, strict=True), 1)
    ]
    found[8]["absent"] = "公务"
    return found[:count]


def a_fact(topic: str, words: str = "", on: str = "", source: str = "") -> dict[str, object]:
    """One row of 近期情况."""
    return {"topic": topic, "words": words, "on": on, "source": source}


def an_opinion(place: int, level: int | None, words: str = OPINION) -> dict[str, object]:
    """What one member said and rated."""
    speaker = {"role": SHORT_ROLES[place], "name": NAMES[place]}
    return {"speaker": speaker, "words": words, "level": level, "new": level not in (None, 3)}


def a_decision(position: int, text: str, partner: str = "") -> dict[str, object]:
    """What somebody has to do."""
    return {
        "position": position,
        "text": text,
        "implementer": NAMES[position],
        "partner": partner,
        "due_on": f"2026-12-{position:02d}",
    }


WHO: dict[str, object] = {
    "unit": "幸福镇个案管理小组",
    "meeting": "2026年第11次例会",
    "number": "2026-11-02",
    "held_on": "2026-11-25",
    "place": "镇政府三楼会议室",
    "period": "2026-10-28 至 2026-11-25",
    "name": "厉树北",
    "sex_and_age": "男\u300046岁",
    "case_number": "GA0123",
    "id_number": "990***********2317",
    "diagnosis": "精神分裂症",
    "hospital": "县第三人民医院",
    "address": "幸福镇幸福村3组12号",
    "case_kind": "高风险（第3次入组）",
    "guardian": {"name": "厉树林", "post": "兄"},
    "phone": "139****0617",
    "case_manager": "石䶮",
    "previous": {"level": 3, "on": "2026-10-28"},
    "clinical": {"level": 3, "on": "2026-11-17"},
    "police_listed": "是（2025-03-11起）",
}
FACTS = (
    a_fact("危险行为", "口头威胁邻居1次；无肇事肇祸。", "2026-11-14", "民警"),
    a_fact("症状与自知力", "猜疑、自语自笑；自知力缺失。", "2026-11-17", "随访\u3000石䶮"),
    a_fact(
        "服药情况",
        "间断服药；奥氮平 10\u00a0mg 每晚1次，本期断药9天。自述嗜睡、体重增加。",
        "2026-11-17",
        "随访\u3000石䶮",
    ),
    a_fact("住院与检查", "未住院；血糖 6.3 mmol/L，肝功能未查。", "2026-11-10", "镇卫生院"),
    a_fact("监护与家庭", "弱监护；由70岁母亲照看。", "2026-01-05", "监护能力认定"),
    a_fact("生活事件", "母亲跌倒骨折，照看能力下降。", "2026-11-09", "网格员"),
    a_fact("场所因素"),
)
SAID = (
    *(an_opinion(n, 4) for n in (1, 3, 2)),
    an_opinion(5, 3, "平时不出门，威胁后已劝开；监护力量不足是主因。"),
    an_opinion(4, 4),
    an_opinion(7, None, "可协助母亲临时救助；对等级不发表意见。"),
    an_opinion(9, 3),
)
DECIDED = (
    a_decision(1, "陪同到县三院精神科门诊，评估长效针剂。", "监护人、民政"),
    a_decision(2, "每周联合随访1次，直到病情分类转为基本稳定。"),
    a_decision(3, "与监护人补签监护协议，明确外出期间的委托照看人。"),
    a_decision(4, "申请母亲临时救助；办理药费补助。", "残联"),
)


def assessment(**others: object) -> dict[str, object]:
    """The answers about one patient of an ordinary meeting: seven facts, seven opinions."""
    return {
        **WHO,
        "sources": ["patient", "guardian", "police", "grid"],
        "facts": list(FACTS),
        "opinions": list(SAID),
        "level": 4,
        "stability": "1",
        "reason": "断药9天后猜疑加重，有口头威胁，监护人不在身边。",
        "key_patient": "yes",
        "next_on": "2026-12-23",
        "decisions": list(DECIDED),
        "annotations": "换用长效针剂前须有肝功能、心电图结果（随访，2026-11-18，待处理）",
        "psychiatrist": "psychiatrist:3",
        "dissents": [
            {"key": "dissent:6", "name": "冉𬭎", "words": "建议维持3级，理由是患者不出门。"}
        ],
        "signers": signers(11),
        "lists": lists(),
        **others,
    }


def thin_assessment() -> dict[str, object]:
    """Almost nothing known, nothing rated, nobody but one to sign."""
    empty = dict.fromkeys(("id_number", "diagnosis", "hospital", "address", "case_kind"), "")
    return assessment(
        **empty,
        sex_and_age="女",
        case_number="",
        guardian=None,
        phone="",
        case_manager="",
        previous=None,
        clinical=None,
        police_listed="",
        sources=[],
        facts=[a_fact(topic) for topic in TOPICS],
        opinions=[],
        level=None,
        stability="",
        reason="",
        key_patient="",
        decisions=[],
        annotations="",
        psychiatrist="",
        dissents=[],
        signers=signers(1),
    )


def bursting_assessment() -> dict[str, object]:
    """Rare names, opinions of 300 characters, many facts, twelve to sign."""
    return assessment(
        name="阿依努尔·买买提",
        address="梧桐苗族侗族自治乡柳溪行政村下柳溪自然村第十七村民小组2026号附3号",
        guardian={"name": "买买提·阿卜杜热合曼", "post": "其他亲属"},
        case_manager="𬭎㛃",
        facts=[
            a_fact(topic, LONG[: 40 + 30 * n], f"2026-11-{10 + n}", "随访\u3000阿依努尔·买买提")
            for topic in TOPICS
            for n in range(3)
        ],
        opinions=[an_opinion(n, n % 6, LONG[:300]) for n in range(10)],
        reason=LONG[:300],
        decisions=[a_decision(n, LONG[:120], "民政、残联、派出所") for n in range(1, 10)],
        annotations="\n".join([LONG[:300]] * 3),
        dissents=[
            {"key": f"dissent:{n}", "name": name, "words": LONG[:200]}
            for n, name in enumerate(("䶮𬭎", "阿依努尔·买买提"))
        ],
        signers=signers(12),
    )


def guardian_copy(**others: object) -> dict[str, object]:
    """The guardian's copy of the ordinary answers."""
    return _copy(assessment(**others))


def thin_guardian_copy() -> dict[str, object]:
    """A copy for a patient without a guardian."""
    nobody = {"key": "", "role": "监护人（知情）", "name": ""}
    return {**_copy(thin_assessment()), "signers": [nobody]}


def bursting_guardian_copy() -> dict[str, object]:
    """The copy of the longest answers."""
    return _copy(bursting_assessment())


def blank_guardian_copy() -> dict[str, object]:
    """Nothing but option lists."""
    return {"lists": {key: rows for key, rows in lists().items() if key != "sources"}}


def _copy(whole: dict[str, object]) -> dict[str, object]:
    facts = whole["facts"]
    assert isinstance(facts, list)
    return {
        **{key: value for key, value in whole.items() if key not in NOT_FOR_GUARDIANS},
        "facts": [{k: v for k, v in fact.items() if k != "source"} for fact in facts],
        "signers": [{"key": "guardian:7", "role": "监护人（知情）", "name": "厉树林"}],
        **blank_guardian_copy(),
    }
