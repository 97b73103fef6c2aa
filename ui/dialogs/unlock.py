"""The door of a store: the password, or the recovery code and then a new password."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.background import Job
from ui.messages import explain
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.inputs import Choice, Field, LineBox, secret_box
from ui.widgets.notices import Banner
from ui.widgets.text import Label
from ui.widgets.windows import Sheet
from workbench.door import Opening, accounts_at_door
from workbench.errors import Refused
from workbench.file_errors import FileRefused

if TYPE_CHECKING:
    from workbench.bench import Bench

# Whoever typed this tries again in place; anything else is a matter of the file.
TYPED_WRONG = ("WrongPassword", "RecoveryMistyped", "RecoveryWrong")


class UnlockPanel(Sheet):
    """Asks for the password until the store opens. Every refusal stands here in words."""

    opened = Signal(object)
    troubled = Signal(object, object)

    def __init__(
        self,
        folder: Path,
        pool: QThreadPool,
        *,
        locked: bool = False,
        hint: str = "",
        news: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder, self._pool = folder, pool
        self._bench: Bench | None = None
        self.setAccessibleName("打开工作台")
        self.banner = Banner()
        self._steps = QStackedWidget()
        self._steps.addWidget(self._password_step())
        self._steps.addWidget(self._recovery_step())
        self._steps.addWidget(self._renewal_step())
        self._busy = Label("", Type.NOTE, "text2")
        title = "已锁屏" if locked else "个案会商工作台"
        self.password.setPlaceholderText(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(12)
        column.addWidget(Label(title, Type.TITLE))
        column.addWidget(self.banner)
        column.addWidget(self._steps)
        column.addWidget(self._busy)
        self._news = news
        theme().changed.connect(self._fit)
        self._fit()

    @Slot()
    def start(self) -> None:
        """Say what happened before, and put the caret where typing begins."""
        self.banner.say(self._news)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _password_step(self) -> QWidget:
        self.account = Choice("账户", _accounts(self._folder))
        self.password = secret_box("口令")
        open_button = Button("打开", Kind.PRIMARY, keys="Enter")
        forgot = Button("忘记口令…", Kind.GHOST)
        open_button.clicked.connect(self._unlock)
        self.password.returnPressed.connect(self._unlock)
        forgot.clicked.connect(partial(self._turn_to, 1))
        self._verbs = [open_button]
        return _step(
            "请输入口令。数据加密后只存在这台电脑，不上网。",
            [
                *([Field("账户", self.account)] if self._several() else []),
                Field("口令", self.password),
            ],
            [forgot, open_button],
        )

    def _several(self) -> bool:
        """With one account nobody has to choose."""
        return self.account.count() > 1

    def _recovery_step(self) -> QWidget:
        self.code = LineBox("恢复口令", "照抄打印或抄写的恢复口令")
        go = Button("用恢复口令打开", Kind.PRIMARY, keys="Enter")
        back = Button("返回", Kind.GHOST)
        go.clicked.connect(self._recover)
        self.code.returnPressed.connect(self._recover)
        back.clicked.connect(partial(self._turn_to, 0))
        self._verbs.append(go)
        return _step(
            "恢复口令是第一次使用时抄下的那一串字母和数字。打开以后需要设一个新口令。",
            [Field("恢复口令", self.code, "不分大小写")],
            [back, go],
        )

    def _renewal_step(self) -> QWidget:
        self.renewed, self.repeated = secret_box("新口令"), secret_box("再输一遍新口令")
        go = Button("保存新口令", Kind.PRIMARY, keys="Enter")
        go.clicked.connect(self._renew)
        self.repeated.returnPressed.connect(self._renew)
        self._verbs.append(go)
        return _step(
            "恢复口令正确。请设一个新口令，旧口令不再有效。",
            [Field("新口令", self.renewed), Field("再输一遍", self.repeated)],
            [go],
        )

    @Slot()
    def _unlock(self) -> None:
        account = self.account.value() if self._several() else None
        chosen = account if isinstance(account, int) else None
        work = partial(_unlock, self._folder, self.password.text(), chosen)
        self._work(work, self._open, "正在核对口令…")

    @Slot()
    def _recover(self) -> None:
        work = partial(_unlock_with_recovery, self._folder, self.code.text())
        self._work(work, self._ask_new_password, "正在核对恢复口令…")

    @Slot()
    def _renew(self) -> None:
        if self._bench is None:
            return
        if self.renewed.text() != self.repeated.text():
            self.banner.say("两次输入的口令不一样。口令还没有改动。请再输一遍。")
            return
        work = partial(_set_password, self._bench, self.renewed.text())
        self._work(work, self._open_renewed, "正在保存新口令…")

    def _work(self, work: Callable[[], object], done: Callable[[Any], None], words: str) -> None:
        if self._busy.text():
            return
        self.banner.say("")
        self._wait(words)
        Job(self, work, done, self._refuse).start(self._pool)

    def _wait(self, words: str) -> None:
        self._busy.setText(words)
        for verb in self._verbs:
            verb.setEnabled(not words)

    def _open(self, bench: object) -> None:
        self._wait("")
        for box in (self.password, self.code, self.renewed, self.repeated):
            box.clear()
        self.opened.emit(bench)

    def _ask_new_password(self, bench: Bench) -> None:
        self._wait("")
        self._bench = bench
        self._turn_to(2)
        self.renewed.setFocus()

    def _open_renewed(self, _: object) -> None:
        self._open(self._bench)

    def _refuse(self, problem: Exception) -> None:
        self._wait("")
        code = problem.code if isinstance(problem, Refused) else ""
        if code == "ComputerUnknown":
            self._turn_to(1)
            self.banner.say(explain(problem).text)
            return
        if isinstance(problem, FileRefused) and code not in TYPED_WRONG:
            self.troubled.emit(problem, Opening(self.password.text(), self.code.text()))
            return
        self.banner.say(explain(problem).text, bad=True)
        box = (self.password, self.code, self.renewed)[self._steps.currentIndex()]
        box.selectAll()
        box.setFocus()

    @Slot()
    def _turn_to(self, step: int, _: bool = False) -> None:
        self.banner.say("")
        self._steps.setCurrentIndex(step)
        (self.password, self.code, self.renewed)[step].setFocus()

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(theme().px(460))


# What opens a store is slow to load, so it is asked for where the work is done: on the worker.
def _unlock(folder: Path, password: str, account: int | None) -> Bench:
    from workbench.accounts import unlock

    return unlock(folder, password, account=account)


def _unlock_with_recovery(folder: Path, code: str) -> Bench:
    from workbench.accounts import unlock_with_recovery

    return unlock_with_recovery(folder, code)


def _set_password(bench: Bench, password: str) -> None:
    from workbench.accounts import set_password

    set_password(bench, password)


def _accounts(folder: Path) -> list[tuple[object, str]]:
    """Whom one can be; what is wrong with the file is said when it is opened."""
    try:
        return list(accounts_at_door(folder))
    except Refused:
        return []


def _step(explanation: str, fields: list[Field], buttons: list[Button]) -> QWidget:
    step = QWidget()
    column = QVBoxLayout(step)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    column.addWidget(Label(explanation, Type.NOTE, "text2", wrap=True))
    for field in fields:
        column.addWidget(field)
    column.addStretch(1)
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    if len(buttons) > 1:
        row.addWidget(buttons[0])
    row.addStretch(1)
    row.addWidget(buttons[-1])
    column.addLayout(row)
    return step
