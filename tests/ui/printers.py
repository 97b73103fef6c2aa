"""A printer that writes a file, for computers that have none."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter

from ui.printing import Printers


class OneFile(Printers):
    """Everything printed becomes a PDF at one place."""

    def __init__(self, target: Path, *, at_hand: bool = True) -> None:
        self.target, self._at_hand = target, at_hand

    def names(self):
        return ["文件打印机"] if self._at_hand else []

    def open(self, name):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.target))
        return printer

    def sheets(self):
        """Width and height in mm of everything that came out."""
        pages = PdfReader(self.target).pages
        return [
            (
                round(float(p.mediabox.width) / 72 * 25.4),
                round(float(p.mediabox.height) / 72 * 25.4),
            )
            for p in pages
        ]
