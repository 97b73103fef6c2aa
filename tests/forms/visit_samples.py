"""Answers of visit records to print, with invented people only."""

from __future__ import annotations


def _options(*labels: str, first: int = 1) -> list[dict[str, object]]:
    return [{"code": str(n), "label": label} for n, label in enumerate(labels, first)]


def _listed(**labels: str) -> list[dict[str, object]]:
    return [{"code": code.removeprefix("n"), "label": label} for code, label in labels.items()]


CONDITIONS = _options("良好", "一般", "较差")
LISTS: dict[str, object] = {
    "forms": _options("门诊", "家庭访视", "电话"),
    "seen": _options("患者本人", "患者家属、监护人", "其他知情人"),
    "lost_reasons": _options(
        "外出打工/务工", "迁居他处", "走失", "连续3次未访到", "其他＿＿＿＿＿＿"
    ),
    "death_causes": _options(
        "躯体疾病", "自杀", "他杀", "意外", "精神疾病相关并发症", "其他＿＿＿＿"
    ),
    "death_details": [
        {"code": sign, "label": label}
        for sign, label in zip(
            "①②③④⑤⑥⑦⑧",
            (
                *("传染病和寄生虫病", "肿瘤", "心脏病", "脑血管病"),
                *("呼吸系统疾病", "消化系统疾病", "其他疾病", "不详"),
            ),
            strict=True,
        )
    ],
    "levels": _options(*(f"（{n}级）" for n in range(6)), first=0),
    "symptoms": _options(
        *("幻觉", "交流困难", "猜疑", "喜怒无常", "行为怪异", "兴奋话多", "伤人毁物"),
        *("悲观厌世", "无故外走", "自语自笑", "孤僻懒散", "其他＿＿＿＿＿＿"),
    ),
    "insight": _options("完全", "不全", "缺失"),
    "conditions": CONDITIONS,
    "lab_checks": _options("无", "有＿＿＿＿＿＿"),
    "functions": CONDITIONS,
    "work": [*CONDITIONS, *_listed(n9="不适用")],
    "acts": _options(
        *("轻度滋事＿＿次", "肇事＿＿次", "肇祸＿＿次", "其他危害行为＿＿次"),
        *("自伤＿＿次", "自杀未遂＿＿次", "无"),
    ),
    "locking": _options("无关锁", "关锁", "关锁已解除"),
    "hospital_stays": _options("未住院", "目前正在住院", "曾住院，现未住院", first=0),
    "adherence": _options("按医嘱规律用药", "间断用药", "不用药", "医嘱勿需用药"),
    "reactions": _listed(n1="无", n2="有＿＿＿＿", n9="不适用"),
    "effects": [*_options("痊愈", "好转", "无变化", "加重"), *_listed(n9="不适用")],
    "referral": _options("否", "是\u2002原因＿＿＿＿\u2002转至＿＿＿＿"),
    "rehabilitation": _options("生活劳动能力", "职业训练", "学习能力", "社会交往", "其他＿＿＿"),
    "stabilities": _options("不稳定", "基本稳定", "稳定"),
}


def blank() -> dict[str, object]:
    """Nothing but option lists."""
    return {"lists": LISTS}


def said(*chosen: str, **words: object) -> dict[str, object]:
    """What was chosen, and what was written beside it."""
    return {"chosen": list(chosen), "words": {k.removeprefix("n"): v for k, v in words.items()}}


def visit(**others: object) -> dict[str, object]:
    """An ordinary visit at home."""
    none = {f"n{n}": "0" for n in (1, 2, 3, 5, 6)}
    return {
        "lists": LISTS,
        "unit": "云栖镇卫生院",
        "case_number": "GA0101",
        "name": "石䶮",
        "number_area": "010",
        "number_serial": "00123",
        "visited_on": "2026-11-17",
        "form": "2",
        "seen": ["1", "2"],
        "lost_reason": said(),
        "died_on": None,
        "death_cause": said(),
        "death_detail": "",
        "rated": "3",
        "symptoms": said("3", "10"),
        "insight": "3",
        "sleep": "3",
        "diet": "2",
        "lab_check": said("1"),
        "self_care": "2",
        "housework": "2",
        "productive_work": "3",
        "learning": "2",
        "social_contact": "3",
        "acts": said("4", n4="1", **none),
        "locking": "1",
        "hospital_stay": "0",
        "discharged_on": None,
        "adherence": "2",
        "reaction": said("2", n2="嗜睡、体重增加"),
        "effect": "4",
        "referred": said("1"),
        "taken": [{"name": "奥氮平", "usage": "用法：每日1次，每次剂量10\u00a0mg"}],
        "advised": [{"name": "奥氮平", "usage": "晚10\u00a0mg"}],
        "long_acting": [],
        "rehabilitation": said("1", "4"),
        "stability": "1",
        "next_visit_on": "2026-11-24",
        "doctor": {"key": "doctor:2", "name": "穆青禾"},
        "witness": {"key": "patient:1", "name": "石䶮"},
        "more": [],
        **others,
    }


def thin_visit() -> dict[str, object]:
    """A patient who was not found."""
    asked = (
        *("rated", "insight", "sleep", "diet", "self_care", "housework", "productive_work"),
        *("learning", "social_contact", "locking", "hospital_stay", "adherence", "effect"),
        *("stability", "death_detail", "number_area", "number_serial", "case_number"),
    )
    several = ("symptoms", "lab_check", "acts", "reaction", "referred", "rehabilitation")
    nobody = {"key": "", "name": ""}
    return visit(
        **dict.fromkeys(asked, ""),
        **{key: said() for key in several},
        seen=[],
        lost_reason=said("5", n5="随亲属外出，地址不详"),
        taken=[],
        advised=[],
        next_visit_on=None,
        doctor=nobody,
        witness=nobody,
    )


def bursting_visit() -> dict[str, object]:
    """Everything chosen that can be, six medicines, and long words wherever they are written."""
    long = "连续三夜不睡，反复到邻居门前喊叫，劝说后能停，次日又来；" * 4
    symptoms = [str(n) for n in range(1, 13)]
    medicine = {"name": "棕榈酸帕利哌酮注射液", "usage": "用法：每日3次，每次剂量12.5\u00a0mg"}
    return visit(
        name="阿依努尔·买买提",
        seen=["1", "2", "3"],
        died_on="2026-11-16",
        death_cause=said("6", n6=long),
        death_detail="⑧",
        symptoms=said(*symptoms, n12=long),
        lab_check=said("2", n2=long),
        acts=said("1", "2", "3", "4", "5", "6", **{f"n{n}": str(n) for n in range(1, 7)}),
        hospital_stay="2",
        discharged_on="2026-11-10",
        reaction=said("2", n2=long),
        referred=said("2", n2=["断药后症状加重", "县第三人民医院精神科"]),
        taken=[medicine] * 6,
        advised=[medicine] * 4,
        long_acting=[medicine] * 2,
        rehabilitation=said("1", "2", "3", "4", "5", n5=long),
        more=[{"item": "随访情况", "words": long * 3}, {"item": "通知联系部门", "words": long}],
    )
