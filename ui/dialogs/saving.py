"""Asking where a document is to be saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

KINDS = {
    ".docx": "Word 文档 (*.docx)",
    ".pdf": "PDF 文件 (*.pdf)",
    ".xlsx": "Excel 表格 (*.xlsx)",
    ".csv": "文本表格 (*.csv)",
    ".jpg": "图片 (*.jpg)",
    ".jpeg": "图片 (*.jpeg)",
    ".png": "图片 (*.png)",
    ".tif": "图片 (*.tif)",
    ".tiff": "图片 (*.tiff)",
}


def ask_where(parent: QWidget, name: str) -> Path | None:
    """Return the place chosen for a file of this name, or None."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    start = Path(QStandardPaths.writableLocation(documents)) / name
    suffix = Path(name).suffix
    chosen, _ = QFileDialog.getSaveFileName(parent, "另存为", str(start), KINDS[suffix])
    if not chosen:
        return None
    target = Path(chosen)
    return target if target.suffix else target.with_suffix(suffix)
