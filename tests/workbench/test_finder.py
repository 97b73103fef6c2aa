"""Finding people, meetings and commands by a few signs."""

from datetime import date

import pytest

from tests.builders import CASES, a_closed_meeting, a_planned_meeting
from workbench.finder import read_findable

COMMANDS = ("全部存到文件夹", "新建会议", "锁屏", "备份")


@pytest.fixture
def findable(bench, team):
    a_closed_meeting(bench, team, held_on=date(2026, 10, 28))
    a_planned_meeting(bench, team, date(2026, 12, 23))
    return read_findable(bench)


def meetings(findable, typed):
    return [meeting.held_on for meeting in findable.find(typed, COMMANDS).meetings]


def test_a_person_is_found_by_characters_and_by_the_letters_they_are_spoken_with(findable):
    for number, (name, _) in CASES.items():
        (found, *_) = findable.find(name, COMMANDS).people
        assert (found.number, found.masked != name) == (number, True)
    assert findable.find("石䶮", COMMANDS).people == findable.find("shiyan", COMMANDS).people


def test_a_person_is_found_by_the_number_of_the_case_and_nothing_else_by_nothing(findable):
    assert [p.number for p in findable.find("GA0102", COMMANDS).people] == ["GA0102"]
    hits = findable.find("没有这样的", COMMANDS)
    assert (hits.people, hits.meetings, hits.commands) == ((), (), ())


@pytest.mark.parametrize(
    "typed", ["10月", "10-28", "10月28日", "20261028", "上月", "待签字", "dqz", "上月 例会"]
)
def test_a_meeting_is_found_by_its_day_and_its_state(findable, typed):
    assert meetings(findable, typed) == [date(2026, 10, 28)]


def test_meetings_of_one_kind_are_all_found_the_latest_first(findable):
    assert meetings(findable, "例会") == [date(2026, 12, 23), date(2026, 10, 28)]


@pytest.mark.parametrize(("typed", "place"), [("锁屏", 2), ("sp", 2), ("beifen", 3), ("xjhy", 1)])
def test_a_command_is_found_by_its_words_and_their_first_letters(findable, typed, place):
    hits = findable.find(typed, COMMANDS)
    assert hits.commands[0] == place
    assert hits.commands_first
