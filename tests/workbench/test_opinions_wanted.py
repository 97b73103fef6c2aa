"""What waits for a psychiatrist's opinion over all cases."""

import pytest

from data.codes import AbsenceReason, RiskLevel
from tests.workbench.casework import a_line, psychiatrist
from tests.workbench.paperwork.asking import queries_of
from workbench.annotations import decline_annotation, write_annotation
from workbench.meetings import record_absence
from workbench.opinions_wanted import Wanted, list_opinions_wanted, opinions_wanted
from workbench.plan_items import add_plan_item
from workbench.plan_reading import read_plan
from workbench.plans import confirm_plan, draw_up_plan
from workbench.today import Matter, read_today


def wanted(bench, at=None):
    return [(r.number, r.wanted) for r in list_opinions_wanted(bench, at)]


@pytest.fixture
def plan(bench, team):
    """A draft for the second case, which stands at 2级."""
    plan = draw_up_plan(bench, team.cases["GA0102"])
    add_plan_item(bench, plan, a_line(team))
    return plan


def test_a_case_at_level_three_without_a_plan_comes_first(bench, team, plan):
    (first, second) = list_opinions_wanted(bench)
    assert (first.number, first.wanted, first.words) == (
        "GA0101",
        Wanted.HIGH_LEVEL,
        "还没有干预计划",
    )
    assert (first.level, first.masked) == (RiskLevel.ANYWHERE, "石*")
    assert (second.number, second.wanted, second.plan_id) == ("GA0102", Wanted.PLAN, plan)


@pytest.mark.parametrize("on_line", [False, True])
def test_a_remark_on_a_plan_or_a_line_is_a_look_and_waits_for_the_team(bench, plan, on_line):
    item = read_plan(bench, plan).items[0]
    subject = ("plan_item", item.id) if on_line else ("plan", plan)
    remark = write_annotation(psychiatrist(bench), *subject, text="可行")
    assert wanted(bench)[1:] == [("GA0102", Wanted.REMARK)]
    assert list_opinions_wanted(bench)[1].annotation_id == remark
    decline_annotation(bench, remark, reason="已有安排")
    assert ("GA0102", Wanted.REMARK) not in wanted(bench)
    assert ("GA0102", Wanted.PLAN) not in wanted(bench)


def test_a_plan_is_seen_where_a_psychiatrist_sat_at_the_table(bench, team, plan, meeting):
    confirm_plan(bench, plan, meeting_id=meeting.id)
    assert "GA0102" not in dict(wanted(bench))


def test_a_plan_confirmed_without_a_psychiatrist_still_waits(bench, team, plan, meeting):
    doctor = team.members["闻人澜"]
    record_absence(bench, meeting.id, doctor, reason=AbsenceReason.DUTY)
    confirm_plan(bench, plan, meeting_id=meeting.id)
    assert dict(wanted(bench))["GA0102"] is Wanted.PLAN


def test_only_the_last_version_has_to_be_looked_at(bench, team, plan, meeting):
    confirm_plan(bench, plan, meeting_id=meeting.id)
    later = draw_up_plan(bench, team.cases["GA0102"])
    found = next(r for r in list_opinions_wanted(bench) if r.number == "GA0102")
    assert (found.wanted, found.plan_id) == (Wanted.PLAN, later)


def test_a_plan_of_a_case_at_level_three_is_urgent(bench, team):
    plan = draw_up_plan(bench, team.cases["GA0101"])
    first = list_opinions_wanted(bench)[0]
    assert (first.wanted, first.plan_id) == (Wanted.HIGH_LEVEL, plan)


def test_more_cases_take_no_more_queries(bench, team, plan):
    def asked():
        return queries_of(bench, lambda session: opinions_wanted(session, bench.today()))

    few = asked()
    for number in ("GA0101", "GA0103"):
        more = draw_up_plan(bench, team.cases[number])
        write_annotation(psychiatrist(bench), "plan", more, text="可行")
    assert asked() == few


def test_the_day_counts_plans_and_the_list_reads_later_as_it_read_then(bench, plan, clock):
    line = next(w for w in read_today(bench).waiting if w.matter is Matter.OPINIONS)
    assert (line.count, line.names) == (2, ("石*", "欧阳**"))
    clock.move(minutes=1)
    then, before = clock(), wanted(bench)
    clock.move(minutes=1)
    write_annotation(psychiatrist(bench), "plan", plan, text="可行")
    assert wanted(bench, then) == before != wanted(bench)
