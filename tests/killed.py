"""Kill the program at random moments of its work, again and again, and see what is left.

`python -m tests.killed TIMES [loses]` prints one line of figures and ends with 1 when anything
acknowledged was lost. With `loses` records are acknowledged too early, to see the harness fail.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

import sqlalchemy as sa

from data import audit, store
from data.models.assessments import Opinion
from data.models.decisions import Decision
from tests.builders import KEY, a_running_meeting, a_store, a_team, at_bench
from workbench.assessments import record_opinion
from workbench.audit import verify_store
from workbench.decisions import record_decision
from workbench.drafts import save_draft

LEAST_LONGEST_MS = 30
FRESH_AFTER = 50


def now():
    return datetime.now(UTC)


def work(folder, pipe, start, loses):
    """Record as fast as possible, acknowledging each record only once it was said to be kept."""
    bench = at_bench(store.open_store(folder, KEY, now()), now)
    os.write(pipe, b"open\n")
    for number in range(start, start + 10_000):
        words = f"第{number}句"
        if loses:
            os.write(pipe, f"o {number}\n".encode())
        record_opinion(bench, 1 + number % 3, 1 + number % 6, words=words)
        os.write(pipe, f"o {number}\n".encode())
        save_draft(bench, "live", "meeting/1/item/1", {"words": words})
        record_decision(
            bench, 1, text=words, implementer_id=1, due_on=date(2026, 12, 9), request_id=words
        )
        os.write(pipe, f"d {number}\n".encode())


def one_life(folder, start, delay, loses):
    """Let the program live for a while, kill it, and return what it had acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            work(folder, writing, start, loses)
        finally:
            os._exit(1)
    os.close(writing)
    said = b""
    if delay >= 0:  # otherwise it is killed while it is still opening the file
        said += os.read(reading, 65536)
    time.sleep(abs(delay) / 1000)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while select.select([reading], [], [], 0)[0]:
        more = os.read(reading, 65536)
        if not more:
            break
        said += more
    os.close(reading)
    return [line.split() for line in said.decode().splitlines() if line[1:2] == " "]


def longest_ms(folder):
    """How long a life may last: on a slow or busy computer long enough for a record or two."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            work(folder, writing, 0, loses=False)
        finally:
            os._exit(1)
    os.close(writing)
    said, begun = b"", 0.0
    while said.count(b"\n") < 3:  # open, and two records
        said += os.read(reading, 65536)
        begun = begun or time.monotonic()
    taken = time.monotonic() - begun
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(reading)
    return max(LEAST_LONGEST_MS, 1000 * taken)


def lost(folder, acknowledged):
    """Open the file again and return what was acknowledged but is not there; check the rest."""
    bench = at_bench(store.open_store(folder, KEY, now()), now)
    try:
        with bench.store.reading() as session:
            spoken = set(session.scalars(sa.select(Opinion.words)))
            decided = set(session.scalars(sa.select(Decision.text)))
            broken = audit.first_broken(session)
        bad = [f.sentence for f in verify_store(bench) if not f.good]
    finally:
        bench.close()
    missing = [
        (kind, number)
        for kind, number in acknowledged
        if f"第{number}句" not in (spoken if kind == "o" else decided)
    ]
    return missing, broken, bad


def main(times, loses):
    """Kill so many times; return how many records were lost."""
    draw = random.Random(20261125)
    acknowledged, all_lost, number, total = [], [], 0, 0
    folder, longest = None, 0.0
    for life in range(times):
        if life % FRESH_AFTER == 0:
            folder = Path(tempfile.mkdtemp()) / "store"
            bench = a_store(folder, now)
            a_running_meeting(bench, a_team(bench))
            bench.close()
            acknowledged, longest = [], longest_ms(folder)
        number += 1000
        delay = draw.uniform(-longest / 3, longest)
        newly = one_life(folder, number, delay, loses)
        acknowledged, total = acknowledged + newly, total + len(newly)
        missing, broken, bad = lost(folder, acknowledged)
        if missing or broken or bad:
            all_lost.append((life, missing[:3], broken, bad))
    print(f"{times} kills, {total} records acknowledged, lost: {all_lost[:3]}")
    return 1 if all_lost or not total else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), "loses" in sys.argv[2:]))
