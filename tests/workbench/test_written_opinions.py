"""What absent members send in before a meeting."""

import pytest

from data.codes import AbsenceReason, RiskLevel
from tests.builders import a_closed_meeting, a_planned_meeting
from workbench.checkup import Point, read_checkup
from workbench.errors import EmptyField, MeetingAlreadyClosed, NotOnTeam
from workbench.live import read_item
from workbench.meetings import record_absence, start_meeting
from workbench.written_opinions import read_written_opinions, record_written_opinion


@pytest.fixture
def planned(bench, team):
    """A planned meeting that the psychiatrist cannot come to."""
    meeting = a_planned_meeting(bench, team)
    record_absence(bench, meeting.id, team.members["闻人澜"], reason=AbsenceReason.DUTY)
    return meeting


def write(bench, team, item, words="建议先查肝功能", **more):
    record_written_opinion(bench, item, team.members["闻人澜"], words=words, **more)


def opinions_light(bench, meeting):
    return next(x for x in read_checkup(bench, meeting.id) if x.point is Point.OPINIONS)


def test_it_is_recorded_before_the_meeting_and_stands_in_it_as_written(bench, team, planned):
    item = planned.items["GA0101"]
    assert opinions_light(bench, planned).missing == 1
    write(bench, team, item, level=RiskLevel.AT_HOME, dissent="不同意出组")
    assert opinions_light(bench, planned).ready
    start_meeting(bench, planned.id)
    row = next(r for r in read_item(bench, item).opinions if r.name == "闻人澜")
    assert (row.words, row.level, row.dissent) == (
        "建议先查肝功能",
        RiskLevel.AT_HOME,
        "不同意出组",
    )
    assert row.in_writing


def test_who_is_absent_and_what_came_from_them_is_read_back(bench, team, planned):
    write(bench, team, planned.items["GA0102"])
    found = read_written_opinions(bench, planned.id)
    (doctor,) = found.absent
    assert (doctor.name, doctor.reason) == ("闻人澜", AbsenceReason.DUTY)
    assert {key: said.words for key, said in doctor.said.items()} == {
        planned.items["GA0102"]: "建议先查肝功能"
    }
    assert (found.items[0].title, found.items[0].case_number) == ("石*", "GA0101")


def test_said_again_it_is_corrected_and_emptied_withdrawn(bench, team, planned):
    item = planned.items["GA0102"]
    write(bench, team, item)
    write(bench, team, item, "建议查心电图")
    (doctor,) = read_written_opinions(bench, planned.id).absent
    assert doctor.said[item].words == "建议查心电图"
    write(bench, team, item, "")
    (doctor,) = read_written_opinions(bench, planned.id).absent
    assert doctor.said == {}
    with pytest.raises(EmptyField):
        write(bench, team, item, " ")


def test_only_members_are_heard_and_only_until_the_meeting_is_closed(bench, team, planned):
    with pytest.raises(NotOnTeam):
        record_written_opinion(bench, planned.items["GA0101"], 99, words="我有话说")
    closed = a_closed_meeting(bench, team)
    with pytest.raises(MeetingAlreadyClosed):
        write(bench, team, closed.items["GA0101"])
