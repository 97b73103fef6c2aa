"""Help that needs no book: every key, and what this program is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind, key_text
from ui.widgets.text import Label
from ui.widgets.windows import FormDialog, ScrollColumn


class KeysDialog(FormDialog):
    """Lists every action that has a key."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__("快捷键一览", "菜单里每一项后面也写着它的快捷键。", parent)
        self.setObjectName("keys_dialog")
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setColumnStretch(0, 1)
        known = {a.iconText().rstrip("…"): key_text(a.shortcut()) for a in actions}
        for row, (words, keys) in enumerate(sorted(known.items(), key=lambda pair: pair[1])):
            if keys:
                grid.addWidget(Label(words), row, 0)
                grid.addWidget(Label(keys, Type.NOTE, "text2"), row, 1)
        column = ScrollColumn("快捷键", inside)
        column.setMinimumHeight(theme().px(260))
        self.fields.addWidget(column)
        _add_close(self)


class AboutDialog(FormDialog):
    """Says what the program does with the data."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("个案会商工作台", "", parent)
        self.setObjectName("about_dialog")
        words = (
            "乡镇（街道）个案管理小组的例会、评估、决定与会议记录。\n"
            "数据加密后只存在这台电脑，不上网。忘记口令时，只有恢复口令能打开数据。"
        )
        self.fields.addWidget(Label(words, Type.BODY, "text2", wrap=True))
        _add_close(self)


def _add_close(dialog: FormDialog) -> None:
    close = Button("关闭", Kind.PRIMARY, keys="Esc")
    close.clicked.connect(dialog.accept)
    dialog.add_verbs(close)
