"""What the page of a case is told: by name, now and as of a day, and every look in the audit."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from data.codes import RiskLevel, Stability
from data.models.audit import AuditRow
from tests.builders import CASES, a_closed_meeting, settle
from workbench.case_page import open_case_page, read_case_view
from workbench.confirming import Confirmed, confirm_item
from workbench.errors import NotFound


@pytest.fixture
def case(team):
    return team.cases["GA0102"]


def test_a_look_at_a_case_by_name_is_in_the_audit_without_the_name(bench, case):
    open_case_page(bench, case)
    with bench.store.reading() as session:
        last = session.scalars(select(AuditRow).order_by(AuditRow.id.desc())).first()
    assert (last.action, last.detail) == ("open_case_page", f'{{"case":{case}}}')


def test_the_page_says_who_it_is_and_how_they_stand(bench, case):
    whole = read_case_view(bench, case).whole
    name, level = CASES["GA0102"]
    assert (whole.name, whole.number) == (name, "GA0102")
    assert (whole.level, whole.highest) == (int(level), int(level))
    assert "男46岁" in whole.facts
    assert whole.next_visit_on is not None
    assert whole.because


def test_a_meeting_brings_its_rating_its_decisions_and_what_is_to_be_done(bench, team, case):
    a_closed_meeting(bench, team)
    view = read_case_view(bench, case)
    (meeting,) = view.meetings
    assert meeting.level is not None
    assert meeting.decisions
    assert [task.open for task in view.tasks] == [True]
    assert view.since == meeting.held_on
    assert view.changes == ()


def test_what_nobody_in_particular_said_is_told_too(bench, team, meeting, case):
    item = meeting.items["GA0102"]
    settle(bench, team, item, RiskLevel.ANYWHERE)
    talked = Confirmed(
        level=RiskLevel.ANYWHERE, stability=Stability.UNSTABLE, discussion="一致同意加强走访。"
    )
    confirm_item(bench, item, talked)
    assert read_case_view(bench, case).meetings[0].opinions[-1] == "讨论：一致同意加强走访。"


def test_as_of_a_day_nothing_written_later_is_known(bench, team, clock, case):
    day = bench.today()
    clock.move(days=20)
    a_closed_meeting(bench, team, held_on=day + timedelta(20))
    assert read_case_view(bench, case, day).meetings == ()
    assert read_case_view(bench, case, day).tasks == ()
    assert len(read_case_view(bench, case).meetings) == 1


def test_before_a_case_was_entered_there_is_none(bench, case):
    with pytest.raises(NotFound):
        read_case_view(bench, case, date(2026, 11, 1))
