"""Options that are ticked on the sheets a team signs and stand nowhere else."""

from __future__ import annotations

from data.codes import Labelled


class InformationSource(Labelled):
    """信息来源: from whom the team knows what it rates. The list is a proposal of this program."""

    PATIENT = "patient", "面访本人"
    GUARDIAN = "guardian", "面访监护人"
    NEIGHBOURS = "neighbours", "走访邻居、亲友、同事"
    POLICE = "police", "公安"
    HOSPITAL = "hospital", "医院"
    GRID = "grid", "网格"


class RecentTopic(Labelled):
    """近期情况: what is gone through before a rating, in this order."""

    DANGER = "danger", "危险行为"
    SYMPTOMS = "symptoms", "症状与自知力"
    MEDICATION = "medication", "服药情况"
    HOSPITAL = "hospital", "住院与检查"
    GUARDIANSHIP = "guardianship", "监护与家庭"
    EVENTS = "events", "生活事件"
    PLACES = "places", "场所因素"


class Passage(Labelled):
    """Whether a patient is to come into case management or to leave it."""

    ENTRY = "entry", "入组"
    EXIT = "exit", "出组"


class Met(Labelled):
    """Whether a criterion is met, where nobody need know."""

    YES = "yes", "是"
    NO = "no", "否"
    UNKNOWN = "unknown", "未知"


class KeyPatient(Labelled):
    """重点管理: whether a patient is one to whom more attention is given."""

    YES = "yes", "是"
    NO = "no", "否"


class TaskReview(Labelled):
    """落实情况: how a task stands before a meeting, in the order the meeting hears of it.

    One whose day has passed and of which nobody has said anything is not known to be undone.
    """

    NOT_CARRIED_OUT = "not_carried_out", "未落实"
    OVERDUE = "overdue", "逾期未报"
    NO_LONGER_NEEDED = "no_longer_needed", "不再需要"
    OPEN = "open", "未到期"
    DONE = "done", "已办"


class TaskCheck(Labelled):
    """本次核对: what is ticked about a task on the agenda."""

    DONE = "done", "已办"
    AGAIN = "again", "再定"
    NOT_NEEDED = "not_needed", "不需要"


class InPlace(Labelled):
    """What an absent member leaves in place of their presence."""

    WRITTEN = "written", "书面意见已交"
    PROXY = "proxy", "委托＿＿＿＿＿＿＿＿到会"


class Undertaken(Labelled):
    """What a guardian ticks beside each duty."""

    YES = "yes", "承诺"
