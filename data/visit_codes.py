"""What can be ticked on the visit record, 随访服务记录表, as its form of 2017 numbers it.

Codes are stored by these numbers whatever form was filled in; `data.form_versions` gives the
numbers of the older form. Lists that other rules share (危险性, 自知力, 社会功能, 用药依从性,
病情分类) stand in `data.codes` and `data.clinical_codes`.
"""

from __future__ import annotations

from data.codes import Labelled


class FormVersion(Labelled):
    """Which print of the form was filled in; option numbers moved between them."""

    V2011 = "2011", "2011年版"
    V2017 = "2017", "2017年版"


class YesNo(Labelled):
    """否／是, as numbered wherever the form asks it."""

    NO = "1", "否"
    YES = "2", "是"


class PersonSeen(Labelled):
    """本次随访对象."""

    PATIENT = "1", "患者本人"
    FAMILY = "2", "患者家属、监护人"
    INFORMANT = "3", "其他知情人"


class LostReason(Labelled):
    """失访原因."""

    WORKING_AWAY = "1", "外出打工/务工"
    MOVED = "2", "迁居他处"
    MISSING = "3", "走失"
    NOT_REACHED = "4", "连续3次未访到"
    OTHER = "5", "其他"


class DeathCause(Labelled):
    """死亡原因."""

    PHYSICAL_ILLNESS = "1", "躯体疾病"
    SUICIDE = "2", "自杀"
    HOMICIDE = "3", "他杀"
    ACCIDENT = "4", "意外"
    COMPLICATION = "5", "精神疾病相关并发症"
    OTHER = "6", "其他"


class DeathDetail(Labelled):
    """Which bodily illness a patient died of; the form circles these numbers."""

    INFECTION = "1", "传染病和寄生虫病"
    TUMOUR = "2", "肿瘤"
    HEART = "3", "心脏病"
    BRAIN = "4", "脑血管病"
    BREATHING = "5", "呼吸系统疾病"
    DIGESTION = "6", "消化系统疾病"
    OTHER = "7", "其他疾病"
    UNKNOWN = "8", "不详"


class Symptom(Labelled):
    """目前症状."""

    HALLUCINATION = "1", "幻觉"
    HARD_TO_TALK_TO = "2", "交流困难"
    SUSPICION = "3", "猜疑"
    MOOD_SWINGS = "4", "喜怒无常"
    STRANGE_BEHAVIOUR = "5", "行为怪异"
    EXCITEMENT = "6", "兴奋话多"
    VIOLENCE = "7", "伤人毁物"
    DESPAIR = "8", "悲观厌世"
    WANDERING = "9", "无故外走"
    TALKING_TO_SELF = "10", "自语自笑"
    WITHDRAWAL = "11", "孤僻懒散"
    OTHER = "12", "其他"


class Condition(Labelled):
    """睡眠情况、饮食情况, and every other question answered 良好、一般 or 较差."""

    GOOD = "1", "良好"
    FAIR = "2", "一般"
    POOR = "3", "较差"


class DangerousAct(Labelled):
    """危险行为 since the last visit. NONE says that there was none of the others."""

    MINOR = "1", "轻度滋事"
    OFFENCE = "2", "肇事"
    GRAVE_OFFENCE = "3", "肇祸"
    OTHER_HARM = "4", "其他危害行为"
    SELF_HARM = "5", "自伤"
    SUICIDE_ATTEMPT = "6", "自杀未遂"
    NONE = "7", "无"


class Locking(Labelled):
    """关锁情况 between two visits."""

    NEVER = "1", "无关锁"
    LOCKED = "2", "关锁"
    RELEASED = "3", "关锁已解除"


class HospitalStay(Labelled):
    """住院情况 between two visits."""

    NONE = "0", "未住院"
    PRESENT = "1", "目前正在住院"
    PAST = "2", "曾住院，现未住院"


class LabCheck(Labelled):
    """实验室检查 since the last visit, those in other hospitals included."""

    NONE = "1", "无"
    DONE = "2", "有"


class ReactionSeen(Labelled):
    """药物不良反应: whether there was one. How severe it was is asked beside it."""

    NONE = "1", "无"
    SEEN = "2", "有"
    NOT_APPLICABLE = "9", "此项不适用"


class TreatmentEffect(Labelled):
    """治疗效果."""

    CURED = "1", "痊愈"
    BETTER = "2", "好转"
    SAME = "3", "无变化"
    WORSE = "4", "加重"
    NOT_APPLICABLE = "9", "此项不适用"


class Rehabilitation(Labelled):
    """康复措施."""

    DAILY_LIFE = "1", "生活劳动能力"
    VOCATIONAL = "2", "职业训练"
    LEARNING = "3", "学习能力"
    SOCIAL = "4", "社会交往"
    OTHER = "5", "其他"
