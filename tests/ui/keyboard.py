"""A person at the keyboard: keys go to whatever holds it, and nothing is found but by its name."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.ui.screens import Screen

FARTHEST = 80


class Keyboard(Screen):
    """A window worked by keys alone; every key that is pressed and every word typed is counted."""

    def __init__(self, qtbot, window, size=(1366, 697)):
        super().__init__(qtbot, window, size)
        self.actions = 0

    def holder(self):
        self._front()
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window

    def goes_down_to(self, words):
        """Go down a list until the row that says these words."""
        for _ in range(100):
            if words in self.holder().currentIndex().data():
                return
            self.keys("Down")
        pytest.fail(f"no row says {words}")

    def here(self):
        """The name of what holds the keyboard."""
        return called(self.holder())

    def keys(self, *sequences):
        """Press one combination after the other, as they stand in the menus."""
        for each in sequences:
            combination = QKeySequence(each)[0]
            self.actions += 1
            self.press(combination.key(), combination.keyboardModifiers())

    def types(self, words):
        """Type where one is, as an input method does."""
        event = QInputMethodEvent()
        event.setCommitString(words)
        self.actions += 1
        QApplication.sendEvent(self.holder(), event)
        self.settle()

    def types_keys(self, words):
        """Type where one is, key by key."""
        self.actions += 1
        QTest.keyClicks(self.holder(), words)
        self.settle()

    def goes_to(self, name, most=FARTHEST):
        """Tab on until something of this name holds the keyboard."""
        passed = []
        while self.here() != name:
            passed.append(self.here())
            assert len(passed) < most, f"{name} is not reached: {passed}"
            self.keys("Tab")
        return len(passed)

    def fills(self, name, words):
        """Go to a field and type into it."""
        self.goes_to(name)
        self.types(words)

    def pushes(self, name):
        """Go to a button and press it."""
        self.goes_to(name)
        self.keys("Space")

    def chooses(self, name, words):
        """Go to a drop-down list and go down to a choice."""
        self.goes_to(name)
        box = self.holder()
        self.keys("Home")
        while box.currentText() != words:
            before = box.currentText()
            self.keys("Down")
            assert box.currentText() != before, f"{words} is not offered"

    def pastes(self, text):
        QGuiApplication.clipboard().setText(text)
        self.keys("Ctrl+V")

    def _front(self):
        """Let the keyboard be in the window in front, as a window manager does."""
        front = self.dialog() or self.window
        if QApplication.activePopupWidget() is None and not front.isActiveWindow():
            front.activateWindow()
            self.qtbot.wait(5)


def called(widget):
    """What somebody calls what holds the keyboard."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text
