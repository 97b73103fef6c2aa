"""What follows a closed meeting, and how far each of it has come."""

from datetime import date, time

import pytest

from tests.builders import a_closed_meeting, a_running_meeting
from tests.workbench.test_called_meetings import a_meeting_that_put_everything_off
from workbench.afterwards import After, read_afterwards
from workbench.called_meetings import plan_next_meeting
from workbench.meeting_rules import UsualMeeting, set_meeting_rule
from workbench.open_tasks import list_open_tasks
from workbench.paperwork.subjects import About, Subject, of_meeting
from workbench.printing import record_print
from workbench.signature_errors import NotClosedYet
from workbench.signatures import list_sheets, mark_sheet_signed


@pytest.fixture
def closed(bench, team):
    return a_closed_meeting(bench, team)


def steps(bench, meeting_id):
    return {step.step: step for step in read_afterwards(bench, meeting_id)}


def test_everything_is_open_at_first_in_the_order_it_is_done(bench, closed):
    found = read_afterwards(bench, closed.id)
    assert [step.step for step in found] == list(After)
    assert not any(step.ready for step in found)


def test_printing_settles_minutes_and_communique(bench, closed):
    record_print(bench, "JL", of_meeting(closed.id), pages=2, copies=1)
    found = steps(bench, closed.id)
    assert found[After.MINUTES].ready
    assert not found[After.COMMUNIQUE].ready
    record_print(bench, "JY", of_meeting(closed.id), pages=2, copies=1)
    assert steps(bench, closed.id)[After.COMMUNIQUE].ready


def test_slips_are_counted_one_by_one(bench, closed):
    first, *_ = list_open_tasks(bench)
    record_print(bench, "RW", Subject(About.TASK, first.id), pages=1, copies=1)
    step = steps(bench, closed.id)[After.SLIPS]
    assert (step.total, step.done, step.ready) == (3, 1, False)


def test_whoever_has_not_signed_is_named_until_every_sheet_is_settled(bench, closed):
    step = steps(bench, closed.id)[After.SIGNATURES]
    assert (step.done, step.total) == (0, len(list_sheets(bench, closed.id)))
    assert "龚*秋" in step.names
    for sheet in list_sheets(bench, closed.id):
        mark_sheet_signed(bench, sheet.id)
    step = steps(bench, closed.id)[After.SIGNATURES]
    assert (step.ready, step.names) == (True, ())


def test_the_next_meeting_is_proposed_until_it_is_planned(bench, team, closed):
    set_meeting_rule(bench, team.id, UsualMeeting(4, 2, time(9), 90))
    step = steps(bench, closed.id)[After.NEXT]
    assert (step.day, step.meeting_id, step.ready) == (date(2026, 12, 23), None, False)
    planned = plan_next_meeting(bench, closed.id)
    step = steps(bench, closed.id)[After.NEXT]
    assert (step.meeting_id, step.title, step.ready) == (planned, "2026年第2次例会", True)


def test_where_nothing_was_given_out_there_is_nothing_to_hand_out(bench, team):
    found = steps(bench, a_meeting_that_put_everything_off(bench, team))
    for step in (After.SLIPS, After.COPIES):
        assert (found[step].total, found[step].ready) == (0, True)


def test_a_meeting_that_is_not_closed_has_nothing_after_it(bench, team):
    with pytest.raises(NotClosedYet):
        read_afterwards(bench, a_running_meeting(bench, team).id)
