"""Where a second copy goes at every closing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from ui.dialogs.first_use.step import Opened, Step
from ui.messages import explain
from ui.preferences import Preferences
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.inputs import Field, LineBox
from ui.widgets.notices import Banner
from ui.widgets.text import Label
from workbench.backup_places import choose_backup_place
from workbench.errors import Refused

SAME_DISK = "它和数据在同一个盘上，硬盘坏了会一起丢。请换一个移动硬盘或U盘；暂时没有也可以先用它。"


class BackupPlaceStep(Step):
    """The choice belongs to this computer: the letter of a drive means nothing on another."""

    def __init__(self, opened: Opened, preferences: Preferences) -> None:
        super().__init__(
            "备份位置",
            "备份另外放在哪里",
            "每次关闭都会在本机备份一份。另选一个文件夹，备份会同时放到那里；"
            "用移动硬盘或U盘最好，没有插上也不耽误关闭。",
        )
        self._opened, self._preferences = opened, preferences
        self.place = LineBox("备份文件夹", "还没有选，只在本机备份")
        self.place.setReadOnly(True)
        choose, clear = Button("选文件夹…"), Button("不用了")
        self._choose, self._clear = choose, clear
        choose.clicked.connect(self._ask)
        clear.clicked.connect(self._forget)
        self._warning = Banner()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(choose)
        row.addWidget(clear)
        row.addStretch(1)
        self.column.addWidget(Field("备份文件夹", self.place))
        self.column.addLayout(row)
        self.column.addWidget(self._warning)
        words = "备份和数据一样是加密的，别人捡到也打不开。"
        self.column.addWidget(Label(words, Type.NOTE, "text2", wrap=True))
        self.column.addStretch(1)

    def begin(self) -> None:
        kept = self._preferences.backup_place()
        self.place.setText(str(kept) if kept else "")
        self._clear.setVisible(kept is not None)

    def take_caret(self) -> None:
        self._choose.setFocus()

    def choose(self, folder: Path) -> None:
        """Use a folder from now on; where that is unwise it is said, not forbidden."""
        if self._opened.bench is None:
            return
        try:
            place = choose_backup_place(self._opened.bench, folder)
        except Refused as refusal:
            self._warning.say(explain(refusal).text, bad=True)
            return
        self._preferences.keep_backup_place(place.folder)
        self._warning.say(SAME_DISK if place.same_disk else "")
        self.begin()

    @Slot()
    def _ask(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "选文件夹")
        if folder:
            self.choose(Path(folder))

    @Slot()
    def _forget(self) -> None:
        self._preferences.keep_backup_place(None)
        self._warning.say("")
        self.begin()
        self._choose.setFocus()
