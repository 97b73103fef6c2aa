"""Who wants to be told of something for as long as they live, by a sender that never ends."""

from __future__ import annotations

from collections.abc import Callable
from types import MethodType
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid


class Followers:
    """Connects and sends like a signal without words, and forgets those that are gone.

    PySide keeps a note of every listener that a signal ever had until its sender ends, and looks
    through all the notes whenever anything is closed: with a sender that lives as long as the
    program, every window and dialog would make closing the next one slower.
    """

    def __init__(self) -> None:
        self._told: WeakKeyDictionary[QObject, list[Callable[..., object]]] = WeakKeyDictionary()

    def connect(self, method: Callable[[], object]) -> None:
        """Call a method of an object from now on, as long as there is the object."""
        if not isinstance(method, MethodType) or not isinstance(method.__self__, QObject):
            raise TypeError(method)
        self._told.setdefault(method.__self__, []).append(method.__func__)

    def emit(self) -> None:
        """Call everybody, in the order in which they came; some may be gone by their turn."""
        for follower, functions in list(self._told.items()):
            for function in functions:
                if isValid(follower):
                    function(follower)


_focus: Followers | None = None


def focus_moves() -> Followers:
    """What is told whenever the keyboard goes to another field, in whatever window."""
    global _focus
    if _focus is None:
        _focus = Followers()
        app = QApplication.instance()
        if isinstance(app, QApplication):  # whoever follows is a widget, so there is one
            app.focusChanged.connect(lambda *_: focus_moves().emit())
    return _focus
