"""Fixed codes and what each is called on screen and paper."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import Self


class Labelled(StrEnum):
    """A code with the words the user reads. The value is what is stored."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        code = str.__new__(cls, value)
        code._value_ = value
        code.label = label
        return code


class RiskLevel(IntEnum):
    """危险性等级, the national scale (严重精神障碍患者管理服务规范, 危险性评估)."""

    NONE = 0
    VERBAL = 1
    AT_HOME = 2
    ANYWHERE = 3
    PERSISTENT = 4
    ARMED = 5

    @property
    def label(self) -> str:
        """Number and word, as it is written everywhere."""
        return f"{self.value}级"

    @property
    def meaning(self) -> str:
        """The definition, in the words of the third edition of the national standard."""
        return _MEANINGS[self]


_MEANINGS = {
    RiskLevel.NONE: "无以下1—5级中的任何行为",
    RiskLevel.VERBAL: "口头威胁，喊叫，但没有打砸行为",
    RiskLevel.AT_HOME: "打砸行为，局限在家里，针对财物，能被劝说制止",
    RiskLevel.ANYWHERE: "明显打砸行为，不分场合，针对财物，不能接受劝说而停止",
    RiskLevel.PERSISTENT: (
        "持续的打砸行为，不分场合，针对财物或人，不能接受劝说而停止；包括自伤、自杀"
    ),
    RiskLevel.ARMED: "持械针对人的任何暴力行为，或者纵火、爆炸等行为，无论在家里还是公共场合",
}


class Stability(Labelled):
    """病情分类. The values are the codes of the visit record."""

    UNSTABLE = "1", "不稳定"
    BASICALLY_STABLE = "2", "基本稳定"
    STABLE = "3", "稳定"


class Sex(Labelled):
    """性别."""

    MALE = "male", "男"
    FEMALE = "female", "女"


class CaseKind(Labelled):
    """Why a patient is in case management."""

    HIGH_RISK = "high_risk", "高风险"
    UNSTABLE = "unstable", "病情不稳定"


class VisitForm(Labelled):
    """本次随访形式, as numbered on the visit record."""

    CLINIC = "1", "门诊"
    HOME = "2", "家庭访视"
    PHONE = "3", "电话"


class TeamKind(Labelled):
    """The bodies that meet."""

    CASE_MANAGEMENT = "case_management", "个案管理小组"
    LEADING = "leading", "领导小组"
    JOINT = "joint", "综合管理小组"
    VILLAGE = "village", "关爱帮扶小组"


class MemberRole(Labelled):
    """The part a member plays in the team."""

    LEADER = "leader", "组长"
    PREVENTION = "prevention", "精防医师"
    PSYCHIATRIST = "psychiatrist", "精神科医师"
    POLICE = "police", "民警"
    VILLAGE = "village", "村（社区）干部"
    CIVIL_AFFAIRS = "civil_affairs", "民政"
    DISABLED_FEDERATION = "disabled_federation", "残联"
    POLITICS_LAW = "politics_law", "综治"
    JUSTICE = "justice", "司法"
    MEDICAL = "medical", "医疗机构人员"
    PSYCHOLOGIST = "psychologist", "心理咨询师"
    SOCIAL_WORKER = "social_worker", "社工"
    GRID = "grid", "网格员"
    VOLUNTEER = "volunteer", "志愿者"
    FAMILY = "family", "家属"

    @property
    def short(self) -> str:
        """What narrow columns call it, in four characters at most."""
        return _SHORT_ROLES.get(self, self.label)


_SHORT_ROLES = {
    MemberRole.PREVENTION: "精防",
    MemberRole.PSYCHIATRIST: "精神科",
    MemberRole.VILLAGE: "村居干部",
    MemberRole.MEDICAL: "医疗机构",
    MemberRole.PSYCHOLOGIST: "心理咨询",
}


class MeetingKind(Labelled):
    """What kind of meeting it is; its label is what the meeting is called on every paper."""

    REGULAR = "regular", "例会"
    URGENT = "urgent", "临时会商"
    LEADING = "leading", "领导小组会议"
    COMMUNITY = "community", "综合管理小组·关爱帮扶小组例会"
    JOINT = "joint", "联合会商"

    @property
    def choice(self) -> str:
        """What lists to choose from call it: the plain 例会 is that of the case management team."""
        return "个案管理小组例会" if self is MeetingKind.REGULAR else self.label


class MeetingState(Labelled):
    """How far a meeting has come."""

    PREPARING = "preparing", "筹备"
    IN_SESSION = "in_session", "进行中"
    CLOSED = "closed", "待签字"
    ARCHIVED = "archived", "已归档"


class AbsenceReason(Labelled):
    """Why a member is not at the table, as numbered on the sign-in sheet."""

    DUTY = "1", "公务"
    TRAVEL = "2", "出差"
    SICK = "3", "病假"
    NOT_REACHED = "4", "未通知到"
    OTHER = "5", "其他"


class AgendaTier(Labelled):
    """How much of the meeting an item takes."""

    FOCUS = "focus", "重点讨论"
    ROUND = "round", "逐例过"
    MATTER = "matter", "其他事项"


class AgendaReason(Labelled):
    """Why a case is on the agenda."""

    LEVEL_CHANGED = "level_changed", "等级变化"
    HIGH_LEVEL = "high_level", "3级及以上"
    NOT_RATED = "not_rated", "等级未知"
    NEW_CASE = "new_case", "新入组"
    PROPOSED = "proposed", "建议入组"
    KIND_CHANGED = "kind_changed", "类型待定"
    OVERDUE_TASKS = "overdue_tasks", "逾期任务"
    BLOCKED_TASKS = "blocked_tasks", "未落实任务"
    DEFERRED = "deferred", "上次暂缓议"
    OPEN_ANNOTATIONS = "open_annotations", "待批注"
    PLAN_DUE = "plan_due", "计划到期"
    LOST_CONTACT = "lost_contact", "失访"
    VISIT_OVERDUE = "visit_overdue", "未随访"
    PAUSED = "paused", "暂停"
    ROUTINE = "routine", "常规"


class DecisionKind(Labelled):
    """What was decided about an item."""

    ACTION = "action", "会议决定"
    CONTINUE = "continue", "维持原计划"
    DEFER = "defer", "暂缓议"


class TaskOutcome(Labelled):
    """What became of a task. 未落实 and 不再需要 are told apart on purpose."""

    DONE = "done", "已办"
    NOT_CARRIED_OUT = "not_carried_out", "未落实"
    NO_LONGER_NEEDED = "no_longer_needed", "不再需要"


class SheetKind(Labelled):
    """What kind of paper is signed. The value is the two letters of its number."""

    MINUTES = "JL", "个案会议记录"
    ASSESSMENT = "PG", "社会危险性集体评估签字表"
    SUMMARY = "HZ", "社会危险性集体评估汇总签字表"
    MATRIX = "JZ", "集体评估签字矩阵"
    SIGN_IN = "QD", "会议签到表"
    WRITTEN_OPINION = "YJ", "书面意见征询单"
    APPROVAL = "SP", "个案管理入组出组审批表"
    GUARDIAN_COPY = "FB", "集体评估监护人副本"
    PLAN = "JH", "个案管理计划表"
    REDLINE = "DZ", "计划修订对照单"
    TASK_SLIP = "RW", "任务通知单"
    URGING = "DB", "督办单"
    VISIT = "SF", "随访服务记录表"
    SUPPLEMENT = "BC", "个人信息补充表"
    DUTIES = "ZR", "监护责任书"
    LATER_SIGNATURES = "BQ", "补签页"
    AMENDMENT = "GZ", "更正页"


class SlotState(Labelled):
    """What has happened to one person's place on a sheet."""

    TO_SIGN = "to_sign", "待签"
    SIGNED = "signed", "已签"
    LATE = "late", "补签"
    PROXY = "proxy", "代签"
    ABSENT = "absent", "缺席"


class AccountKind(Labelled):
    """What an account may do with the cases."""

    RECORDER = "recorder", "组长／记录员"
    PSYCHIATRIST = "psychiatrist", "精神科医师"
    READER = "reader", "只读"


class Outcome(Labelled):
    """Whether an audited command was carried out."""

    DONE = "done", "已执行"
    REFUSED = "refused", "被拒绝"
