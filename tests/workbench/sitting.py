"""A meeting in session after one that left work, and what people do at it."""

from datetime import date, time

from data.codes import RiskLevel, Stability, TaskOutcome
from tests.builders import MEETING_DAY, a_running_meeting, settle
from tests.ready import ready
from workbench.assessments import Said, record_assessment, record_opinion
from workbench.closing import close_meeting
from workbench.confirming import Confirmed, confirm_item
from workbench.decisions import Deciding, record_decision
from workbench.tasks import list_earlier_tasks, record_task_result

TWO, THREE = RiskLevel.AT_HOME, RiskLevel.ANYWHERE
DUE = date(2027, 3, 10)
FIRST, SECOND, THIRD = "GA0101", "GA0102", "GA0103"


@ready
def after_october(bench, team, held_on=MEETING_DAY):
    """In October every case was given a task, the second one rated 2级 and the others 3级."""
    before = a_running_meeting(bench, team, date(2026, 10, 28))
    for number, item in before.items.items():
        settle(bench, team, item, TWO if number == SECOND else THREE, reason="会上评定。")
    close_meeting(bench, before.id, ends=time(16, 20))
    return a_running_meeting(bench, team, held_on)


def say(bench, team, item, words="近一月未接到警情。", level=THREE):
    record_opinion(bench, item, team.members["亓文涛"], words=words, level=level)


def rate(bench, item, level=THREE, reason=""):
    record_assessment(bench, item, level=level, stability=Stability.STABLE, reason=reason)


def decide(bench, team, item, text="补签协议", request_id=""):
    who = team.members["皮桂香"]
    return record_decision(
        bench, item, text=text, implementer_id=who, due_on=DUE, request_id=request_id
    )


def confirm(bench, team, item, request_id="", **more):
    given = {
        "said": {team.members["亓文涛"]: Said("出警一次。", THREE, "建议加密走访。")},
        "level": THREE,
        "stability": Stability.UNSTABLE,
        "deciding": Deciding("每周联合随访1次", team.members["亓文涛"], DUE),
    }
    return confirm_item(bench, item, Confirmed(**(given | more)), request_id=request_id)


def hear(bench, meeting, outcome=TaskOutcome.NOT_CARRIED_OUT, which=0):
    task = list_earlier_tasks(bench, meeting.id)[which]
    record_task_result(bench, task.id, outcome=outcome, note="外出务工", meeting_id=meeting.id)
