"""Passwords, this computer's secret and the recovery code."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data import keys, recovery
from data.keys import KeySlots, load_slots
from data.problems import (
    ComputerUnknown,
    RecoveryMistyped,
    RecoveryWrong,
    SlotsDamaged,
    SlotsMissing,
    StoreProblem,
    WrongPassword,
)
from tests.builders import CHEAP, KEY

SECRET = bytes(range(32, 64))


@pytest.fixture(scope="module")
def made():
    slots = KeySlots("a" * 32).with_password(KEY, 1, "鸢尾 kouling 123", SECRET, CHEAP)
    return slots.with_recovery(KEY, CHEAP)


@pytest.fixture(scope="module")
def slots(made):
    return made[0]


@pytest.fixture(scope="module")
def code(made):
    return made[1]


def test_password_and_computer_together_open(slots):
    assert slots.open_with_password("鸢尾 kouling 123", SECRET) == (KEY, 1)


def test_full_width_digits_count_as_digits(slots):
    assert slots.open_with_password("鸢尾 kouling １２３", SECRET) == (KEY, 1)


def test_a_wrong_password_is_refused(slots):
    with pytest.raises(WrongPassword):
        slots.open_with_password("鸢尾 kouling 124", SECRET)


def test_the_password_alone_does_not_open_on_another_computer(slots):
    with pytest.raises(ComputerUnknown):
        slots.open_with_password("鸢尾 kouling 123", None)
    with pytest.raises(WrongPassword):
        slots.open_with_password("鸢尾 kouling 123", bytes(32))


def test_the_recovery_code_opens_without_password_and_computer(slots, code):
    assert slots.open_with_recovery(code) == KEY


def test_case_spaces_and_full_width_letters_do_not_matter(slots, code):
    typed = code.lower().replace("-", " ")
    wide = "".join(chr(ord(c) + 0xFEE0) if c.isalnum() else c for c in typed)
    assert slots.open_with_recovery(wide) == KEY


@pytest.mark.parametrize("place", [0, 5, 8, 15, 22, 29, 36, 40])
def test_one_mistyped_character_is_told_apart_from_a_wrong_code(slots, code, place):
    other = "2" if code[place] != "2" else "3"
    with pytest.raises(RecoveryMistyped):
        slots.open_with_recovery(code[:place] + other + code[place + 1 :])


def test_swapped_neighbours_and_missing_groups_are_mistyped(slots, code):
    place = next(n for n in range(40) if code[n] != code[n + 1] and "-" not in code[n : n + 2])
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    for typed in (swapped, code[:-7], code + "2", ""):
        with pytest.raises(RecoveryMistyped):
            slots.open_with_recovery(typed)


def test_a_well_typed_code_of_another_store_is_wrong(slots):
    with pytest.raises(RecoveryWrong):
        slots.open_with_recovery(recovery.new_code())


def test_a_new_password_takes_the_place_of_the_old_one(slots):
    changed = slots.with_password(KEY, 1, "另一个口令", None, CHEAP)
    assert changed.open_with_password("另一个口令", None) == (KEY, 1)
    with pytest.raises(WrongPassword):
        changed.open_with_password("鸢尾 kouling 123", SECRET)


def test_slots_read_back_as_they_were_saved(slots, tmp_path):
    slots.save(tmp_path)
    assert load_slots(tmp_path) == slots
    assert b"kouling" not in (tmp_path / keys.FILE).read_bytes()


def test_missing_slots_are_said_to_be_missing(tmp_path):
    with pytest.raises(SlotsMissing):
        load_slots(tmp_path)


FORGERIES = {
    "another account": {"account": 2},
    "another kind": {"kind": "recovery"},
    "another name": {"id": "0" * 16},
    "without the computer": {"computer": False},
    "a cheaper guess": {"cost": keys.Cost(2, 19456, 2)},
    "another salt": {"salt": "00" * 16},
}


@pytest.mark.parametrize("changes", FORGERIES.values(), ids=FORGERIES)
def test_a_changed_slot_opens_nothing(slots, code, changes):
    forged = KeySlots(slots.store, (replace(slots.slots[0], **changes),))
    with pytest.raises(StoreProblem):
        forged.open_with_password("鸢尾 kouling 123", SECRET)
    with pytest.raises(StoreProblem):
        forged.open_with_recovery(code)


def test_a_slot_moved_to_another_store_opens_nothing(slots, code):
    moved = KeySlots("b" * 32, slots.slots)
    with pytest.raises(WrongPassword):
        moved.open_with_password("鸢尾 kouling 123", SECRET)
    with pytest.raises(RecoveryWrong):
        moved.open_with_recovery(code)


@settings(max_examples=120)
@given(place=st.integers(0, 10_000), byte=st.integers(0, 255))
def test_any_changed_byte_of_the_file_is_refused_or_changes_nothing(
    slots, tmp_path_factory, place, byte
):
    folder = tmp_path_factory.mktemp("slots")
    slots.save(folder)
    content = bytearray((folder / keys.FILE).read_bytes())
    content[place % len(content)] = byte
    (folder / keys.FILE).write_bytes(content)
    try:
        opened = load_slots(folder).open_with_password("鸢尾 kouling 123", SECRET)
    except StoreProblem:
        return
    assert opened == (KEY, 1)


@pytest.mark.parametrize(
    "cost",
    [
        {"passes": 1, "memory": 65536, "lanes": 4},
        {"passes": 3, "memory": 1024, "lanes": 4},
        {"passes": 3, "memory": 4_194_304, "lanes": 4},
        {"passes": 99, "memory": 65536, "lanes": 4},
        {"passes": 3, "memory": 65536, "lanes": 0},
        {"passes": "3", "memory": 65536, "lanes": 4},
    ],
)
def test_a_cost_outside_floor_and_ceiling_is_refused(slots, tmp_path, cost):
    slots.save(tmp_path)
    content = json.loads((tmp_path / keys.FILE).read_text("utf-8"))
    content["slots"][0]["cost"] = cost
    (tmp_path / keys.FILE).write_text(json.dumps(content), "utf-8")
    with pytest.raises(SlotsDamaged):
        load_slots(tmp_path)


@settings(max_examples=200)
@given(st.integers(0, 40), st.sampled_from(recovery.ALPHABET))
def test_every_single_typing_error_is_noticed(place, typed):
    code = "2LC25E3T6V4DRTBKTNZE4DGSFL385KN9"
    whole = code + recovery._check(code)
    changed = whole[: place % 36] + typed + whole[place % 36 + 1 :]
    if changed == whole:
        assert recovery.secret_of(changed) == code
    else:
        with pytest.raises(RecoveryMistyped):
            recovery.secret_of(changed)
