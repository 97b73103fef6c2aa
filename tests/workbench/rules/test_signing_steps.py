"""How far the sheets of one meeting have come."""

from workbench.rules.signing_steps import OneSheet, Stage, present_step, steps_of

NEW = OneSheet(printed=False, settled=0, places=4, scanned=False)
SIGNED = OneSheet(printed=True, settled=4, places=4, scanned=False)
SCANNED = OneSheet(printed=True, settled=1, places=4, scanned=True)


def test_nothing_is_to_be_done_before_there_are_sheets():
    assert present_step(steps_of([], archived=False)) is Stage.MADE


def test_what_was_made_is_printed_next():
    steps = steps_of([NEW, SIGNED], archived=False)
    assert present_step(steps) is Stage.PRINTED
    assert [(step.done, step.of) for step in steps] == [(2, 2), (1, 2), (4, 8), (1, 2), (0, 1)]


def test_a_scan_that_is_kept_counts_as_back_although_places_are_open():
    steps = steps_of([SIGNED, SCANNED], archived=False)
    assert steps[Stage.RETURNED].finished
    assert present_step(steps) is Stage.SIGNED


def test_after_the_last_place_comes_the_archive_and_then_nothing():
    assert present_step(steps_of([SIGNED], archived=False)) is Stage.ARCHIVED
    assert present_step(steps_of([SIGNED], archived=True)) is None


def test_an_archived_meeting_asks_for_nothing_more_whatever_was_not_kept():
    assert present_step(steps_of([NEW], archived=True)) is None
