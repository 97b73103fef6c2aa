"""The big screen: a second window on the other screen, or this window while there is only one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QScreen
from PySide6.QtWidgets import (
    QApplication,
    QLayout,
    QMainWindow,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ui.models.projected import Projected
from ui.pages.big_case import NOTHING, BigCase
from ui.theme import Type
from ui.widgets.big_screen import BigLabel
from ui.widgets.buttons import with_keys
from ui.widgets.windows import Ground

# What can be done while this window shows nothing but the big screen.
STILL_DONE = {"F11", "Shift+F11", "Alt+Up", "Alt+Down", "Ctrl+L"}
LOOKED_AT = (QEvent.Type.WindowStateChange, QEvent.Type.Show)
MIDDLE = Qt.AlignmentFlag.AlignCenter


class BigScreen(QWidget):
    """Shows an item, or that the meeting pauses; while it pauses it holds nothing of anybody."""

    escaped = Signal()

    def __init__(self, parent: QWidget | None, *, way_back: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle("会议大屏")
        self.setAccessibleName("会议大屏")
        self.case, self._pause = BigCase(way_back), Ground("sheet")
        column = QVBoxLayout(self._pause)
        column.addStretch(1)
        column.addWidget(BigLabel("会议暂停", Type.BIG_NAME), 0, MIDDLE)
        column.addWidget(BigLabel(way_back, Type.BIG, "text2"), 0, MIDDLE)
        column.addStretch(1)
        self._stack = QStackedLayout(self)
        self._stack.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._stack.addWidget(self._pause)
        self._stack.addWidget(self.case)

    def show_item(self, item: Projected) -> None:
        """Show one item."""
        self.case.show_item(item)
        self._stack.setCurrentWidget(self.case)

    def pause(self) -> None:
        """Say only that the meeting pauses."""
        self.case.show_item(NOTHING)
        self._stack.setCurrentWidget(self._pause)

    def event(self, event: QEvent) -> bool:
        """Keys that lead elsewhere do nothing here: nobody would see where they led."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination()).toString()
            event.setAccepted(pressed not in STILL_DONE)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()


class Projector(QObject):
    """Turned on and off with F11. Shows only while somebody feeds it; else the meeting pauses."""

    turned = Signal(bool)
    points_wanted = Signal(bool)
    said = Signal(str)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._big: BigScreen | None = None
        self._place: QScreen | None = None
        self._before = window.windowState()
        self._meeting: int | None = None
        self.project = self._action("project_meeting", "投屏", "F11")
        self.project.triggered.connect(self._turn)
        self.points = self._action("project_points", "投出讨论要点", "Shift+F11")
        self.points.setCheckable(True)
        self.points.toggled.connect(self.points_wanted)
        window.installEventFilter(self)
        app = QGuiApplication.instance()
        if isinstance(app, QApplication):
            app.screenRemoved.connect(self._screen_gone)
            app.focusChanged.connect(self._keep_keys)
        self.offer(None)

    @property
    def on(self) -> bool:
        """Whether there is a big screen to feed."""
        return self._big is not None

    def commands(self) -> list[QAction]:
        """What can be done, for the menu."""
        return [self.project, self.points]

    def offer(self, meeting: int | None) -> None:
        """Say at which meeting one is, if at any. What was said is off again for each."""
        if meeting is not None and meeting != self._meeting:
            self._meeting = meeting
            self.points.setChecked(False)
        self.points.setEnabled(meeting is not None)
        self.project.setEnabled(meeting is not None or self.on)

    def show_item(self, item: Projected) -> None:
        """Show one item, unless nobody could know any more what stands on the other screen."""
        if self._big is not None and not self._window.isMinimized():
            self._big.show_item(item)

    def show_time(self, words: str, used: float) -> None:
        """Show how long it has been talked about."""
        if self._big is not None:
            self._big.case.show_time(words, used)

    def pause(self) -> None:
        """Take everything off the big screen at once."""
        if self._big is not None:
            self._big.pause()

    def lock(self) -> None:
        """The other screen pauses; a window of one's own gives way to the door."""
        if self._place is None:
            self.end()
        self.offer(None)
        self.pause()
        self.points.setChecked(False)

    @Slot()
    def end(self) -> None:
        """Put the big screen away and come back to the window as it was."""
        if self._big is None:
            return
        big, self._big = self._big, None
        big.pause()
        big.hide()
        big.deleteLater()
        if self._place is None:
            self._window.setWindowState(self._before)
        self._place = None
        self._say_state()
        self.turned.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window: what it no longer shows is not shown anywhere."""
        if event.type() == QEvent.Type.Hide:
            self.pause()  # perhaps for good: nothing may be asked of the window any more
        elif event.type() in LOOKED_AT:
            if self._window.isMinimized():
                self.pause()
            else:
                self.turned.emit(self.on)
        elif event.type() == QEvent.Type.Resize and self._big is not None and self._place is None:
            self._big.setGeometry(self._window.rect())
        return False

    @Slot()
    def _turn(self) -> None:
        if self.on:
            self.end()
            return
        self._place = _other_screen(self._window)
        if self._place is None:
            self._take_window()
        else:
            self._open_beside(self._place)
        self._say_state()
        self.turned.emit(True)

    def _open_beside(self, place: QScreen) -> None:
        big = BigScreen(None)
        big.setWindowFlags(
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        big.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        big.setScreen(place)
        big.setGeometry(place.geometry())
        self._big = big
        big.setWindowState(Qt.WindowState.WindowFullScreen)
        big.show()
        self._window.activateWindow()  # some desktops hand the keyboard to whatever is new

    def _take_window(self) -> None:
        big = BigScreen(self._window, way_back="按 Esc 返回")
        big.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        big.escaped.connect(self.end)
        self._before = self._window.windowState()
        self._big = big
        self._window.showFullScreen()
        big.setGeometry(self._window.rect())
        big.show()
        big.raise_()
        big.setFocus()

    @Slot()
    def _keep_keys(self) -> None:
        """The next case would take the caret into a field that nobody sees."""
        holder = QApplication.focusWidget()
        if self._big is None or self._place is not None or holder is self._big:
            return
        if holder is not None and holder.window() is self._window:
            self._big.setFocus()

    @Slot(QScreen)
    def _screen_gone(self, screen: QScreen) -> None:
        if self.on and screen is self._place:
            self.end()
            self.said.emit("另一块屏幕已断开，投屏已停止。主屏内容不受影响")

    def _action(self, name: str, text: str, keys: str) -> QAction:
        action = QAction(with_keys(text, QKeySequence(keys)), self._window)
        action.setObjectName(name)
        action.setIconText(text)
        action.setShortcut(QKeySequence(keys))
        return action

    def _say_state(self) -> None:
        words = "结束投屏" if self.on else "投屏"
        self.project.setText(with_keys(words, self.project.shortcut()))
        self.project.setIconText(words)


def _other_screen(window: QWidget) -> QScreen | None:
    here = window.screen()
    return next((each for each in QGuiApplication.screens() if each is not here), None)
