"""The window from cold, its memory, and the longest time it did not answer."""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PASSWORD = "一句自己记得住的话"
PEOPLE = 2000
PLACES = ("patients", "meetings", "tasks", "documents", "settings", "today")
BARE = "bare"
BEAT_MS = 5


def made(folder):
    """A store of two thousand people, opened by a password."""
    from tests.bench.register import a_register
    from workbench.accounts import create_store

    bench = create_store(folder, unit="云栖镇", password=PASSWORD, computer=lambda: None).bench
    a_register(bench, PEOPLE)
    bench.close()


def cold(folder, times=5):
    """Seconds from nothing to a usable window: ours, and a bare one with one key derived."""
    return tuple(statistics.median(started(what, folder) for _ in range(times)) for what in "ob")


def started(what, folder):
    begun = time.perf_counter()
    ran(["cold" if what == "o" else BARE, str(folder)])
    return time.perf_counter() - begun


def worked(folder):
    """Megabytes at most, and the longest gap in milliseconds, over a round through the pages."""
    return json.loads(ran(["round", str(folder)]))


def ran(arguments):
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.bench.windows", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, check=True)
    return done.stdout.decode()


def bare():
    from argon2.low_level import Type, hash_secret_raw
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    hash_secret_raw(b"words", b"0" * 16, 3, 65536, 4, 32, Type.ID)
    window = QMainWindow()
    window.show()
    app.processEvents()


def ours(folder):
    from PySide6.QtWidgets import QApplication

    from ui.__main__ import dress
    from ui.main_window import MainWindow
    from ui.preferences import Preferences
    from workbench.accounts import unlock

    app = QApplication([])
    dress(app, Preferences(None))
    window = MainWindow(unlock(folder, PASSWORD, computer=lambda: None))
    window.show()
    answered(app, window)
    return app, window


def answered(app, window):
    app.processEvents()
    window.pool.waitForDone()
    app.processEvents()


class Heart:
    """Beats while the window answers, and remembers the longest pause between two beats."""

    def __init__(self):
        from PySide6.QtCore import QTimer

        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _beat(self):
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    def begin(self):
        self.longest, self._last = 0.0, time.perf_counter()


def a_round(folder):
    """Go to every page, walk down the lists, search: what somebody does within a minute."""
    from PySide6.QtTest import QTest

    _app, window = ours(folder)
    QTest.qWait(300)
    heart = Heart()
    heart.begin()
    pauses = {}
    for name in PLACES:
        heart.begin()
        window.desk.go(name)
        QTest.qWait(1500)
        pauses[name] = heart.longest
    heart.begin()
    window.desk.go("patients")
    for typed in ("龚", "龚青", "溪村3"):
        window.desk.patients.people.search.setText(typed)
        QTest.qWait(200)
    window.desk.patients.people.search.clear()
    QTest.qWait(200)
    for _ in range(20):
        view = window.desk.patients.people.list
        view.setCurrentIndex(view.model().index(view.currentIndex().row() + 1, 0))
        QTest.qWait(20)
    pauses["search and walk"] = heart.longest
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = {name: round(pause * 1000) for name, pause in pauses.items()}
    print(json.dumps({"mb": round(most), "pauses": told}))
    os._exit(0)


if __name__ == "__main__":
    what, where = sys.argv[1:]
    if what == BARE:
        bare()
    elif what == "cold":
        ours(Path(where))
        os._exit(0)
    else:
        a_round(Path(where))
