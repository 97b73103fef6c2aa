"""What a visit record must not say, what it leaves open, and which class it speaks for.

严重精神障碍患者随访服务记录表 and its notes, unless a rule says that it is this program's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from data.clinical_codes import AdverseReaction, SocialFunction
from data.codes import Labelled
from data.form_versions import is_on
from data.medication_codes import Reaction
from data.visit_codes import (
    DangerousAct,
    DeathCause,
    FormVersion,
    HospitalStay,
    LabCheck,
    LostReason,
    ReactionSeen,
    Rehabilitation,
    Symptom,
    YesNo,
)
from workbench.rules.assessments import level_after_harm
from workbench.rules.facts import Facts
from workbench.rules.stability import ORDER, Classed, classify
from workbench.rules.visit_answers import VisitAnswers, VisitRecord

FUNCTIONS = {
    "self_care": "个人生活料理",
    "housework": "家务劳动",
    "productive_work": "生产劳动及工作",
    "learning": "学习能力",
    "social_contact": "社会人际交往",
}
ITEMS = {
    "seen": "本次随访对象",
    "level": "危险性评估",
    "symptoms": "目前症状",
    "insight": "自知力",
    "sleep": "睡眠情况",
    "diet": "饮食情况",
    **FUNCTIONS,
    "acts": "危险行为",
    "locking": "关锁情况",
    "hospital_stay": "住院情况",
    "lab_check": "实验室检查",
    "adherence": "用药依从性",
    "reaction": "药物不良反应",
    "effect": "治疗效果",
    "rehabilitation": "康复措施",
    "stability": "本次随访分类",
    "next_visit_on": "下次随访日期",
}
_WORDS_WANTED = {
    "lost_other": "失访原因选了“其他”，请写明",
    "death_other": "死亡原因选了“其他”，请写明",
    "symptoms_other": "目前症状选了“其他”，请写明",
    "rehabilitation_other": "康复措施选了“其他”，请写明",
    "lab_words": "实验室检查选了“有”，请写明检查和结果",
    "reaction_words": "药物不良反应选了“有”或“其他”，请写明是哪种药、什么反应",
}
HARMLESS = (ReactionSeen.NONE, ReactionSeen.NOT_APPLICABLE)


@dataclass(frozen=True)
class Problem:
    """One thing that cannot stand: the item by its name in the record, and what is wrong."""

    item: str
    words: str


def find_problems(record: VisitRecord, *, today: date) -> tuple[Problem, ...]:
    """Everything that cannot stand in a record; nothing is asked that may stay unknown."""
    answers = record.answers
    return (
        *_days(record, today),
        *_death(answers),
        *_functions(answers),
        *problems_of_acts(answers.acts or {}),
        *_level(record),
        *_reaction(answers),
        *_words_missing(answers),
        *_class(record),
        *_not_on_form(answers),
    )


def unanswered(record: VisitRecord) -> tuple[str, ...]:
    """The items left open, by name; none are asked of a patient who is lost or dead."""
    if record.ends_the_questions:
        return ()
    open_items = [
        item
        for item in ITEMS
        if (record.level if item == "level" else getattr(record.answers, item)) is None
    ]
    return tuple(ITEMS[item] for item in open_items)


def suggested_class(record: VisitRecord) -> Classed:
    """The class that what was found on this visit speaks for."""
    return classify(facts_of(record))


def facts_of(record: VisitRecord) -> Facts:
    """What one visit tells the rules of case work.

    A reaction that was not seen, or could not be, counts as none; one that was seen has no
    severity until somebody says so. The printed form does not ask for severities.
    """
    answers = record.answers
    functions = answers.social_functions
    return Facts(
        risk_level=record.level,
        adherence=answers.adherence,
        insight=answers.insight,
        symptoms=answers.symptom_severity,
        social_functions=functions if any(functions) else None,
        adverse_reaction=_severity(answers),
        physical_illness=answers.physical_illness,
        hospitalised=_in_hospital(answers),
        last_visit_on=None if record.ends_the_questions else record.visited_on,
        referred_on=record.visited_on if answers.referred is YesNo.YES else None,
    )


def _severity(answers: VisitAnswers) -> AdverseReaction | None:
    if answers.adr_severity is None and answers.reaction in HARMLESS:
        return AdverseReaction.NONE
    return answers.adr_severity


def _in_hospital(answers: VisitAnswers) -> bool | None:
    stay = answers.hospital_stay
    return None if stay is None else stay is HospitalStay.PRESENT


def _days(record: VisitRecord, today: date) -> Iterator[Problem]:
    answers, visited = record.answers, record.visited_on
    if visited > today:
        yield Problem("visited_on", "随访日期晚于今天")
    if answers.died_on is not None and answers.died_on > visited:
        yield Problem("died_on", "死亡日期晚于随访日期")
    if answers.discharged_on is not None and answers.discharged_on > visited:
        yield Problem("discharged_on", "末次出院时间晚于随访日期")
    if answers.hospital_stay is HospitalStay.PAST and answers.discharged_on is None:
        yield Problem("discharged_on", "曾住院，现未住院的，须写明末次出院时间")
    if answers.next_visit_on is not None and answers.next_visit_on <= visited:
        yield Problem("next_visit_on", "下次随访日期应晚于随访日期")


def _death(answers: VisitAnswers) -> Iterator[Problem]:
    if answers.death_detail and answers.death_cause is not DeathCause.PHYSICAL_ILLNESS:
        yield Problem("death_detail", "死亡原因不是躯体疾病的，不填疾病明细")


def _functions(answers: VisitAnswers) -> Iterator[Problem]:
    for item, name in FUNCTIONS.items():
        not_applicable = getattr(answers, item) is SocialFunction.NOT_APPLICABLE
        if not_applicable and item != "productive_work":
            yield Problem(item, f"“{name}”不能选“此项不适用”，只有生产劳动及工作可以")


def problems_of_acts(acts: Mapping[DangerousAct, int]) -> Iterator[Problem]:
    """Name what cannot stand among acts and how often each happened."""
    happened = [act for act in acts if act is not DangerousAct.NONE]
    if DangerousAct.NONE in acts and happened:
        yield Problem("acts", "危险行为选了“无”，就不能再选别的行为")
    if acts.get(DangerousAct.NONE):
        yield Problem("acts", "危险行为选了“无”，次数应为0")
    for act in happened:
        if acts[act] < 1:
            yield Problem("acts", f"“{act.label}”的次数应大于0")


def _level(record: VisitRecord) -> Iterator[Problem]:
    acts = record.answers.acts or {}
    self_harm, suicide = DangerousAct.SELF_HARM in acts, DangerousAct.SUICIDE_ATTEMPT in acts
    if record.answers.level_reason or not (self_harm or suicide):
        return
    if record.level is None:
        yield Problem("level", "有自伤或自杀未遂，应至少评定为4级，未评定的须写明理由")
        return
    found = level_after_harm(record.level, self_harm=self_harm, suicide_attempt=suicide)
    if found.needs_reason:
        yield Problem("level_reason", found.because.removesuffix("。"))


def _reaction(answers: VisitAnswers) -> Iterator[Problem]:
    seen, severity = answers.reaction, answers.adr_severity
    if seen in HARMLESS and severity not in (None, AdverseReaction.NONE):
        yield Problem("adr_severity", f"药物不良反应选了“{seen.label}”，不能再选程度")
    if seen is ReactionSeen.SEEN and severity is AdverseReaction.NONE:
        yield Problem("adr_severity", "药物不良反应选了“有”，程度不能是“无”")
    if seen in HARMLESS and answers.reaction_kinds:
        yield Problem("reaction_kinds", f"药物不良反应选了“{seen.label}”，不能再选种类")


def _words_missing(answers: VisitAnswers) -> Iterator[Problem]:
    kinds = answers.reaction_kinds or ()
    told = answers.reaction_words or set(kinds) - {Reaction.OTHER}
    wanted = {
        "lost_other": answers.lost_reason is LostReason.OTHER,
        "death_other": answers.death_cause is DeathCause.OTHER,
        "symptoms_other": Symptom.OTHER in (answers.symptoms or ()),
        "rehabilitation_other": Rehabilitation.OTHER in (answers.rehabilitation or ()),
        "lab_words": answers.lab_check is LabCheck.DONE,
        "reaction_words": Reaction.OTHER in kinds
        or (answers.reaction is ReactionSeen.SEEN and not told),
    }
    for item, needed in wanted.items():
        if needed and not getattr(answers, item):
            yield Problem(item, _WORDS_WANTED[item])


def _class(record: VisitRecord) -> Iterator[Problem]:
    """A class other than the one found needs a written reason; this is a default of ours."""
    chosen, found = record.answers.stability, suggested_class(record)
    if chosen is None or record.answers.stability_reason:
        return
    differs = found.stability is not None and chosen is not found.stability
    if differs or ORDER.index(chosen) < ORDER.index(found.at_least):
        yield Problem(
            "stability_reason",
            f"本次随访分类选了“{chosen.label}”，按已知情况建议“{found.at_least.label}”，请写明理由",
        )


def _not_on_form(answers: VisitAnswers) -> Iterator[Problem]:
    version = answers.form_version
    if version is FormVersion.V2017:
        return
    given: dict[str, tuple[Labelled | None, ...]] = {
        "acts": tuple(answers.acts or ()),
        "adherence": (answers.adherence,),
        "hospital_stay": (answers.hospital_stay,),
        "reaction": (answers.reaction,),
        "effect": (answers.effect,),
    }
    for item, codes in given.items():
        for code in codes:
            if code is not None and not is_on(version, code):
                words = f"{version.label}的“{ITEMS[item]}”没有“{code.label}”这一项"
                yield Problem(item, words)
