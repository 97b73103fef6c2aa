"""What the parts of the right pane of the meeting screen have in common."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout and let go of it."""
    while layout.count():
        taken = layout.takeAt(0)
        inner, widget = taken.layout(), taken.widget()
        if inner is not None:
            emptied(inner)
            inner.deleteLater()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
