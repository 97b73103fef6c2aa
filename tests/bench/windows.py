"""The window from cold, its memory, and the longest time it did not answer."""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PASSWORD = "一句自己记得住的话"
PEOPLE = 2000
PLACES = ("patients", "meetings", "tasks", "documents", "settings", "today")
BARE = "bare"
BEAT_MS = 5
TYPING = 2.0


def made(folder):
    """A store of two thousand people, opened by a password."""
    from tests.bench.register import a_register
    from workbench.accounts import create_store

    bench = create_store(folder, unit="云栖镇", password=PASSWORD, computer=lambda: None).bench
    a_register(bench, PEOPLE)
    bench.close()


def cold(folder, times=5):
    """Seconds somebody waits from nothing to a usable first page, and for a bare window.

    Ours twice: the password typed at leisure, whose time is left out, and typed at once.
    The bare window derives one key.
    """
    takes = (partial(opened, folder, TYPING), partial(opened, folder, 0), bare_window)
    return tuple(statistics.median(take() for _ in range(times)) for take in takes)


def opened(folder, typing):
    begun = time.perf_counter()
    ran(["cold", str(folder), str(typing)])
    return time.perf_counter() - begun - typing


def bare_window():
    begun = time.perf_counter()
    ran([BARE, "."])
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


def at_the_door(folder):
    from PySide6.QtWidgets import QApplication

    from ui.__main__ import dress
    from ui.main_window import MainWindow
    from ui.preferences import Preferences

    app = QApplication([])
    dress(app, Preferences(None))
    window = MainWindow(folder=folder)
    window.show()
    app.processEvents()
    return app, window


def ours(folder, typing):
    """Open the store as a person does, and wait until the first page answers."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    app, window = at_the_door(folder)
    stay(round(typing * 1000))
    box = window.door.panel.password
    box.setText(PASSWORD)
    QTest.keyClick(box, Qt.Key.Key_Return)
    while window.desk is None:
        stay(1)
    app.processEvents()
    window.pool.waitForDone()
    app.processEvents()
    return app, window


def stay(milliseconds):
    """Let the program run as it does for a user: QTest would keep the worker from working."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


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
    _app, window = ours(folder, TYPING)
    stay(300)
    heart = Heart()
    heart.begin()
    pauses = {}
    for name in PLACES:
        heart.begin()
        window.desk.go(name)
        stay(1500)
        pauses[name] = heart.longest
    heart.begin()
    window.desk.go("patients")
    for typed in ("龚", "龚青", "溪村3"):
        window.desk.patients.people.search.setText(typed)
        stay(200)
    window.desk.patients.people.search.clear()
    stay(200)
    for _ in range(20):
        view = window.desk.patients.people.list
        view.setCurrentIndex(view.model().index(view.currentIndex().row() + 1, 0))
        stay(20)
    pauses["search and walk"] = heart.longest
    told = {name: round(pause * 1000) for name, pause in pauses.items()}
    print(json.dumps({"mb": most_memory(), "pauses": told}))
    os._exit(0)


def most_memory():
    """Megabytes of this program at most; what getrusage says counts whoever started it too."""
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+) kB", told)[1]) // 1024


if __name__ == "__main__":
    what, where, *typing = sys.argv[1:]
    if what == BARE:
        bare()
    elif what == "cold":
        ours(Path(where), float(typing[0]))
        os._exit(0)
    else:
        a_round(Path(where))
