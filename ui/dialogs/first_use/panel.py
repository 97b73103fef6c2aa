"""The first start: first the key, which cannot be skipped; then what can be left for later."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.dialogs.first_use.backup_place import BackupPlaceStep
from ui.dialogs.first_use.done import DoneStep
from ui.dialogs.first_use.keys import CodeStep, PasswordStep, ProofStep
from ui.dialogs.first_use.meeting_rule import MeetingRuleStep
from ui.dialogs.first_use.members import MembersStep
from ui.dialogs.first_use.pane import StepsPane
from ui.dialogs.first_use.step import Opened, Step
from ui.dialogs.first_use.team import TeamStep
from ui.preferences import Preferences
from ui.theme import theme
from ui.widgets.step_trail import StepTrail
from ui.widgets.windows import Sheet

FIRST_OF_THE_REST = 3  # once the code is proved, neither it nor the password is asked again
TRAIL = ("口令", "恢复口令", "单位与小组", "小组成员", "例会规则", "备份位置")
MARKS = (0, 1, 1, 2, 3, 4, 5, 6)  # where each step stands in the trail
WIDE, LEAST, TALL, SHORT = 900, 560, 448, 350


def setup_steps(opened: Opened, pool: QThreadPool, preferences: Preferences) -> list[Step]:
    """What is asked of an open store; each can be left for later and asked again."""
    return [
        TeamStep(opened),
        MembersStep(pool, opened),
        MeetingRuleStep(opened),
        BackupPlaceStep(opened, preferences),
    ]


class FirstUsePanel(Sheet):
    """`held` brings the store as soon as its code is proved, `opened` when all was asked."""

    held = Signal(object)
    opened = Signal(object, str)
    demo_wanted = Signal()

    def __init__(
        self,
        folder: Path,
        pool: QThreadPool,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._opened = Opened()
        password, done = PasswordStep(folder, pool, self._opened), DoneStep(self._opened)
        self.code = CodeStep(pool, self._opened)
        keys: list[Step] = [password, self.code, ProofStep(self._opened)]
        rest = setup_steps(self._opened, pool, preferences)
        self.trail = StepTrail(TRAIL, "第一次使用，大约5分钟")
        self.pane = StepsPane([*keys, *rest, done], "开始使用", no_return=(0, 1, FIRST_OF_THE_REST))
        self.setAccessibleName("第一次使用")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.trail)
        row.addWidget(self.pane, 1)
        password.demo_wanted.connect(self.demo_wanted)
        done.wanted.connect(self._finish)
        self.pane.turned.connect(self._follow)
        self.pane.finished.connect(self._finish)
        theme().changed.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        """As large as is comfortable; a small screen takes away from that."""
        return QSize(theme().px(WIDE), theme().px(TALL))

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(theme().px(LEAST), max(least.height(), theme().px(SHORT)))

    def hasHeightForWidth(self) -> bool:
        """The pages of one question are all as tall as each other."""
        return False

    @property
    def holds_unread_code(self) -> bool:
        """Whether a recovery code is on the screen that nobody has proved to have kept."""
        return self._opened.made is not None

    @Slot()
    def start(self) -> None:
        """Ask the first question."""
        self.pane.start()

    def remind(self) -> None:
        """Say why the window cannot close yet."""
        self.pane.banner.say("恢复口令只显示这一次。请先抄下并核对，再关闭窗口。")

    @Slot(int)
    def _follow(self, number: int) -> None:
        self.trail.show_step(MARKS[number])
        if number == FIRST_OF_THE_REST and self._opened.bench is not None:
            self.code.code.setText("")
            self.held.emit(self._opened.bench)

    @Slot()
    def _finish(self, wish: str = "") -> None:
        self.opened.emit(self._opened.bench, wish)

    @Slot()
    def _fit(self) -> None:
        self.trail.setFixedWidth(theme().px(212))
        self.updateGeometry()
