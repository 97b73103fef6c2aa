"""Codes of case work: intake, the life of a case, plans and remarks.

Where a list stands on an official form its numbers are those of that form; the rest are words of
this program.
"""

from __future__ import annotations

from data.codes import Labelled


class IntakeOutcome(Labelled):
    """What a meeting made of an intake assessment."""

    ACCEPTED = "accepted", "同意入组"
    REJECTED = "rejected", "不入组"
    DEFERRED = "deferred", "暂缓"


class Standing(Labelled):
    """Whether a case is being worked on."""

    RUNNING = "running", "在组"
    PAUSED = "paused", "暂停"
    ENDED = "ended", "出组"


class ExitReason(Labelled):
    """Why a case ended. No document lists the reasons; these are the program's proposal."""

    GOALS = "goals", "目标达到，不再符合入组标准"
    TRANSFERRED = "transferred", "已转出并由接收地接收"
    DIED = "died", "死亡"
    CONSENT_WITHDRAWN = "consent_withdrawn", "撤回知情同意"


class PlanArea(Labelled):
    """The areas of a plan (管庄地区个案管理工作方案（2019），四（二）)."""

    RISK = "risk", "风险防范"
    MEDICATION = "medication", "药物管理"
    GUARDIANSHIP = "guardianship", "家庭监护"
    BEHAVIOUR = "behaviour", "行为管理"
    PSYCHOLOGY = "psychology", "心理干预"
    SYMPTOMS = "symptoms", "改善精神症状"
    INSIGHT = "insight", "提高自知力"
    BODY = "body", "躯体问题处理"


class ItemState(Labelled):
    """How far one line of a plan has come."""

    NOT_BEGUN = "not_begun", "未开始"
    RUNNING = "running", "进行中"
    REACHED = "reached", "已达到"
    NOT_REACHED = "not_reached", "未达到"
    NO_LONGER_NEEDED = "no_longer_needed", "不再需要"


class CareForm(Labelled):
    """目前就医方式, as numbered in the 个案管理计划 of the booklet."""

    OUTPATIENT = "1", "门诊"
    INPATIENT = "2", "住院"
    COMMUNITY_TREATMENT = "3", "社区治疗"
    COMMUNITY_REHABILITATION = "4", "社区康复"
    BUYS_MEDICINE = "5", "自购药品"
    UNTREATED = "6", "未治"


class UntreatedReason(Labelled):
    """未治原因, as numbered in the booklet; one regional system writes 99 for 其他."""

    MONEY = "1", "经济条件不允许"
    FEELS_WELL = "2", "认为病已好"
    NO_CONFIDENCE = "3", "对治疗无信心"
    ADVERSE_REACTION = "4", "药物不良反应"
    OTHER = "5", "其他"


class ManagementLevel(Labelled):
    """管理级别, as numbered in the booklet."""

    FIRST = "1", "一级管理"
    SECOND = "2", "二级管理"
    THIRD = "3", "三级管理"


class AnnotationOutcome(Labelled):
    """What the team made of a remark."""

    ADOPTED = "adopted", "采纳"
    NOT_ADOPTED = "not_adopted", "不采纳"


class SlipResult(Labelled):
    """办理结果 on a task slip, as whoever returns it ticks it."""

    DONE = "done", "已办"
    PARTLY = "partly", "部分办理"
    NO_LONGER_NEEDED = "no_longer_needed", "未办：情况变化，不再需要"
    NOT_DONE = "not_done", "未办：其他原因"


class SlipEvidence(Labelled):
    """所附证据 on a task slip; how many is written into the room the words leave."""

    PHOTOS = "photos", "照片＿＿张"
    RECORDS = "records", "记录＿＿页"
    RECEIPTS = "receipts", "回执、单据＿＿份"
    NONE = "none", "无"
