"""What the record of a meeting still lacks, and when the meeting ended."""

from datetime import date, time

import pytest

from workbench.rules.read_backs import (
    Concluded,
    Lack,
    ending_time,
    in_naming_order,
    lacking_on,
    unheard,
)

DAY = date(2026, 11, 25)


def item(*, settled=True, draft=False, reason="", wanted=(), promises=()):
    return Concluded(settled, draft, reason, wanted, promises)


def lacks(concluded):
    return [(found.lack, found.holds_up) for found in lacking_on(concluded)]


def test_an_item_that_is_settled_and_confirmed_lacks_nothing():
    assert lacks(item(promises=(("每周随访", True, True),))) == []


def test_an_undecided_item_holds_the_closing_up():
    assert lacks(item(settled=False)) == [(Lack.CONCLUSION, True)]


def test_what_is_half_typed_holds_the_closing_up():
    assert lacks(item(draft=True)) == [(Lack.CONFIRMATION, True)]


def test_a_changed_level_without_a_reason_is_named_with_what_asks_for_it():
    (found,) = lacking_on(item(wanted=("等级由3级改为2级",)))
    assert found.words == "等级由3级改为2级，没有写理由"
    assert lacks(item(wanted=("等级由3级改为2级",), reason="连续三月未发生。")) == []


@pytest.mark.parametrize(
    ("person", "day", "words"),
    [(True, False, "“核查住址”没有完成时限"), (False, True, "“核查住址”没有责任人")],
)
def test_a_decision_with_half_of_who_and_when_is_named(person, day, words):
    (found,) = lacking_on(item(promises=(("核查住址", person, day),)))
    assert (found.words, found.holds_up) == (words, False)


def test_a_decision_carried_out_at_once_needs_neither():
    assert lacks(item(promises=(("不同意入组", False, False),))) == []


def test_what_stops_the_closing_is_named_first():
    found = [
        (1, next(lacking_on(item(promises=(("核查住址", True, False),))))),
        (2, next(lacking_on(item(draft=True)))),
        (7, next(lacking_on(item(settled=False)))),
        (3, next(lacking_on(item(settled=False)))),
    ]
    assert [place for place, _ in in_naming_order(found)] == [3, 7, 2, 1]


def test_only_tasks_that_were_due_and_not_spoken_of_are_counted():
    tasks = [(DAY, False), (DAY.replace(day=26), False), (DAY.replace(day=1), True)]
    assert unheard(tasks, DAY) == 1


@pytest.mark.parametrize(
    ("now", "planned", "ends"),
    [
        (time(16, 20, 31), 90, time(16, 20)),
        (time(14, 30), 90, time(14, 30)),
        (time(9, 0), 90, time(16, 0)),
        (None, 110, time(16, 20)),
        (None, 2000, time(23, 59)),
    ],
)
def test_a_meeting_never_ends_before_it_began(now, planned, ends):
    assert ending_time(time(14, 30), now=now, planned=planned) == ends
