"""Draw the program's emblem in the sizes a desktop asks for: `draw_icon.py EMBLEM FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIDES = (32, 48, 128, 256)


def draw(emblem: Path, side: int) -> QImage:
    """The emblem as a square picture."""
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(emblem)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture


def main() -> None:
    """Write one file for each size, named after it."""
    emblem, folder = map(Path, sys.argv[1:])
    folder.mkdir(parents=True, exist_ok=True)
    for side in SIDES:
        draw(emblem, side).save(str(folder / f"{side}.png"))


if __name__ == "__main__":
    main()
