"""Every command of a meeting, with what it comes after and what it is called."""

from datetime import date

from data.assistance_codes import ProposalOutcome, SubsidyState, SubsidyStep
from data.casework_codes import ExitReason, IntakeOutcome
from data.codes import AbsenceReason, AgendaTier, Stability, TaskOutcome
from tests.workbench.casework import a_line, a_patient, an_intake
from tests.workbench.register import GUARDIAN
from tests.workbench.sitting import FIRST, SECOND, TWO, confirm, decide, hear, rate, say
from workbench.agenda_order import put_back_on_agenda
from workbench.agendas import (
    add_case_to_agenda,
    add_matter_to_agenda,
    add_patient_to_agenda,
    remove_from_agenda,
)
from workbench.assessments import record_opinion
from workbench.case_life import exit_case
from workbench.decisions import continue_case, defer_item, withdraw_decision
from workbench.guardians import name_guardian
from workbench.intake_decisions import Ruling, decide_intake, propose_intake
from workbench.meetings import record_absence, record_presence
from workbench.plan_items import add_plan_item
from workbench.plans import confirm_plan, draw_up_plan
from workbench.subsidies import Subsidised, record_subsidy
from workbench.subsidy_proposals import (
    Proposed,
    StepRuling,
    decide_subsidy_proposal,
    propose_subsidy_step,
)


def intake_proposed(bench, meeting):
    intake = an_intake(bench, a_patient(bench))
    return intake, propose_intake(bench, meeting.id, intake)


def plan_of(bench, team):
    plan = draw_up_plan(bench, team.cases[FIRST])
    return plan, add_plan_item(bench, plan, a_line(team))


def subsidy_proposed(bench, team):
    patient = team.patients[FIRST]
    guardian = name_guardian(bench, patient, GUARDIAN, from_on=date(2024, 1, 1))
    granted = Subsidised(date(2026, 3, 1), SubsidyState.GRANTED, 240000)
    record_subsidy(bench, guardian, granted)
    proposed = Proposed(date(2026, 11, 20), SubsidyStep.CANCEL, "连续三个月没有督促服药")
    return propose_subsidy_step(bench, patient, proposed)


# What is done, after what, and how it is called; each gets bench, team, meeting and what went
# before it answered.
COMMANDS = {
    "石* 民警 亓*涛的意见": (None, lambda b, t, m, _: say(b, t, m.items[FIRST])),
    "改写的意见": (
        lambda b, t, m: say(b, t, m.items[FIRST]),
        lambda b, t, m, _: say(b, t, m.items[FIRST], "出警两次。"),
    ),
    "清空的意见": (
        lambda b, t, m: say(b, t, m.items[FIRST]),
        lambda b, t, m, _: record_opinion(b, m.items[FIRST], t.members["亓文涛"], words=""),
    ),
    "石* 评为3级": (None, lambda b, t, m, _: rate(b, m.items[FIRST])),
    "石* 评为2级": (
        lambda b, t, m: rate(b, m.items[FIRST]),
        lambda b, t, m, _: rate(b, m.items[FIRST], TWO, "两月无打砸。"),
    ),
    "石* 交办“补签协议”": (None, lambda b, t, m, _: decide(b, t, m.items[FIRST])),
    "石* 撤回决定“补签协议”": (
        lambda b, t, m: decide(b, t, m.items[FIRST]),
        lambda b, t, m, key: withdraw_decision(b, key, why="记错了"),
    ),
    "欧阳** 维持原等级": (None, lambda b, t, m, _: continue_case(b, m.items[SECOND])),
    "在维持之后交办": (
        lambda b, t, m: continue_case(b, m.items[SECOND]),
        lambda b, t, m, _: decide(b, t, m.items[SECOND]),
    ),
    "石* 暂缓议": (None, lambda b, t, m, _: defer_item(b, m.items[FIRST], reason="外出未归")),
    "交办之后的暂缓议": (
        lambda b, t, m: confirm(b, t, m.items[FIRST]),
        lambda b, t, m, _: defer_item(b, m.items[FIRST], reason="外出未归"),
    ),
    "石* 确认结论（3级）": (None, lambda b, t, m, _: confirm(b, t, m.items[FIRST])),
    "石* 确认结论": (
        lambda b, t, m: rate(b, m.items[FIRST]),
        lambda b, t, m, _: confirm(b, t, m.items[FIRST], stability=Stability.STABLE),
    ),
    "石* 任务记为“未落实”": (None, lambda b, t, m, _: hear(b, m)),
    "石* 任务记为“已办”": (
        lambda b, t, m: hear(b, m),
        lambda b, t, m, _: hear(b, m, TaskOutcome.DONE),
    ),
    "民警 亓*涛缺席": (
        None,
        lambda b, t, m, _: record_absence(b, m.id, t.members["亓文涛"], reason=AbsenceReason.DUTY),
    ),
    "民警 亓*涛到会": (
        lambda b, t, m: record_absence(b, m.id, t.members["亓文涛"], reason=AbsenceReason.SICK),
        lambda b, t, m, _: record_presence(b, m.id, t.members["亓文涛"]),
    ),
    "取暖安全 列入议程": (None, lambda b, t, m, _: add_matter_to_agenda(b, m.id, title="取暖安全")),
    "丘* 列入议程": (
        lambda b, t, m: a_patient(b),
        lambda b, t, m, patient: add_patient_to_agenda(b, m.id, patient),
    ),
    "石* 移出议程": (None, lambda b, t, m, _: remove_from_agenda(b, m.items[FIRST])),
    "石* 放回议程": (
        lambda b, t, m: remove_from_agenda(b, m.items[FIRST]),
        lambda b, t, m, kept: put_back_on_agenda(b, kept),
    ),
    "石* 列入议程": (
        lambda b, t, m: remove_from_agenda(b, m.items[FIRST]),
        lambda b, t, m, _: add_case_to_agenda(b, m.id, t.cases[FIRST], tier=AgendaTier.FOCUS),
    ),
    "石* 确认干预计划": (
        lambda b, t, m: plan_of(b, t),
        lambda b, t, m, plan: confirm_plan(b, plan[0], meeting_id=m.id),
    ),
    "石* 出组": (
        None,
        lambda b, t, m, _: exit_case(
            b, t.cases[FIRST], m.items[FIRST], exit_reason=ExitReason.DIED, words="因病去世"
        ),
    ),
    "丘* 入组决定": (
        lambda b, t, m: intake_proposed(b, m),
        lambda b, t, m, proposed: decide_intake(
            b, *proposed, Ruling(IntakeOutcome.REJECTED, "再观察一个月")
        ),
    ),
    "石* 补贴决定": (
        lambda b, t, m: subsidy_proposed(b, t),
        lambda b, t, m, key: decide_subsidy_proposal(
            b,
            key,
            m.items[FIRST],
            StepRuling(ProposalOutcome.ACCEPTED, implementer_id=t.members["穆青禾"]),
        ),
    ),
}
