"""Codes of medication: how medicines are measured, who takes them, and what is done about it."""

from __future__ import annotations

from data.clinical_codes import Adherence
from data.codes import Labelled


class MedicationPurpose(Labelled):
    """Which part of the visit record a line belongs to; the form keeps the three apart."""

    TAKEN = "taken", "用药情况"
    GUIDANCE = "guidance", "用药指导"
    ADJUSTED = "adjusted", "调整用药情况"


class DoseUnit(Labelled):
    """The unit a dose is counted in. 棕榈酸帕利哌酮 is counted in mg eq."""

    MG = "mg", "mg"
    MG_EQ = "mg_eq", "mg eq"
    ML = "ml", "mL"


class TimesPer(Labelled):
    """每日 or 每月, before so many times."""

    DAY = "day", "每日"
    MONTH = "month", "每月"


class Span(Labelled):
    """What an interval between two injections is counted in."""

    WEEKS = "weeks", "周"
    MONTHS = "months", "个月"


class InjectionState(Labelled):
    """Where a long-acting medicine stands on a day. It says nothing about a dose."""

    NO_INTERVAL = "no_interval", "未定间隔"
    NOT_YET = "not_yet", "未到期"
    DUE = "due", "到期"
    OVERDUE = "overdue", "过期"


class MedicationClass(Labelled):
    """服药四分类 (齐云山镇提质增效专项行动方案（2024）). The values are those of 用药依从性."""

    REGULAR = "1", "按医嘱规律服药"
    NOT_NEEDED = "4", "医嘱不需服药"
    INTERMITTENT = "2", "间断服药"
    NONE = "3", "持续未服药"

    @property
    def adherence(self) -> Adherence:
        """The answer of the visit record that puts a patient into this class."""
        return _ADHERENCE[self]

    @classmethod
    def of(cls, adherence: Adherence) -> MedicationClass:
        """The class a patient with this answer belongs to."""
        return next(code for code in cls if code.adherence is adherence)


_ADHERENCE = {
    MedicationClass.REGULAR: Adherence.REGULAR,
    MedicationClass.NOT_NEEDED: Adherence.NOT_NEEDED,
    MedicationClass.INTERMITTENT: Adherence.INTERMITTENT,
    MedicationClass.NONE: Adherence.NONE,
}


class NotTakingCause(Labelled):
    """Why a patient does not take what was prescribed, in the groups of 一人一策."""

    POVERTY = "poverty", "贫困未买药"
    INCONVENIENT = "inconvenient", "购药不方便"
    RESISTANT = "resistant", "依从性差、副作用大、主观抵触"
    UNGUARDED = "unguarded", "无监护、弱监护或依从性差"
    OTHER = "other", "其他"

    @property
    def booklet_codes(self) -> tuple[str, ...]:
        """The numbers of 未治原因 in the case booklet that mean the same; none where unknown."""
        return _BOOKLET[self]


_BOOKLET = {
    NotTakingCause.POVERTY: ("1",),
    NotTakingCause.INCONVENIENT: (),
    NotTakingCause.RESISTANT: ("4", "2", "3"),
    NotTakingCause.UNGUARDED: (),
    NotTakingCause.OTHER: ("5",),
}


class MedicationMeasure(Labelled):
    """What is done so that a patient takes what was prescribed."""

    AID = "aid", "救助救治政策"
    FREE_MEDICINE = "free_medicine", "困难患者免费服药"
    DELIVERY = "delivery", "送药上门"
    ADJUSTMENT = "adjustment", "调整用药"
    EDUCATION = "education", "服药宣教"
    LONG_ACTING = "long_acting", "建议长效针剂"
    OTHER = "other", "其他"


class Reaction(Labelled):
    """Which adverse reaction was seen, to tick instead of typing."""

    DYSTONIA = "dystonia", "急性肌张力障碍（动眼、斜颈、扭曲）"
    PARKINSONISM = "parkinsonism", "类帕金森（动作慢、震颤、面具脸）"
    AKATHISIA = "akathisia", "静坐不能"
    TARDIVE = "tardive", "迟发性运动障碍"
    SEDATION = "sedation", "嗜睡/镇静"
    LOW_PRESSURE = "low_pressure", "头晕/体位性低血压"
    DRY_MOUTH = "dry_mouth", "口干"
    CONSTIPATION = "constipation", "便秘"
    BLURRED_SIGHT = "blurred_sight", "视物模糊"
    URINATION = "urination", "排尿困难"
    SALIVATION = "salivation", "流涎"
    HEART = "heart", "心悸/心电图异常"
    LIVER = "liver", "肝功能异常"
    WEIGHT = "weight", "体重增加"
    METABOLISM = "metabolism", "血糖、血脂异常"
    PROLACTIN = "prolactin", "闭经/溢乳/性功能障碍"
    WHITE_CELLS = "white_cells", "粒细胞减少"
    SEIZURE = "seizure", "癫痫发作"
    RASH = "rash", "皮疹"
    INJECTION_SITE = "injection_site", "注射部位红肿硬结疼痛"
    MALIGNANT = "malignant", "恶性综合征"
    OTHER = "other", "其他"
