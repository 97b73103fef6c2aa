"""Screens as a person meets them: tests say what to do, this file knows where to look."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible, QAction, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ui.projector import BigScreen
from ui.widgets.big_rows import NO_BREAK
from ui.widgets.day_box import DayBox
from ui.widgets.inputs import Choice
from ui.widgets.lists import FACE_ROLE
from ui.widgets.offers import OfferList


class Screen:
    """A window with everything in it found by its words or its accessible name."""

    def __init__(self, qtbot, window, size=(1366, 697)):
        self.qtbot, self.window = qtbot, window
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        self.settle()

    def settle(self):
        """Let everything that was to happen next happen."""
        for _ in range(2):  # what comes back may ask for more
            self.qtbot.wait(5)
            self.window.pool.waitForDone()
        self.qtbot.wait(10)

    def do(self, name):
        """Use a menu entry."""
        entries = [a for a in self.window.findChildren(QAction) if a.objectName() == name]
        entry = next(a for a in entries if a.isEnabled())
        entry.trigger()
        self.settle()

    def can(self, name):
        entries = [a for a in self.window.findChildren(QAction) if a.objectName() == name]
        return any(a.isEnabled() for a in entries)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        """Press a key as a person does: whatever holds the keyboard gets it."""
        QTest.keyClick(self.holder(), key, modifier)
        self.settle()

    def holder(self):
        return QApplication.focusWidget() or self.window

    def named(self, name, kind=QWidget):
        """What is on show under an accessible name."""
        found = [w for w in self._shown(kind) if w.accessibleName() == name]
        assert found, f"nothing is called {name}"
        return found[0]

    def shows(self, name):
        return any(w.accessibleName() == name for w in self._shown(QWidget))

    def write(self, name, text):
        """Type Chinese into a field, as an input method does."""
        field = self.named(name)
        field.setFocus()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(field, event)
        if isinstance(field, QLineEdit):
            field.textEdited.emit(field.text())
        self.settle()

    def reads(self, name):
        """What stands in a field."""
        field = self.named(name)
        return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()

    def pick(self, name, words):
        """Choose from a drop-down list."""
        field = self.named(name, Choice)
        field.setCurrentText(words)
        assert field.currentText() == words
        field.activated.emit(field.currentIndex())
        self.settle()

    def day(self, name, day):
        """Fill in a day and leave the field, as one types it."""
        field = self.named(name)
        if isinstance(field, DayBox):
            field.setFocus()
            field.setText(day.isoformat())
            field.textEdited.emit(field.text())
            field.clearFocus()
        else:
            field.show_day(day)
        self.settle()

    def click(self, words):
        """Press the button with these words."""
        buttons = [b for b in self._shown(QAbstractButton) if b.text() == words]
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
        self.settle()

    def click_when_there(self, words):
        """Wait for a button and press it."""
        self.waits_for(words)
        self.click(words)

    def rows(self, name):
        """The rows of a list, as read aloud; headings left out."""
        return [index.data() for index in self.indexes(name)]

    def indexes(self, name):
        """Where the rows of a list stand in its model."""
        model = self.named(name, QAbstractItemView).model()
        found = [model.index(n, 0) for n in range(model.rowCount())]
        return [index for index in found if not index.data(FACE_ROLE).group]

    def open_row(self, name, number):
        view, rows = self.named(name, QAbstractItemView), self.indexes(name)
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        view.selectionModel().setCurrentIndex(rows[number], select)
        view.clicked.emit(rows[number])
        self.settle()

    def open_line(self, name, words):
        """Choose the row that says these words."""
        self.open_row(name, next(n for n, row in enumerate(self.rows(name)) if words in row))

    def rows_offered(self):
        """What is offered under the caret."""
        found = self._shown(OfferList)
        return [found[0].item(n).text() for n in range(found[0].count())] if found else []

    def dialog(self):
        """The dialog in front."""
        found = [d for d in self.window.findChildren(QDialog) if d.isVisible()]
        return found[-1] if found else None

    def words(self):
        """Everything that can be read, on the window and in what stands before it."""
        shown = self._shown(QWidget)
        labels = [w.text() for w in shown if isinstance(w, QLabel)]
        names = [w.accessibleName() for w in shown]
        buttons = [b.text() for b in shown if isinstance(b, QAbstractButton)]
        typed = [f.text() for f in shown if isinstance(f, QLineEdit)]
        typed += [f.toPlainText() for f in shown if isinstance(f, QPlainTextEdit)]
        lists = [
            row
            for view in shown
            if isinstance(view, QAbstractItemView)
            for n in range(view.model().rowCount())
            if isinstance(row := view.model().index(n, 0).data(), str)
        ]
        return "\n".join([self.window.windowTitle(), *labels, *names, *buttons, *typed, *lists])

    def waits_for(self, words):
        """Wait until these words can be read."""
        self.waits_until(lambda: words in self.words())

    def waits_until(self, condition):
        def met():
            self.window.pool.waitForDone(50)  # looking all the while would slow the work down
            return condition()

        self.qtbot.waitUntil(met, timeout=20000)

    def controls(self):
        """Everything on show that takes the keyboard."""
        return [w for w in self._shown(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]

    def picture(self, path):
        """Keep what the window looks like as a file."""
        self.settle()
        assert self.window.grab().save(str(path))

    def _shown(self, kind):
        return [w for w in self.window.findChildren(kind) if w.isVisible()]


def spoken_name(widget):
    """What a screen reader calls a control."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def big_screen():
    """The big screen, wherever it is; none while nothing is projected."""
    tops = QApplication.topLevelWidgets()
    found = [big for top in tops for big in (top, *top.findChildren(BigScreen))]
    return next((b for b in found if isinstance(b, BigScreen) and b.isVisible()), None)


def projected():
    """Every word the big screen holds, on show or not, said to the eye or to a screen reader."""
    big, found = big_screen(), []
    for part in [big, *big.findChildren(QWidget)]:
        reader = QAccessible.queryAccessibleInterface(part)
        found += [reader.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value)]
        found += [part.accessibleName(), part.accessibleDescription(), part.toolTip()]
        found += [part.windowTitle(), part.whatsThis(), part.objectName()]
        found += [part.text()] if isinstance(part, QLabel) else []
    return "\n".join(found).replace(NO_BREAK, "")


def paused():
    """Whether the big screen says that the meeting pauses, and nothing else."""
    labels = [w for w in big_screen().findChildren(QLabel) if w.isVisible() and w.text()]
    return labels[0].text() == "会议暂停"
