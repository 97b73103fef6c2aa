"""How long an unchanged case takes: from the one key to the next case painted."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from datetime import time as hour
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.bench.windows import ROOT, stay
from tests.builders import Clock, a_store
from tests.thirty import BEGIN, thirty_cases
from ui.__main__ import dress
from ui.main_window import MainWindow
from ui.preferences import Preferences
from workbench.agenda_proposals import fill_agenda
from workbench.called_meetings import plan_next_meeting
from workbench.live import list_agenda
from workbench.meetings import list_meetings, read_meeting, start_meeting

HALF_PAST_TWO = hour(6, 30, tzinfo=UTC)
PATIENCE, TALK = 2.0, 700


class Painted(QObject):
    """Hears when each part of the screen is painted for the first time."""

    def __init__(self, *parts):
        super().__init__()
        self.first, self._parts = {}, parts
        for part in parts:
            part.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.first.setdefault(watched, time.perf_counter())
        return False

    def whole(self):
        return len(self.first) == len(self._parts)


def unchanged_cases():
    """Median and longest time in milliseconds over the twenty unchanged cases of thirty."""
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.bench.meeting"]
    done = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, check=True)
    taken = json.loads(done.stdout)
    return statistics.median(taken), max(taken)


def in_session(folder):
    """A store whose meeting about thirty cases has just begun, and its unchanged cases."""
    bench = a_store(folder, Clock(BEGIN))
    thirty = thirty_cases(bench)
    (before,) = list_meetings(bench)
    meeting = plan_next_meeting(bench, before.id)
    fill_agenda(bench, meeting)
    day = read_meeting(bench, meeting).row.held_on
    bench.now.moment = datetime.combine(day, HALF_PAST_TWO)
    start_meeting(bench, meeting)
    rows = list_agenda(bench, meeting)
    return bench, meeting, [row.id for row in rows if row.case_number in thirty.unchanged]


def passed(folder):
    """Milliseconds from the key to the last part painted, case by case."""
    app = QApplication([])
    dress(app, Preferences(None))
    bench, meeting, unchanged = in_session(folder)
    window = MainWindow(bench)
    window.show()
    live = window.desk.live
    window.desk.openings.enter_meeting(meeting, unchanged[0])
    taken = []
    for item in unchanged:
        stay(TALK)
        assert live.place() == (meeting, item), live.banner.words()
        taken.append(turned(app, live))
    return taken


def turned(app, live):
    painted = Painted(live.case.who, live.case.levels, live.agenda.list.viewport())
    begun = time.perf_counter()
    QTest.keyClick(live.case.levels, Qt.Key.Key_F9)
    while not painted.whole():
        assert time.perf_counter() - begun < PATIENCE, live.banner.words()
        app.processEvents()
    return (max(painted.first.values()) - begun) * 1000


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        print(json.dumps(passed(Path(name) / "store")), flush=True)
        os._exit(0)
