"""Drawing many times leaves nothing behind."""

import sys

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from ui.icons import SHAPES, draw_icon
from ui.style import draw_field, draw_triangle
from ui.widgets.chips import draw_chip

TIMES = 20_000


def test_painting_does_not_lose_references_to_none():
    canvas = QImage(64, 64, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(canvas)
    before = sys.getrefcount(None)
    for _ in range(TIMES):
        painter.fillRect(QRectF(0, 0, 4, 4), QColor("#17665C"))
        painter.save()
        painter.restore()
    after = sys.getrefcount(None)
    painter.end()
    assert abs(after - before) < TIMES / 100


def test_our_own_drawing_does_not_either():
    canvas = QImage(64, 64, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(canvas)
    draw_chip(painter, QPointF(0, 0), 3)
    before = sys.getrefcount(None)
    for _ in range(500):
        draw_chip(painter, QPointF(0, 0), 3)
        draw_field(painter, QRectF(0, 0, 40, 30), enabled=True, focused=True)
        draw_triangle(painter, QRectF(0, 0, 8, 8), QColor("#8A4A00"))
    after = sys.getrefcount(None)
    painter.end()
    assert abs(after - before) < 100


def test_every_icon_leaves_ink():
    for name in SHAPES:
        canvas = QImage(40, 40, QImage.Format.Format_ARGB32_Premultiplied)
        canvas.fill(0)
        painter = QPainter(canvas)
        draw_icon(painter, QRectF(0, 0, 40, 40), name, QColor("#1E2124"))
        painter.end()
        inked = sum(canvas.pixelColor(x, y).alpha() > 0 for x in range(40) for y in range(40))
        assert inked > 40, name
