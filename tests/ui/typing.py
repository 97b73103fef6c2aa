"""Somebody types without a pause until the program is killed.

`python -m tests.ui.typing PLACE FOLDER [on_leaving]` prints when each key had been typed. With
`on_leaving` drafts are kept only when a field is left, to see the harness fail.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from data import store
from tests.builders import KEY, Clock, at_bench
from tests.ui.keyboard import Keyboard
from ui.__main__ import dress
from ui.keeping import KEEP_EVERY
from ui.main_window import MainWindow
from ui.preferences import Preferences

NOW = datetime(2026, 11, 25, 6, 30, tzinfo=UTC)
PACE_MS = 60
STREAM = "".join(f"{number:03d}" for number in range(1000))
FIELDS = {
    "visit": "随访情况",
    "plan": "措施",
    "entry": "经过",
    "intake": "理由和备注",
    "live": "讨论要点",
}
NEVER_MS = 24 * 60 * 60 * 1000


class Patience:
    """What a screen of the tests needs to wait with, where no test runs."""

    def addWidget(self, widget):
        self.widget = widget

    def wait(self, milliseconds):
        QTest.qWait(milliseconds)

    def waitExposed(self, widget):
        QTest.qWaitForWindowExposed(widget)

    def waitUntil(self, condition, timeout):
        end = time.monotonic() + timeout / 1000
        while not condition():
            assert time.monotonic() < end, "nothing came of it"
            QTest.qWait(20)


def bench_of(folder):
    """The store as whoever comes next finds it."""
    return at_bench(store.open_store(folder, KEY, NOW), Clock(NOW))


def leads_to(screen, place, *, again=False):
    """Go where one types; what was half typed is there by itself the next time."""
    screen.settle()
    if place == "live":
        screen.do("enter_meeting")
    else:
        screen.do("go_patients")
        screen.open_line("患者列表", "GA0101")
        _begins(screen, place, again)
    screen.waits_until(lambda: screen.shows(FIELDS[place]))
    screen.holder()
    screen.named(FIELDS[place]).setFocus()


def _begins(screen, place, again):
    if place == "visit":
        screen.keys("Ctrl+Shift+V")
    elif place == "intake":
        screen.keys("Ctrl+Shift+K")
    elif place == "plan":
        screen.keys("Ctrl+Shift+L")
        screen.waits_until(lambda: screen.shows("计划内容"))
        screen.settle()
        if not again:
            screen.keys("Ctrl+N")
    else:
        screen.keys("Ctrl+N")
        screen.types("警情")
        screen.keys("Return")


def _types_for_ever(screen):
    for typed in count(1):
        QTest.keyClick(QApplication.focusWidget(), STREAM[typed - 1])
        print(time.monotonic(), typed, flush=True)
        screen.qtbot.wait(PACE_MS)


def main(place, folder, on_leaving):
    app = QApplication(sys.argv[:1])
    dress(app, Preferences(None))
    screen = Keyboard(Patience(), MainWindow(bench_of(Path(folder))))
    leads_to(screen, place)
    if on_leaving:
        for timer in screen.window.findChildren(QTimer):
            if timer.interval() == KEEP_EVERY:
                timer.setInterval(NEVER_MS)
    _types_for_ever(screen)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], "on_leaving" in sys.argv[3:])
