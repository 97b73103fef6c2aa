"""When contact is lost."""

from datetime import date

import pytest

from tests.workbench.rules.known import BASE
from workbench.rules.lost_contact import Attempt, lost_contact

KNOWN = {"missing_person": False, "whereabouts_unknown": False, "family_refuses": False}
IN_VAIN = tuple(Attempt(date(2026, 10, day), reached=False) for day in (1, 8, 14))


def lost(attempts, on, **facts):
    return lost_contact(attempts, on=on, profile=BASE, **{**KNOWN, **facts})


def test_t13_a_missed_visit_and_two_tries_in_14_days_are_lost_after_31_days():
    found = lost(IN_VAIN, date(2026, 11, 1))
    assert found.lost is True
    assert "自2026年10月1日起连续未访到" in found.because
    assert lost(IN_VAIN, date(2026, 10, 31)).lost is False


@pytest.mark.parametrize(
    "attempts",
    [
        IN_VAIN[:2],
        (*IN_VAIN, Attempt(date(2026, 10, 20), reached=True)),
        (*IN_VAIN[:2], Attempt(date(2026, 10, 16), reached=False)),  # a day too late
        tuple(Attempt(date(2026, 12, day), reached=False) for day in (1, 8, 14)),  # to come
        (),
    ],
)
def test_fewer_or_later_tries_or_one_that_succeeded_are_not(attempts):
    assert lost(attempts, date(2026, 11, 20)).lost is False


def test_tries_count_from_any_missed_visit_not_only_the_first():
    earlier = Attempt(date(2026, 7, 1), reached=False)
    assert lost((*IN_VAIN, earlier), date(2026, 11, 1)).lost is True


def test_tries_after_somebody_was_reached_count_again():
    reached = Attempt(date(2026, 9, 1), reached=True)
    assert lost((*IN_VAIN, reached), date(2026, 11, 1)).lost is True


@pytest.mark.parametrize("fact", KNOWN)
def test_each_other_reason_is_enough_at_once(fact):
    found = lost_contact((), on=date(2026, 11, 1), profile=BASE, **{fact: True})
    assert (found.lost, found.missing) == (True, ())


def test_what_nobody_has_found_out_leaves_it_open():
    found = lost((), date(2026, 11, 1), family_refuses=None)
    assert (found.lost, found.missing) == (None, ("家属是否拒绝告知去向",))
