"""Line icons on a 20 grid, drawn in the colour of the moment."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

EMBLEM = Path(__file__).with_name("emblem.svg")
_DOT = "<circle cx='{0}' cy='{1}' r='1' fill='{{ink}}' stroke='none'/>"

SHAPES = {
    "meeting": (
        "<circle cx='10' cy='10' r='3'/><circle cx='10' cy='3.6' r='1.6'/>"
        "<circle cx='3.4' cy='8' r='1.6'/><circle cx='16.6' cy='8' r='1.6'/>"
        "<circle cx='6' cy='16' r='1.6'/><circle cx='14' cy='16' r='1.6'/>"
    ),
    "settings": (
        "<circle cx='10' cy='10' r='2.6'/><path d='M10 2.6v2.2M10 15.2v2.2M2.6 10h2.2M15.2 10h2.2"
        "M4.8 4.8l1.5 1.5M13.7 13.7l1.5 1.5M4.8 15.2l1.5-1.5M13.7 6.3l1.5-1.5'/>"
    ),
    "document": (
        "<path d='M5 2.8h6.4L15.2 6.6v10.6H5z'/><path d='M11.2 2.8v4h4M7.6 10.4h5M7.6 13.4h5'/>"
    ),
    "search": "<circle cx='8.8' cy='8.8' r='5.3'/><path d='M12.8 12.8l4.2 4.2'/>",
    "check": "<path d='M4.2 10.6l3.8 3.8L16 6.2'/>",
    "task": "<circle cx='10' cy='10' r='7'/><path d='M6.9 10.3l2.2 2.2 4.2-4.6'/>",
    "plus": "<path d='M10 4v12M4 10h12'/>",
    "close": "<path d='M5 5l10 10M15 5L5 15'/>",
    "undo": "<path d='M7.4 4.4L3.8 8l3.6 3.6'/><path d='M4 8h7.4a4.3 4.3 0 0 1 0 8.6H8'/>",
    "shield": (
        "<path d='M10 2.6l6 2.2v4.6c0 3.8-2.5 6.5-6 8-3.5-1.5-6-4.2-6-8V4.8z'/>"
        "<path d='M7.4 9.8l2 2 3.4-3.6'/>"
    ),
    "eye_off": (
        "<path d='M3.4 16.4L16.6 3.6'/><path d='M5.4 13.6C3.6 12.3 2.4 10.6 2 10c1-1.7 3.8-5 8-5"
        " 1.2 0 2.3.3 3.3.7M15.4 7c1.3 1.1 2.2 2.4 2.6 3-1 1.7-3.8 5-8 5-.9 0-1.8-.2-2.6-.4'/>"
    ),
    "lock": (
        "<rect x='4.4' y='9' width='11.2' height='8' rx='1.6'/><path d='M6.8 9V6.4a3.2 3.2 0 0 1 "
        "6.4 0V9'/>" + _DOT.format("10", "13")
    ),
    "people": (
        "<circle cx='7.4' cy='7' r='2.8'/><path d='M2.4 16.6c.3-3.2 2.2-5 5-5s4.7 1.8 5 5'/>"
        "<path d='M12.6 4.5a2.7 2.7 0 0 1 0 5.1M14.4 12c1.9.6 3 2.2 3.2 4.6'/>"
    ),
    "clock": "<circle cx='10' cy='10' r='7'/><path d='M10 5.8V10l2.8 2'/>",
    "folder": "<path d='M2.8 5.2h5l1.6 2h7.8v8.6H2.8z'/>",
    "calendar": (
        "<rect x='3' y='4.4' width='14' height='12.6' rx='1.6'/><path d='M3 8.2h14M6.8 2.6v3.4"
        "M13.2 2.6v3.4'/>" + _DOT.format("10", "12.4")
    ),
    "key": (
        "<circle cx='6.6' cy='13.2' r='3.4'/>"
        "<path d='M9 10.8l7-7M12.6 7.2l2.4 2.4M14.8 5l1.6 1.6'/>"
    ),
    "pencil": "<path d='M4 16l.8-3.6L13.6 3.6l2.8 2.8-8.8 8.8z'/><path d='M11.8 5.4l2.8 2.8'/>",
    "back": "<path d='M12.4 4.4L6.8 10l5.6 5.6'/>",
    "next": "<path d='M7.6 4.4l5.6 5.6-5.6 5.6'/>",
    "down": "<path d='M5 8l5 5 5-5'/>",
    "grip": "".join(_DOT.format(x, y) for x in (7, 13) for y in (4, 10, 16)),
    "print": (
        "<path d='M6 7V3h8v4M6 14H3.5V7.6h13V14H14'/><rect x='6' y='11.6' width='8' height='5.4'/>"
    ),
    "up": "<path d='M5 12l5-5 5 5'/>",
    "backup": (
        "<ellipse cx='10' cy='5' rx='6' ry='2.2'/>"
        "<path d='M4 5v10c0 1.2 2.7 2.2 6 2.2s6-1 6-2.2V5'/>"
        "<path d='M4 10c0 1.2 2.7 2.2 6 2.2s6-1 6-2.2'/>"
    ),
}


@lru_cache(maxsize=256)
def _renderer(name: str, ink: str) -> QSvgRenderer:
    drawing = (
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20' fill='none' "
        f"stroke='{ink}' stroke-width='1.5' stroke-linecap='round' stroke-linejoin='round'>"
        f"{SHAPES[name].replace('{ink}', ink)}</svg>"
    )
    return QSvgRenderer(QByteArray(drawing.encode()))


def draw_icon(painter: QPainter, box: QRectF, name: str, ink: QColor) -> None:
    """Draw one icon into a square box."""
    _renderer(name, ink.name()).render(painter, box)


def icon(name: str, ink: QColor, side: int = 20) -> QIcon:
    """The same drawing for the places where Qt wants an icon of its own."""
    pixmap = QPixmap(QSize(side * 2, side * 2))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_icon(painter, QRectF(0, 0, side * 2, side * 2), name, ink)
    painter.end()
    pixmap.setDevicePixelRatio(2)
    return QIcon(pixmap)
