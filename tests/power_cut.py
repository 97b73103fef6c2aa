"""Cut the power in the middle of each command of a meeting, and see what is left of it.

`python -m tests.power_cut [every] [halves]` prints one line of figures and ends with 1 when a
command left half of what it writes, or lost what it had answered. Without `every` each command
is cut once on its way and once after its answer, with it at each of its statements; with `halves`
what a few of them wrote so far is committed before the cut, to see the harness fail.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
from datetime import UTC, datetime, time
from itertools import islice
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Engine

from data import audit, store
from tests.builders import KEY, Clock, a_store, a_team, at_bench
from tests.workbench.meeting_commands import COMMANDS
from tests.workbench.sitting import after_october
from tests.workbench.standing import as_known
from workbench.closing import close_meeting
from workbench.decisions import defer_item
from workbench.drafts import discard_draft, save_draft, subject_of
from workbench.undo import undo_last

NOW = datetime(2026, 11, 25, 6, 30, tzinfo=UTC)
WRITES = ("INSERT", "UPDATE", "DELETE")


def opened(folder):
    return at_bench(store.open_store(folder, KEY, NOW), Clock(NOW))


def settle_all(bench, team, meeting):
    for item in meeting.items.values():
        discard_draft(bench, "live", subject_of(meeting.id, item))
        defer_item(bench, item, reason="时间不够")


def commands():
    """What is cut: each command, then taking each back, then the end; with what comes first."""
    for name, (first, command) in COMMANDS.items():
        yield name, first, command
        yield f"撤销：{name}", _done(first, command), lambda b, t, m, _: undo_last(b, m.id)
    yield "结束会议", settle_all, lambda b, t, m, _: close_meeting(b, m.id, ends=time(18, 20))


def _done(first, command):
    def both(bench, team, meeting):
        command(bench, team, meeting, first(bench, team, meeting) if first else None)

    return both


class Room:
    """The meeting all commands are given at, in a closed store."""

    def __init__(self, folder):
        self.folder = folder / "room"
        bench = a_store(self.folder, Clock(NOW))
        self.team = a_team(bench)
        self.meeting = after_october(bench, self.team)
        bench.close()


class Scene:
    """A command about to be given, in a closed store that can be copied again and again."""

    def __init__(self, room, folder, name, first, command):
        self.folder, self.name, self.command = folder, name, command
        self.team, self.meeting = room.team, room.meeting
        bench = opened(shutil.copytree(room.folder, self.folder))
        for number, item in self.meeting.items.items():
            if "议程" not in name:
                typed = {"words": f"{number}写了一半"}
                save_draft(bench, "live", subject_of(self.meeting.id, item), typed)
        self.given = first(bench, self.team, self.meeting) if first is not None else None
        self.before = as_known(bench)
        bench.close()
        self.writes = self._carried_out(folder.with_name(f"{folder.name}-whole"))

    def act(self, bench):
        return self.command(bench, self.team, self.meeting, self.given)

    def _carried_out(self, folder):
        """Do it undisturbed: what stands there afterwards, and how many statements write it."""
        bench, counted = opened(shutil.copytree(self.folder, folder)), []

        def count(connection, cursor, statement, *_):
            if statement.startswith(WRITES):
                counted.append(statement)

        event.listen(Engine, "after_cursor_execute", count)
        try:
            self.act(bench)
        finally:
            event.remove(Engine, "after_cursor_execute", count)
        self.after = as_known(bench)
        bench.close()
        return len(counted)

    def cut(self, folder, at, halves):
        """Let a child do it and cut it after so many statements; None lets it answer first."""
        shutil.copytree(self.folder, folder)
        child = os.fork()
        if child == 0:
            try:
                self._die(folder, at, halves)
            finally:
                os._exit(1)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), f"{self.name} ended before it was cut"
        return self._left(folder, self.before if at is not None else self.after)

    def _die(self, folder, at, halves):
        bench, counted = opened(folder), []

        def count(connection, cursor, statement, *_):
            if statement.startswith(WRITES):
                counted.append(statement)
            if len(counted) == at and not halves:
                os.kill(os.getpid(), signal.SIGKILL)

        def commit_a_half(connection, *_):
            if len(counted) == at and halves:
                connection.connection.driver_connection.commit()
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(Engine, "before_cursor_execute", commit_a_half)
        event.listen(Engine, "after_cursor_execute", count)
        self.act(bench)
        os.kill(os.getpid(), signal.SIGKILL)

    def _left(self, folder, wanted):
        """What is wrong with what is found afterwards."""
        bench = opened(folder)
        try:
            wrong = [] if as_known(bench) == wanted else ["what is known"]
            with bench.store.reading() as session:
                loose = "SELECT count(*) FROM task LEFT JOIN decision d ON d.id = decision_id "
                if session.scalar(sa.text(f"{loose} WHERE d.id IS NULL")):
                    wrong.append("a task without a decision")
                if audit.first_broken(session) is not None:
                    wrong.append("the chain")
            return wrong
        finally:
            bench.close()


def main(*, every, halves):
    draw = random.Random(20261125)
    cuts, wrong = 0, []
    with tempfile.TemporaryDirectory() as place:
        room = Room(Path(place))
        for place_of, (name, first, command) in enumerate(
            islice(commands(), 3 if halves else None)
        ):
            scene = Scene(room, Path(place) / str(place_of), name, first, command)
            on_its_way = range(1, scene.writes + (0 if halves else 1))
            points = list(on_its_way) if every else [draw.choice(on_its_way)]
            for at in [*points, None]:
                found = scene.cut(Path(place) / f"{place_of}-{at}", at, halves)
                cuts += 1
                if found:
                    wrong.append((name, at, scene.writes, found))
    print(f"{cuts} cuts, wrong: {wrong[:5]}")
    return 1 if wrong or not cuts else 0


if __name__ == "__main__":
    sys.exit(main(every="every" in sys.argv, halves="halves" in sys.argv))
