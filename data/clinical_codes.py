"""What is known about a patient's condition, as codes, and the criteria made from it.

Option numbers on the visit record moved between its versions, so the words are stored and the
numbers are written when a form is filled.
"""

from __future__ import annotations

from data.codes import CaseKind, Labelled


class Adherence(Labelled):
    """服药依从性 (严重精神障碍患者随访服务记录表, 用药依从性)."""

    REGULAR = "regular", "规律服药"
    INTERMITTENT = "intermittent", "间断服药"
    NONE = "none", "不服药"
    NOT_NEEDED = "not_needed", "医嘱勿需用药"


class Insight(Labelled):
    """自知力 (严重精神障碍患者随访服务记录表)."""

    FULL = "full", "自知力完全"
    PARTIAL = "partial", "自知力不全"
    ABSENT = "absent", "自知力缺失"


class Symptoms(Labelled):
    """How marked the psychotic symptoms are. The printed visit record does not ask this."""

    GONE = "gone", "精神症状基本消失"
    PRESENT = "present", "存在精神症状"
    MARKED = "marked", "精神症状明显"


class SocialFunction(Labelled):
    """One of the five 社会功能 items, as numbered on every version of the visit record."""

    GOOD = "1", "良好"
    FAIR = "2", "一般"
    POOR = "3", "较差"
    NOT_APPLICABLE = "9", "此项不适用"


class AdverseReaction(Labelled):
    """How severe an adverse drug reaction is."""

    NONE = "none", "无药物不良反应"
    MILD = "mild", "轻度药物不良反应"
    SEVERE = "severe", "严重药物不良反应"


class PhysicalIllness(Labelled):
    """How severe a bodily illness is; an illness that is under control counts as none."""

    NONE = "none", "无躯体疾病或病情稳定"
    PRESENT = "present", "有躯体疾病"
    SEVERE = "severe", "严重躯体疾病"


class Guardianship(Labelled):
    """监护能力. No official definition was found; a unit decides who counts as weak."""

    ADEQUATE = "adequate", "有监护"
    WEAK = "weak", "弱监护"
    NONE = "none", "无监护"


class CaseFact(Labelled):
    """The facts the rules of case work ask for, and what each is called."""

    RISK_LEVEL = "risk_level", "危险性等级"
    ADHERENCE = "adherence", "服药依从性"
    INSIGHT = "insight", "自知力"
    SYMPTOMS = "symptoms", "精神症状"
    SOCIAL_FUNCTIONS = "social_functions", "社会功能"
    ADVERSE_REACTION = "adverse_reaction", "药物不良反应"
    PHYSICAL_ILLNESS = "physical_illness", "躯体疾病"
    GUARDIANSHIP = "guardianship", "监护能力"
    STRESSFUL_EVENT = "stressful_event", "重大或持续性应激性生活事件"
    SUBSTANCE_USE = "substance_use", "目前物质滥用"
    POLICE_LISTED = "police_listed", "公安列管重点"
    PAST_SERIOUS_HARM = "past_serious_harm", "既往严重伤害或自杀行为"
    HOSPITALISED = "hospitalised", "目前正在住院"
    ADMISSIONS = "admissions", "入院日期"
    LAST_VISIT_ON = "last_visit_on", "上次随访日期"
    REFERRED_ON = "referred_on", "转诊日期"


class Criterion(Labelled):
    """The criteria for case management (管庄地区个案管理工作方案（2019），二)."""

    LOW_LEVEL = "high_risk.level", "危险性评估1—2级"
    ADHERENCE = "high_risk.adherence", "未服药或服药不规律，除外遵医嘱不需服药"
    GUARDIANSHIP = "high_risk.guardianship", "弱监护或零监护"
    STRESS = "high_risk.stress", "重大或持续性应激性生活事件，或目前有物质滥用"
    HISTORY = "high_risk.history", "公安列管重点，或既往有严重伤害行为、自杀行为"
    ADMISSIONS = "high_risk.admissions", "频繁出入院"
    HIGH_LEVEL = "unstable.level", "危险性评估3—5级"
    SYMPTOMS = "unstable.symptoms", "精神病症状明显"
    INSIGHT = "unstable.insight", "自知力缺乏"
    BODY = "unstable.body", "严重药物不良反应或严重躯体疾病"

    @property
    def kind(self) -> CaseKind:
        """The kind of case this criterion speaks for."""
        return CaseKind(self.value.partition(".")[0])
