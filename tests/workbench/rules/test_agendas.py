"""Why a case is on the agenda, and when an item needs nothing more."""

from datetime import date, timedelta

import pytest

from data.codes import (
    AgendaReason,
    AgendaTier,
    CaseKind,
    DecisionKind,
    MemberRole,
    RiskLevel,
)
from workbench.rules.agendas import (
    TALKED_ABOUT,
    Rated,
    Standing,
    is_settled,
    must_attend,
    place_on_agenda,
    standing_level,
)

ON = date(2026, 11, 25)

FOCUS, MATTER = AgendaTier.FOCUS, AgendaTier.MATTER
ACTION, DEFER = DecisionKind.ACTION, DecisionKind.DEFER


@pytest.mark.parametrize(
    ("tier", "rated", "decided", "settled"),
    [
        (FOCUS, False, [], False),
        (FOCUS, True, [], False),
        (FOCUS, False, [ACTION], False),
        (FOCUS, True, [ACTION], True),
        (FOCUS, False, [DEFER], True),
        (MATTER, False, [], False),
        (MATTER, False, [ACTION], True),
        (MATTER, False, [DEFER], True),
    ],
)
def test_a_case_needs_both_and_a_matter_one(tier, rated, decided, settled):
    assert is_settled(tier, rated=rated, decided=decided) is settled


@pytest.mark.parametrize(
    ("standing", "reason"),
    [
        ({"rated_before": RiskLevel.AT_HOME}, AgendaReason.LEVEL_CHANGED),
        ({"level": RiskLevel.ANYWHERE}, AgendaReason.HIGH_LEVEL),
        ({"level": None}, AgendaReason.NOT_RATED),
        ({"is_new": True}, AgendaReason.NEW_CASE),
        ({"overdue_tasks": 2}, AgendaReason.OVERDUE_TASKS),
        ({"lost": True}, AgendaReason.LOST_CONTACT),
        (
            {"in_case_management": False, "proposed_kind": CaseKind.HIGH_RISK},
            AgendaReason.PROPOSED,
        ),
        (
            {"case_kind": CaseKind.HIGH_RISK, "proposed_kind": CaseKind.UNSTABLE},
            AgendaReason.KIND_CHANGED,
        ),
    ],
)
def test_what_must_be_talked_about_is(standing, reason):
    found = place(**standing)
    assert (found.tier, [why.reason for why in found.reasons]) == (FOCUS, [reason])


@pytest.mark.parametrize(
    ("standing", "reason"),
    [
        ({"open_annotations": 1}, AgendaReason.OPEN_ANNOTATIONS),
        ({"paused": True}, AgendaReason.PAUSED),
        ({"plan_due_on": ON}, AgendaReason.PLAN_DUE),
        ({"visit_due_on": ON - timedelta(days=1)}, AgendaReason.VISIT_OVERDUE),
        ({}, AgendaReason.ROUTINE),
        ({"visit_due_on": ON, "plan_due_on": ON + timedelta(days=1)}, AgendaReason.ROUTINE),
        ({"lost": None}, AgendaReason.ROUTINE),
        (
            {"case_kind": CaseKind.UNSTABLE, "proposed_kind": CaseKind.UNSTABLE},
            AgendaReason.ROUTINE,
        ),
    ],
)
def test_the_rest_is_gone_through_with_its_reason(standing, reason):
    found = place(**standing)
    assert (found.tier, [why.reason for why in found.reasons]) == (AgendaTier.ROUND, [reason])


def test_every_reason_is_listed_with_its_facts():
    found = place(level=RiskLevel.ANYWHERE, rated_before=RiskLevel.NONE, overdue_tasks=3)
    assert [why.words for why in found.reasons] == [
        "危险性等级由0级变为3级",
        "危险性评估3级",
        "有3项逾期任务",
    ]


def test_a_unit_may_talk_about_more():
    found = place(talked_about=frozenset({AgendaReason.PLAN_DUE}), plan_due_on=ON)
    assert found.tier is FOCUS


LOW, HIGH = RiskLevel.VERBAL, RiskLevel.ANYWHERE
BEFORE = ON - timedelta(days=30)


@pytest.mark.parametrize(
    ("clinical", "agreed", "level"),
    [
        (None, None, None),
        (Rated(HIGH, ON), None, HIGH),
        (None, Rated(LOW, ON), LOW),
        (Rated(LOW, ON), Rated(HIGH, BEFORE), LOW),
        (Rated(HIGH, BEFORE), Rated(LOW, ON), HIGH),
        (Rated(LOW, BEFORE), Rated(HIGH, ON), HIGH),
        (Rated(HIGH, ON), Rated(LOW, ON), HIGH),
    ],
)
def test_a_visit_after_the_meeting_speaks_alone_and_else_the_higher_level_holds(
    clinical, agreed, level
):
    assert standing_level(clinical, agreed) is level


@pytest.mark.parametrize(
    ("level", "kind", "roles"),
    [
        (HIGH, CaseKind.HIGH_RISK, 3),
        (RiskLevel.ARMED, CaseKind.UNSTABLE, 3),
        (LOW, CaseKind.UNSTABLE, 1),
        (None, CaseKind.UNSTABLE, 1),
        (LOW, CaseKind.HIGH_RISK, 0),
        (None, None, 0),
    ],
)
def test_who_has_to_be_at_the_table(level, kind, roles):
    everybody = (MemberRole.PSYCHIATRIST, MemberRole.POLICE, MemberRole.VILLAGE)
    assert must_attend(level, kind) == everybody[:roles]


def place(talked_about=TALKED_ABOUT, **standing):
    settled = {"level": RiskLevel.VERBAL, "rated_before": RiskLevel.VERBAL, **standing}
    if settled["level"] is not RiskLevel.VERBAL and "rated_before" not in standing:
        settled["rated_before"] = settled["level"]
    return place_on_agenda(Standing(**settled), on=ON, talked_about=talked_about)
