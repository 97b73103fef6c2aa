"""The doors of a store: which one stands there, and where each leads."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.background import Job
from ui.dialogs.trouble import TroublePanel
from ui.dialogs.unlock import UnlockPanel
from ui.loading import wait_until_loaded
from ui.messages import explain
from ui.preferences import Preferences
from ui.widgets.buttons import Button, Kind
from ui.widgets.notices import Banner
from ui.widgets.windows import Ground, ScrollColumn
from workbench.door import Opening, store_exists
from workbench.errors import Refused

if TYPE_CHECKING:
    from ui.dialogs.first_use.panel import FirstUsePanel
    from ui.dialogs.put_back import PutBackPanel

    Panel = FirstUsePanel | UnlockPanel | TroublePanel | PutBackPanel
FROM_A_COPY = ("Damaged", "BrokenReferences", "FileGone")
SLOTS_FROM_A_COPY = ("SlotsMissing", "SlotsDamaged")
SLOTS_BACK = "口令文件已从备份取回。如果备份之后改过口令，请用当时的口令，或点“忘记口令”。"


class Doors(QWidget):
    """Stands in the window while the store is shut. `opened` also says what to begin with."""

    opened = Signal(object, str)
    held = Signal(object)
    demo_wanted = Signal()

    def __init__(
        self,
        folder: Path,
        pool: QThreadPool,
        preferences: Preferences,
        *,
        locked: bool = False,
        hint: str = "",
    ) -> None:
        super().__init__()
        self._folder, self._pool, self._preferences = folder, pool, preferences
        self._locked, self._hint = locked, hint
        self.panel: Panel | None = None
        self._first_use: FirstUsePanel | None = None
        self.notice = Banner()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        inside = Ground("window")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(12, 8, 12, 8)
        # Between stretches and not aligned: only so is a panel as tall as its words need.
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        self._row.addStretch(1)
        self._column.addStretch(1)
        self._column.addWidget(self.notice)
        self._column.addLayout(self._row)
        self._column.addStretch(1)
        whole.addWidget(ScrollColumn("打开工作台", inside))

    @Slot()
    def begin(self, news: str = "") -> None:
        """Ask for the password, or begin anew where there is no store."""
        try:
            if store_exists(self._folder):
                self._ask_password(news)
                return
            self._begin_anew()
        except Refused as refusal:
            self._say_why(refusal, Opening())

    def _begin_anew(self) -> None:
        wait_until_loaded()
        from ui.dialogs.first_use.panel import FirstUsePanel  # at most doors a password is asked
        from workbench.restoring import require_no_remains

        require_no_remains(self._folder)
        first = FirstUsePanel(self._folder, self._pool, self._preferences)
        self._first_use = first
        first.opened.connect(self.opened)
        first.held.connect(self.held)
        first.demo_wanted.connect(self.demo_wanted)
        self._stand_at(first)

    def keeps_code(self) -> bool:
        """Remind of a recovery code that nobody has proved to have kept, if one is on show."""
        first = self._first_use
        if first is None or first is not self.panel or not first.holds_unread_code:
            return False
        first.remind()
        return True

    def _ask_password(self, news: str) -> None:
        door = UnlockPanel(
            self._folder, self._pool, locked=self._locked, hint=self._hint, news=news
        )
        door.opened.connect(self._enter)
        door.troubled.connect(self._say_why)
        self._stand_at(door)

    def _stand_at(self, panel: Panel) -> None:
        before, self.panel = self.panel, panel
        if before is not None:
            before.hide()
            before.deleteLater()
        self._row.insertWidget(1, panel)
        panel.start()

    @Slot(object)
    def _enter(self, bench: object) -> None:
        self.opened.emit(bench, "")

    @Slot(object, object)
    def _say_why(self, problem: Refused, opening: Opening) -> None:
        ways = [Button("再试一次", Kind.NORMAL)]
        ways[0].clicked.connect(self._begin_again)
        if problem.code in FROM_A_COPY:
            ways.insert(0, Button("从备份恢复…", Kind.PRIMARY))
            ways[0].clicked.connect(partial(self._choose_copy, opening))
        elif problem.code in SLOTS_FROM_A_COPY:
            ways.insert(0, Button("从备份取回口令文件", Kind.PRIMARY))
            ways[0].clicked.connect(self._fetch_slots)
        self._stand_at(TroublePanel(explain(problem), ways))

    @Slot()
    def _begin_again(self) -> None:
        self.begin()

    @Slot()
    def _choose_copy(self, opening: Opening, _: bool = False) -> None:
        wait_until_loaded()
        from ui.dialogs.put_back import PutBackPanel

        panel = PutBackPanel(self._folder, self._pool, opening, self._preferences.backup_place())
        panel.given_up.connect(self._begin_again)
        panel.restored.connect(self._tell_restored)
        self._stand_at(panel)

    @Slot(str)
    def _tell_restored(self, moment: str) -> None:
        self.begin(
            f"已恢复到{moment}的备份，之后的记录不在里面。损坏的文件另外留着。请输入口令打开。"
        )

    @Slot()
    def _fetch_slots(self) -> None:
        wait_until_loaded()
        from workbench.restoring import put_back_slots

        work = partial(put_back_slots, self._folder, outside=self._preferences.backup_place())
        Job(self, work, lambda _: self.begin(SLOTS_BACK), self._refuse).start(self._pool)

    def _refuse(self, problem: Exception) -> None:
        if isinstance(self.panel, TroublePanel):
            self.panel.banner.say(explain(problem).text, bad=True)
