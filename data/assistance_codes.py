"""Codes of what a patient and the guardian are given: the subsidy and the other kinds of help.

The documents name these things and number none of them, so the values are the program's own.
"""

from __future__ import annotations

from data.codes import Labelled


class SubsidyState(Labelled):
    """How it stands with the subsidy for guarding a patient (监护补贴)."""

    APPLIED = "applied", "已申请"
    GRANTED = "granted", "已批准"
    REFUSED = "refused", "未批准"
    PAUSED = "paused", "暂停发放"
    CANCELLED = "cancelled", "已取消"
    GUARDIAN_CHANGED = "guardian_changed", "已调整监护人"


class SubsidyStep(Labelled):
    """What may be proposed when the duty is not done (齐云山镇方案（2024），三（七）)."""

    CANCEL = "cancel", "取消补贴"
    CHANGE_GUARDIAN = "change_guardian", "调整监护人"


class ProposalOutcome(Labelled):
    """What a meeting made of a proposal."""

    ACCEPTED = "accepted", "同意"
    REJECTED = "rejected", "不同意"
    DEFERRED = "deferred", "暂缓"


class AssistanceKind(Labelled):
    """What a patient or the family may be given.

    The first seven: 齐云山镇方案（2024），三（九）. The rest stand in an earlier county plan.
    """

    MEDICINE_COSTS = "medicine_costs", "药费补助"
    LIVING_ALLOWANCE = "living_allowance", "困难生活补贴"
    NURSING_ALLOWANCE = "nursing_allowance", "护理补贴"
    DESTITUTE_SUPPORT = "destitute_support", "五保（特困供养）"
    MINIMUM_LIVING = "minimum_living", "低保"
    GUARDIAN_SUBSIDY = "guardian_subsidy", "监护补贴"
    HOME_SERVICE = "home_service", "上门服务"
    MEDICAL_INSURANCE = "medical_insurance", "医疗保险参保"
    MEDICAL_AID = "medical_aid", "定点医疗救助"
    VETERAN_CARE = "veteran_care", "复员退伍军人优抚"


class AssistanceState(Labelled):
    """How it stands with one kind of help."""

    NOT_ENTITLED = "not_entitled", "不符合条件"
    TO_APPLY = "to_apply", "待申请"
    APPLIED = "applied", "已申请"
    RECEIVED = "received", "已享受"
    REFUSED = "refused", "未批准"
    PAUSED = "paused", "暂停"
    ENDED = "ended", "已停止"
