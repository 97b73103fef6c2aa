"""The questions of the visit record, in the sections and the order of the national form.

严重精神障碍患者随访服务记录表. What it does not print but the class is made from says so beside it.
"""

from __future__ import annotations

from collections.abc import Iterable

from data.clinical_codes import (
    Adherence,
    AdverseReaction,
    Insight,
    PhysicalIllness,
    SocialFunction,
    Symptoms,
)
from data.codes import RiskLevel, Stability, VisitForm
from data.medication_codes import Reaction
from data.visit_codes import (
    Condition,
    DangerousAct,
    DeathCause,
    DeathDetail,
    HospitalStay,
    LabCheck,
    Locking,
    LostReason,
    PersonSeen,
    ReactionSeen,
    Rehabilitation,
    Symptom,
    TreatmentEffect,
    YesNo,
)
from workbench.rules.visit_questions import AnswerKind, Question, Reached, Section
from workbench.rules.visit_records import ITEMS


def _one(
    item: str,
    codes: Iterable[object],
    title: str = "",
    *,
    after: tuple[str, frozenset[object]] | None = None,
    note: str = "",
) -> Question:
    return Question(item, title or ITEMS[item], AnswerKind.ONE, tuple(codes), after, note)


def _many(
    item: str,
    codes: Iterable[object],
    title: str = "",
    *,
    after: tuple[str, frozenset[object]] | None = None,
) -> Question:
    return Question(item, title or ITEMS[item], AnswerKind.MANY, tuple(codes), after)


def _line(item: str, title: str, after: str, *answers: object) -> Question:
    return Question(item, title, AnswerKind.LINE, after=(after, frozenset(answers)))


def _day(item: str, title: str, after: str, *answers: object) -> Question:
    return Question(item, title, AnswerKind.DAY, after=(after, frozenset(answers)))


_FUNCTIONS = {
    "self_care": "生活料理",
    "housework": "家务劳动",
    "productive_work": "生产劳动",
    "learning": "学习能力",
    "social_contact": "社会交往",
}
_BESIDE = "表外，分类要用"
_ASKED = frozenset({YesNo.YES})
_EVERY = frozenset(Reached)
# Nothing calls for these but a rule that wants a reason; what was written is always shown.
_WHEN_ASKED_FOR = "asked for by a rule"

SECTIONS = (
    Section(
        "本次随访",
        (
            Question("visited_on", "随访日期", AnswerKind.DAY),
            _one("reached", Reached, "随访结果"),
            _one("form", VisitForm, "随访形式"),
            _many("seen", PersonSeen, "随访对象", after=("reached", frozenset({Reached.MET}))),
        ),
        _EVERY,
    ),
    Section(
        "没有访到",
        (
            _one("lost_reason", LostReason, "原因", note="每次未访到都选4；拒访选5并写明"),
            _line("lost_other", "写明原因", "lost_reason", LostReason.OTHER),
        ),
        frozenset({Reached.MISSED}),
    ),
    Section(
        "死亡",
        (
            Question("died_on", "死亡日期", AnswerKind.DAY),
            _one("death_cause", DeathCause, "死亡原因"),
            _one(
                "death_detail",
                DeathDetail,
                "疾病明细",
                after=("death_cause", frozenset({DeathCause.PHYSICAL_ILLNESS})),
            ),
            _line("death_other", "写明原因", "death_cause", DeathCause.OTHER),
        ),
        frozenset({Reached.DEAD}),
    ),
    Section(
        "精神状况",
        (
            Question("level", "危险性等级", AnswerKind.LEVEL, tuple(RiskLevel)),
            _line("level_reason", "评级理由", _WHEN_ASKED_FOR),
            _many("symptoms", Symptom),
            _line("symptoms_other", "其他症状", "symptoms", Symptom.OTHER),
            _one("symptom_severity", Symptoms, "精神症状", note=_BESIDE),
            _one("insight", Insight),
            _one("sleep", Condition, "睡眠"),
            _one("diet", Condition, "饮食"),
        ),
    ),
    Section(
        "社会功能",
        tuple(
            _one(
                item,
                [
                    code
                    for code in SocialFunction
                    if item == "productive_work" or code is not SocialFunction.NOT_APPLICABLE
                ],
                title,
            )
            for item, title in _FUNCTIONS.items()
        ),
    ),
    Section(
        "上次随访以来",
        (
            Question("acts", "危险行为", AnswerKind.TIMES, tuple(DangerousAct)),
            _one("locking", Locking, "关锁"),
            _one("hospital_stay", HospitalStay, "住院"),
            _day("discharged_on", "末次出院", "hospital_stay", HospitalStay.PAST),
            _one("lab_check", LabCheck),
            _line("lab_words", "检查和结果", "lab_check", LabCheck.DONE),
            _one("physical_illness", PhysicalIllness, "躯体疾病", note=_BESIDE),
        ),
    ),
    Section(
        "用药",
        (
            _one("adherence", Adherence, "用药依从性"),
            _one("prescribed_lately", (False, True), "近期处方", note="3个月内，含家属代取"),
            _one("reaction", ReactionSeen, "不良反应"),
            _many(
                "reaction_kinds",
                Reaction,
                "反应种类",
                after=("reaction", frozenset({ReactionSeen.SEEN})),
            ),
            _line("reaction_words", "哪种药、反应", "reaction", ReactionSeen.SEEN),
            _one(
                "adr_severity",
                AdverseReaction,
                "反应程度",
                after=("reaction", frozenset({ReactionSeen.SEEN})),
                note=_BESIDE,
            ),
            _one("effect", TreatmentEffect),
        ),
    ),
    Section(
        "转诊与康复",
        (
            _one("referral_advised", YesNo, "需要转诊"),
            _one("referred", YesNo, "已经转诊"),
            Question(
                "referral_reason", "转诊原因", AnswerKind.LINE, after=("referral_advised", _ASKED)
            ),
            _line("referred_to", "转至机构", "referred", YesNo.YES),
            _line("referred_department", "转至科室", "referred", YesNo.YES),
            _one("referral_succeeded", YesNo, "转诊成功", after=("referred", _ASKED)),
            _one("psychiatrist_contacted", YesNo, "联系精神科"),
            _one("departments_notified", YesNo, "通知部门", note="公安、综治中心"),
            _line("police_contact", "公安受理人", "departments_notified", YesNo.YES),
            _line("police_phone", "公安电话", "departments_notified", YesNo.YES),
            _line("centre_contact", "综治受理人", "departments_notified", YesNo.YES),
            _line("centre_phone", "综治电话", "departments_notified", YesNo.YES),
            _many("rehabilitation", Rehabilitation),
            _line("rehabilitation_other", "其他措施", "rehabilitation", Rehabilitation.OTHER),
        ),
    ),
    Section(
        "结论",
        (
            _one("stability", Stability, "随访分类"),
            _line("stability_reason", "分类理由", _WHEN_ASKED_FOR),
            _one("in_case_management", (False, True), "进行个案管理"),
            _one("case_social_evaluation", Condition, "社会功能总评"),
        ),
    ),
    Section(
        "记录",
        (
            _day("next_visit_on", "下次随访", "reached", Reached.MET, Reached.MISSED),
            Question("words", "随访情况", AnswerKind.TEXT),
            Question("doctor", "随访医生", AnswerKind.LINE),
            Question("institution", "随访机构", AnswerKind.LINE),
        ),
        _EVERY,
    ),
)
QUESTIONS = {question.item: question for part in SECTIONS for question in part.questions}
