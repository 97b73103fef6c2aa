"""What must be said beside a signature before a place counts as settled."""

from datetime import date

import pytest

from data.codes import SlotState
from workbench.rules.signatures import Marked, Trouble, all_settled, troubles

SEALED, TODAY = date(2026, 11, 25), date(2026, 12, 1)


def against(state, true_on=None, note=""):
    return list(troubles(Marked(state, true_on, note), sealed_on=SEALED, today=TODAY))


@pytest.mark.parametrize("day", [SEALED, TODAY])
def test_a_signature_stands_from_the_day_of_the_seal_up_to_today(day):
    assert against(SlotState.SIGNED, day) == []


def test_nobody_signed_before_the_sheet_was_there():
    assert against(SlotState.SIGNED, date(2026, 11, 24)) == [Trouble.BEFORE_SEAL]


def test_nobody_signed_tomorrow():
    assert against(SlotState.LATE, date(2026, 12, 2)) == [Trouble.IN_FUTURE]


def test_a_later_signature_says_its_day():
    assert against(SlotState.LATE) == [Trouble.DAY_MISSING]


@pytest.mark.parametrize("state", [SlotState.PROXY, SlotState.ABSENT])
@pytest.mark.parametrize("note", ["", "  "])
def test_a_proxy_and_an_absence_call_for_words(state, note):
    assert against(state, note=note) == [Trouble.NOTE_MISSING]


def test_an_absence_has_no_day_to_be_wrong():
    assert against(SlotState.ABSENT, date(2020, 1, 1), "出差") == []


@pytest.mark.parametrize(
    ("states", "settled"),
    [
        ([], True),
        ([SlotState.SIGNED, SlotState.LATE, SlotState.PROXY, SlotState.ABSENT], True),
        ([SlotState.SIGNED, SlotState.TO_SIGN], False),
    ],
)
def test_a_sheet_is_settled_when_nobody_is_waited_for(states, settled):
    assert all_settled(states) is settled
