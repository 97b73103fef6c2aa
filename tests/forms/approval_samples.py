"""Answers of the 入组／出组审批表, with invented people only."""

from __future__ import annotations

from tests.forms.assessment_samples import LONG, an_opinion, assessment, options, signers

HIGH_RISK = (
    *("危险性评估1—2级", "未服药或服药不规律，除外遵医嘱不需服药", "弱监护或零监护"),
    *("重大或持续性应激性生活事件，或目前有物质滥用",),
    *("公安列管重点，或既往有严重伤害行为、自杀行为", "频繁出入院"),
)
UNSTABLE = ("危险性评估3—5级", "精神病症状明显", "自知力缺乏", "严重药物不良反应或严重躯体疾病")
CRITERIA = (*(("高风险", c) for c in HIGH_RISK), *(("病情不稳定", c) for c in UNSTABLE))
_WHO = (
    *("unit", "meeting", "held_on", "name", "sex_and_age", "case_number", "id_number"),
    *("diagnosis", "hospital", "address", "case_kind"),
)


def lists() -> dict[str, object]:
    """The option lists the form is handed."""
    return {
        "passages": options(entry="入组", exit="出组"),
        "criteria": [
            {"code": str(n), "label": criterion, "group": kind}
            for n, (kind, criterion) in enumerate(CRITERIA)
        ],
        "met": options(yes="是", no="否", unknown="未知"),
        "kinds": options(high_risk="高风险", unstable="病情不稳定"),
        "outcomes": options(accepted="同意入组", rejected="不入组", deferred="暂缓"),
        "exit_reasons": options(
            goals="目标达到，不再符合入组标准",
            transferred="已转出并由接收地接收",
            died="死亡",
            consent_withdrawn="撤回知情同意",
        ),
    }


def blank_approval() -> dict[str, object]:
    """Nothing but option lists."""
    return {"lists": lists()}


def a_criterion(place: int, met: str = "unknown", evidence: str = "") -> dict[str, object]:
    """One criterion with its evidence."""
    kind, criterion = CRITERIA[place]
    on = "2026-11-10" if evidence else ""
    return {"kind": kind, "criterion": criterion, "met": met, "evidence": evidence, "on": on}


def approval(**others: object) -> dict[str, object]:
    """A patient taken in at an ordinary meeting."""
    whole = assessment()
    return {
        **{key: whole[key] for key in _WHO},
        "case_kind": "高风险（第1次入组）",
        "passage": "entry",
        "criteria": [
            a_criterion(0, "yes", "11月3日家访评为2级（随访记录）"),
            a_criterion(1, "yes", "自行停药两周（面访监护人）"),
            a_criterion(2, "no", "与父母同住（村干部）"),
            *(a_criterion(n) for n in range(3, 10)),
        ],
        "checked_on": "2026-11-20",
        "proposed_kind": "high_risk",
        "proposal": "",
        "exit_reason": "",
        "exit_words": "",
        "opinions": [an_opinion(1, 2, "符合两条，建议入组。")],
        "outcome": "accepted",
        "kind": "high_risk",
        "case_manager": "石䶮",
        "from_on": "2026-11-25",
        "ruling": "纳入个案管理（高风险），编号GA0123，个案管理员石䶮",
        "signers": signers(11),
        "lists": lists(),
        **others,
    }


def an_exit() -> dict[str, object]:
    """A case that ended because its goals were reached."""
    return approval(
        case_kind="高风险（第3次入组）",
        passage="exit",
        criteria=[a_criterion(n, "no", "复核未见（随访记录）") for n in range(10)],
        proposed_kind="",
        exit_reason="goals",
        exit_words="连续两次复核不符合标准，计划目标全部达到。",
        opinions=[],
        outcome="",
        ruling="个案GA0123出组（目标达到，不再符合入组标准）：连续两次复核不符合标准。",
    )


def thin_approval() -> dict[str, object]:
    """A patient on the agenda of whom nothing was gone through yet."""
    empty = dict.fromkeys(
        (
            *("sex_and_age", "case_number", "id_number", "diagnosis", "hospital", "address"),
            *("case_kind", "checked_on", "proposed_kind", "outcome", "kind", "case_manager"),
            *("from_on", "ruling"),
        ),
        "",
    )
    return approval(**empty, criteria=[], opinions=[], signers=signers(1))


def bursting_approval() -> dict[str, object]:
    """Long evidence for every criterion, ten opinions of 300 characters, rare names."""
    return approval(
        name="阿依努尔·买买提",
        case_manager="䶮𬭎",
        criteria=[a_criterion(n, "yes", LONG[: 30 * n + 20]) for n in range(10)],
        proposal=LONG[:300],
        opinions=[an_opinion(n, n % 6, LONG[:300]) for n in range(10)],
        ruling=LONG[:300],
        signers=signers(12),
    )
