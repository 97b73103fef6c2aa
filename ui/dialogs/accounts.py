"""Accounts: one more, a password of one's own, a password for who forgot it, closing one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.dialogs.command import CommandDialog, SlowCommandDialog
from ui.models.choices import ACCOUNT_KINDS, account_kind_of
from ui.theme import Type
from ui.widgets.inputs import Choice, Field, LineBox, secret_box
from ui.widgets.text import Label
from workbench.account_list import (
    AccountRow,
    PermissionRow,
    add_account,
    archive_account,
    change_password,
    give_password,
)
from workbench.bench import Bench
from workbench.errors import PasswordsDiffer

TYPED_BY_OWNER = "口令请账户的使用者本人输入，别人不要看。至少8个字。"
AT_THE_DOOR = "名称会出现在打开的窗口里，不加密，写称呼或岗位就行"


class _TwoPasswords:
    """A new password, typed twice."""

    def __init__(self) -> None:
        self.first, self.again = secret_box("新口令"), secret_box("再输一遍新口令")

    def fields(self) -> tuple[Field, Field]:
        """What is shown."""
        return Field("新口令", self.first, "至少8个字"), Field("再输一遍", self.again)

    def typed(self) -> str:
        """The password, when both are the same."""
        if self.first.text() != self.again.text():
            raise PasswordsDiffer
        return self.first.text()


class AddAccountDialog(SlowCommandDialog):
    """Asks who, what they may do, and for their first password."""

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget) -> None:
        super().__init__(bench, pool, "添加账户", TYPED_BY_OWNER, "添加账户", parent)
        self.setObjectName("add_account_dialog")
        self.name = LineBox("名称", "例如 县医院闻医师")
        self.kind = Choice("种类", [(kind, kind.label) for kind in ACCOUNT_KINDS])
        self.administers = QCheckBox("能管理账户、备份和文书设置")
        self.administers.setAccessibleName("能管理账户、备份和文书设置")
        self._passwords = _TwoPasswords()
        self.fields.addWidget(Field("名称", self.name, AT_THE_DOOR))
        self.fields.addWidget(Field("种类", self.kind))
        self.fields.addWidget(self.administers)
        for field in self._passwords.fields():
            self.fields.addWidget(field)
        self.name.setFocus()

    def _work(self) -> Callable[[], object]:
        return partial(
            add_account,
            self._bench,
            name=self.name.text(),
            kind=account_kind_of(self.kind.value()),
            administers=self.administers.isChecked(),
            password=self._passwords.typed(),
        )


class ChangePasswordDialog(SlowCommandDialog):
    """Asks for the present password, and twice for the new one."""

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget) -> None:
        how = "改好后马上生效，下次打开用新口令。恢复口令不变。"
        super().__init__(bench, pool, "修改自己的口令", how, "修改口令", parent)
        self.setObjectName("change_password_dialog")
        self.present, self._passwords = secret_box("现在的口令"), _TwoPasswords()
        self.fields.addWidget(Field("现在的口令", self.present))
        for field in self._passwords.fields():
            self.fields.addWidget(field)
        self.present.setFocus()

    def _work(self) -> Callable[[], object]:
        return partial(change_password, self._bench, self.present.text(), self._passwords.typed())


class GivePasswordDialog(SlowCommandDialog):
    """For who forgot theirs: the new one is typed by its owner."""

    def __init__(
        self, bench: Bench, pool: QThreadPool, account: AccountRow, parent: QWidget
    ) -> None:
        title = f"为“{account.name}”重设口令"
        super().__init__(bench, pool, title, TYPED_BY_OWNER, "重设口令", parent)
        self.setObjectName("give_password_dialog")
        self._account, self._passwords = account, _TwoPasswords()
        for field in self._passwords.fields():
            self.fields.addWidget(field)
        self._passwords.first.setFocus()

    def _work(self) -> Callable[[], object]:
        return partial(give_password, self._bench, self._account.id, self._passwords.typed())


class ArchiveAccountDialog(CommandDialog):
    """Says what closing an account means before it is done."""

    def __init__(self, bench: Bench, account: AccountRow, parent: QWidget) -> None:
        how = "停用后它的口令不能再打开工作台，做过的记录仍记在它名下。停用后不能再启用。"
        super().__init__(bench, f"停用账户“{account.name}”", how, "停用", parent)
        self.setObjectName("archive_account_dialog")
        self._account = account

    def _carry_out(self) -> object:
        archive_account(self._bench, self._account.id)
        return self._account.id


def permission_words(rows: list[PermissionRow]) -> list[Label]:
    """What each kind of account may do, a heading and its lines each."""
    labels = []
    for row in rows:
        labels.append(Label(row.who, Type.NOTE_BOLD, "text2"))
        labels.append(Label("\n".join(row.lines), Type.NOTE, wrap=True))
    return labels
