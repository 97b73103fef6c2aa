"""Where Tab stops, for controls that are made while the page is in use."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget


def stop_at_choice(group: QButtonGroup) -> None:
    """Let Tab stop once in a group of alternatives: at the chosen one, else at the first."""
    stop = group.checkedButton() or group.buttons()[0]
    for button in group.buttons():
        here = button is stop
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)


def follow_the_eye(widgets: Sequence[QWidget]) -> None:
    """Let Tab visit these one after the other."""
    for one, other in pairwise(widgets):
        QWidget.setTabOrder(one, other)


def is_enter(event: QEvent) -> bool:
    """Whether this is the Enter key, of either block."""
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    pressed = event.type() == QEvent.Type.KeyPress
    return pressed and isinstance(event, QKeyEvent) and event.key() in keys
