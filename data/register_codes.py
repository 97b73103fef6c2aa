"""Codes of the register: who a person is, what they are entitled to, who guards them.

The numbers are those of the 2017 forms unless a list says otherwise; incidents are counted by
`data.visit_codes.DangerousAct`.
"""

from __future__ import annotations

from data.codes import Labelled


class Precision(Labelled):
    """How exactly a day is known. The national numbers for this were not found."""

    YEAR = "year", "精确到年"
    MONTH = "month", "精确到月"
    DAY = "day", "精确到日"


class Verdict(Labelled):
    """What somebody who compared two records found."""

    DIFFERENT = "different", "不是同一人"
    DUPLICATE = "duplicate", "重复登记"


class Ethnicity(Labelled):
    """民族 (个人基本信息表)."""

    HAN = "1", "汉族"
    MINORITY = "2", "少数民族"


class Education(Labelled):
    """文化程度 (个人基本信息表)."""

    ILLITERATE = "1", "文盲及半文盲"
    PRIMARY = "2", "小学"
    JUNIOR = "3", "初中"
    SENIOR = "4", "高中/技校/中专"
    COLLEGE = "5", "大学专科及以上"
    UNCLEAR = "6", "不详"


class Marriage(Labelled):
    """婚姻状况 (个人基本信息表)."""

    SINGLE = "1", "未婚"
    MARRIED = "2", "已婚"
    WIDOWED = "3", "丧偶"
    DIVORCED = "4", "离婚"
    NOT_SAID = "5", "未说明"


class Employment(Labelled):
    """就业情况 (个人信息补充表)."""

    WORKER = "1", "在岗工人"
    MANAGER = "2", "在岗管理者"
    FARMER = "3", "农民"
    UNEMPLOYED = "4", "下岗或无业"
    STUDENT = "5", "在校学生"
    RETIRED = "6", "退休"
    PROFESSIONAL = "7", "专业技术人员"
    OTHER = "8", "其他"
    UNCLEAR = "9", "不详"


class Household(Labelled):
    """户别 (个人信息补充表)."""

    URBAN = "1", "城镇"
    RURAL = "2", "农村"


class Residency(Labelled):
    """常住类型 (个人基本信息表)."""

    REGISTERED = "1", "户籍"
    NOT_REGISTERED = "2", "非户籍"


class Economy(Labelled):
    """经济状况 (个人信息补充表). 不详 is an option of the 2011 form alone."""

    POOR = "1", "贫困，在当地贫困线标准以下"
    NOT_POOR = "2", "非贫困"
    UNCLEAR = "3", "不详"


class Payment(Labelled):
    """医疗费用支付方式 (个人基本信息表); the insurances of 2 and 3 have since become one."""

    EMPLOYEES = "1", "城镇职工医保"
    RESIDENTS = "2", "城镇居民医保"
    RURAL = "3", "新农合"
    POVERTY_AID = "4", "贫困救助"
    COMMERCIAL = "5", "商业保险"
    PUBLIC = "6", "全公费"
    OWN = "7", "全自费"
    OTHER = "8", "其他"


class PastOutpatientCare(Labelled):
    """既往治疗情况，门诊 (个人信息补充表)."""

    NEVER = "1", "未治"
    INTERMITTENT = "2", "间断门诊治疗"
    CONTINUOUS = "3", "连续门诊治疗"


class PastEffect(Labelled):
    """最近一次治疗效果 (个人信息补充表). Its first option is worded otherwise than at a visit."""

    CURED = "1", "临床痊愈"
    BETTER = "2", "好转"
    SAME = "3", "无变化"
    WORSE = "4", "加重"


class FamilyHistory(Labelled):
    """两系三代精神疾病家族史 (患者报告卡). The national numbers for this were not found."""

    PRESENT = "present", "有"
    ABSENT = "absent", "无"
    UNCLEAR = "unclear", "不详"


class LivingWith(Labelled):
    """共同居住者 (个案管理服务记录手册)."""

    PARENTS = "1", "父母"
    SPOUSE = "2", "配偶"
    CHILDREN = "3", "儿女"
    PARENTS_AND_SPOUSE = "4", "父母+配偶"
    SPOUSE_AND_CHILDREN = "5", "配偶+儿女"
    THREE_GENERATIONS = "6", "三代同堂"
    SIBLINGS = "7", "兄弟姐妹"
    RELATIVES = "8", "亲戚"
    FRIENDS = "9", "好友"
    SCHOOLMATES = "10", "同学"
    COLLEAGUES = "11", "同事"
    NOBODY = "12", "无"


class ReportType(Labelled):
    """报告类型 (患者报告卡)."""

    ONSET = "1", "发病报告（30条2款2项）"
    SIX_CLASSES = "2", "六类病种登记"


class DiagnosisClass(Labelled):
    """目前诊断类型, as numbered in the 综治 record. The first six are those of the standard."""

    SCHIZOPHRENIA = "01", "精神分裂症"
    SCHIZOAFFECTIVE = "02", "分裂情感性障碍"
    DELUSIONAL = "03", "持久的妄想性障碍（偏执性精神病）"
    BIPOLAR = "04", "双相（情感）障碍"
    EPILEPTIC = "05", "癫痫所致精神障碍"
    RETARDATION = "06", "精神发育迟滞伴发精神障碍"
    DEPRESSION = "07", "重度抑郁发作"
    SUBSTANCE = "08", "精神活性物质所致精神障碍"
    OTHER = "99", "其他"

    @property
    def among_six(self) -> bool:
        """Whether it is one of the six classes that are registered as such."""
        return self.value <= "06"


class ConsentAnswer(Labelled):
    """知情同意 (个人信息补充表). One other system writes 2 for no."""

    AGREED = "1", "同意参加管理"
    REFUSED = "0", "不同意参加管理"


class FlagKind(Labelled):
    """What a person is entitled to, listed as or served by; each changes on a day of its own.

    The national system keeps these as yes or no without common numbers.
    """

    POVERTY_RELIEF = "poverty_relief", "精准扶贫对象"
    MINIMUM_LIVING = "minimum_living", "低保"
    GUARDIAN_SUBSIDY = "guardian_subsidy", "监护补助对象"
    DISABILITY_CARD = "disability_card", "残疾人证"
    CARE_TEAM = "care_team", "关爱帮扶小组服务对象"
    FAMILY_DOCTOR = "family_doctor", "家庭医师签约服务对象"
    REHABILITATION = "rehabilitation", "参加社区康复服务"
    FREE_MEDICATION = "free_medication", "免费服药"
    POLICE_LISTED = "police_listed", "公安列管重点"
    PAST_SERIOUS_HARM = "past_serious_harm", "既往严重伤害或自杀行为"


class DisabilityGrade(Labelled):
    """精神残疾人证等级."""

    FIRST = "1", "一级"
    SECOND = "2", "二级"
    THIRD = "3", "三级"
    FOURTH = "4", "四级"


class Relation(Labelled):
    """What the guardian is to the patient.

    The order in which the law names guardians is not a list of codes, and the forms ask for
    words; so these values are the program's own.
    """

    SPOUSE = "spouse", "配偶"
    FATHER = "father", "父亲"
    MOTHER = "mother", "母亲"
    CHILD = "child", "子女"
    SIBLING = "sibling", "兄弟姐妹"
    GRANDPARENT = "grandparent", "祖父母或外祖父母"
    GRANDCHILD = "grandchild", "孙子女或外孙子女"
    RELATIVE = "relative", "其他亲属"
    PERSON = "person", "其他个人"
    ORGANISATION = "organisation", "组织"


class GuardianState(Labelled):
    """Whether a guardian still is one."""

    ACTING = "acting", "在任"
    REPLACED = "replaced", "不再担任"
    MISSING = "missing", "下落不明"
    DEAD = "dead", "已去世"


class GuardianDuty(Labelled):
    """What a guardian undertakes in the agreement."""

    CARE = "1", "照看被监护人，防止其伤害自己或他人"
    MEDICATION = "2", "领取或购买药品，督促按时按量服药"
    VISITS = "3", "接受随访，配合个案管理小组的工作"
    TRUTH = "4", "如实反映被监护人的情况"
    REPORTING = "5", "发现迁居、走失、病情波动或伤害行为及时报告"
    TREATMENT = "6", "送被监护人就医，办理入院和出院手续"
    REHABILITATION = "7", "帮助被监护人参加康复，恢复社会功能"
    RESPECT = "8", "善待被监护人，不使用暴力，不遗弃，不虐待"


class AdmissionGround(Labelled):
    """实施住院治疗原因, as numbered in the 综治 record."""

    HARM_DONE = "01", "已发生危害他人安全的行为"
    HARM_FEARED = "02", "存在危害他人安全的危险"
    OTHER = "99", "其他"


class LifeEventKind(Labelled):
    """What weighs on a patient, as the criteria of case management ask for it."""

    STRESS = "stress", "重大或持续性应激性生活事件"
    SUBSTANCE = "substance", "物质滥用"
