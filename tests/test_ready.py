"""A copy of what was made once is what making it again would give, and never of another store."""

import pytest

from data.codes import Sex, TeamKind
from tests.builders import a_closed_meeting, a_running_meeting, a_store, a_team
from tests.ready import standing
from workbench.audit import verify_store
from workbench.live import list_agenda
from workbench.patients import Particulars, correct_patient
from workbench.teams import add_team


@pytest.fixture
def other(tmp_path, clock):
    """A second store, new like the first."""
    opened = a_store(tmp_path / "other", clock)
    yield opened
    opened.close()


def test_a_copy_says_what_the_first_says(bench, other):
    meetings = [a_closed_meeting(store, a_team(store)) for store in (bench, other)]
    assert meetings[0] == meetings[1]
    assert standing(bench) == standing(other)
    assert all(finding.good for finding in verify_store(other))


def test_a_copy_goes_its_own_way_afterwards(bench, other):
    teams = [a_team(store) for store in (bench, other)]
    teams[0].cases.clear()
    add_team(bench, name="雨台乡小组", kind=TeamKind.CASE_MANAGEMENT)
    assert standing(bench) != standing(other)
    assert teams[1].cases


def test_a_store_that_differs_in_one_word_is_built_on_in_earnest(bench, other):
    teams = [a_team(store) for store in (bench, other)]
    renamed = Particulars("古砚", Sex.MALE)
    correct_patient(other, teams[1].patients["GA0101"], renamed, why="身份证上是“古砚”")
    meetings = [
        a_running_meeting(store, team) for store, team in zip((bench, other), teams, strict=True)
    ]
    names = [
        list_agenda(store, meeting.id)[0].title
        for store, meeting in zip((bench, other), meetings, strict=True)
    ]
    assert names[0] != names[1]
