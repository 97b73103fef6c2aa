"""Measure, print each ratio beside its bar, and end with 1 when one is over it."""

from __future__ import annotations

import gc
import sys
import tempfile
from datetime import date
from pathlib import Path

from data.cipher import connect
from tests.bench.agenda import agenda
from tests.bench.meeting import unchanged_cases
from tests.bench.papers import papers, through_an_office
from tests.bench.register import register
from tests.bench.timing import median_ms
from tests.bench.windows import cold, made, worked
from tests.builders import KEY, a_running_meeting, a_store, a_team
from ui.loading import SELDOM
from workbench.assessments import record_opinion
from workbench.bench import system_clock
from workbench.live import list_agenda

LEAST_FASTER = 20.0
MOST_MB, LONGEST_PAUSE, LONGEST_TURN = 350, 100, 100


def save(folder):
    """Recording an opinion with permission, audit and chain, against one bare commit."""
    bench = a_store(folder / "save", system_clock)
    team = a_team(bench)
    item = a_running_meeting(bench, team, date(2026, 11, 25)).items["GA0101"]
    bare = connect(folder / "bare.db", KEY)
    bare.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, words TEXT)")

    def commit():
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT INTO t (words) VALUES ('近一月未接到警情。')")
        bare.execute("COMMIT")

    number = iter(range(10_000))
    ours = median_ms(lambda: record_opinion(bench, item, 1, words=f"第{next(number)}句"), times=60)
    shown = median_ms(lambda: list_agenda(bench, 1))
    bench.close()
    return ours, median_ms(commit, times=60), shown


def of_the_window():
    """Print the figures of the program on a screen; tell whether one is over its bar."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "store"
        made(folder)
        ours, at_once, bare = cold(folder)
        found = worked(folder)
    print(f"S1 window from cold: {ours:.2f} s / {bare:.2f} s = {ours / bare:.2f} (bar 1.5)")
    print(f"   with the password typed at once: {at_once:.2f} s")
    print(f"S6 memory with 2,000 people: {found['mb']} MB (bar {MOST_MB})")
    longest = max(found["pauses"].values())
    print(f"S7 longest pause: {longest} ms (bar {LONGEST_PAUSE}), by page: {found['pauses']}")
    usual, slowest = unchanged_cases()
    print(f"U2 from the key to the next case: {usual:.0f} ms, at most {slowest:.0f} ms")
    print(f"   over twenty unchanged cases (bar {LONGEST_TURN})")
    missed = ours / bare > 1.5 or found["mb"] > MOST_MB or longest > LONGEST_PAUSE
    return missed or slowest > LONGEST_TURN


def of_the_register():
    """Print what registers of three sizes take; one person's sheet must not grow with them."""
    missed = False
    for people in (200, 2000, 20000):
        with tempfile.TemporaryDirectory() as name:
            listed, rows, sheet, row = register(Path(name), people)
        missed |= listed / rows > 2
        print(
            f"S3 {people} people: {listed:.0f} ms / {rows:.0f} ms = {listed / rows:.2f} (bar 2),"
            f" one sheet {sheet:.1f} ms (bare {row:.1f} ms)"
        )
    return missed


def main():
    """Print every figure, garbage collected as in the program; return 1 when a bar was missed."""
    gc.set_threshold(*SELDOM)
    with tempfile.TemporaryDirectory() as name:
        ours, bare, shown = save(Path(name))
        proposed, read = agenda(Path(name))
    drawn, direct = papers()
    figures = [
        ("S2 pack of 30 cases, Word and PDF", drawn, direct, 1.3),
        ("S4 agenda of 200 cases with ten years", proposed, read, 3.0),
        ("S5 one save", ours, bare, 2.0),
    ]
    missed = of_the_window() | of_the_register()
    for title, one, other, bar in figures:
        ratio = one / other
        missed |= ratio > bar
        print(f"{title}: {one:.1f} ms / {other:.1f} ms = {ratio:.2f} (bar {bar})")
    print(f"the agenda on the screen: {shown:.1f} ms")
    return int(missed | of_an_office(drawn))


def of_an_office(drawn):
    """Print how much longer an office program takes to make the same files, where there is one."""
    with tempfile.TemporaryDirectory() as name:
        office = through_an_office(Path(name))
    if office is None:
        print("S2 against an office program: there is none on this computer")
        return False
    together, each = (taken / drawn for taken in office)
    print(f"S2 LibreOffice takes {each:.1f} times as long file by file (bar {LEAST_FASTER})")
    print(f"   and {together:.1f} times as long for all files in one run")
    return each < LEAST_FASTER


if __name__ == "__main__":
    sys.exit(main())
