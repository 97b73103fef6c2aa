"""Who opens the workbench, and what each kind of account may do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QThreadPool, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.dialogs.accounts import (
    AddAccountDialog,
    ArchiveAccountDialog,
    ChangePasswordDialog,
    GivePasswordDialog,
    permission_words,
)
from ui.dialogs.command import CommandDialog
from ui.models.accounts import account_face, account_spoken
from ui.models.rows import ROW_ROLE, RowsModel
from ui.pages.settings_part import SettingsPart
from ui.theme import Type, theme
from ui.widgets.buttons import Button
from ui.widgets.heads import SectionHead
from ui.widgets.lists import RowsList
from ui.widgets.text import Label
from workbench.account_list import AccountRow, list_accounts, read_permissions
from workbench.bench import Bench

POLICY = (
    "权限由程序把关：各个账户用各自的口令，打开的是同一份加密数据、同一把钥匙。"
    "会上由一个人操作，大家在纸上签字，不用轮流登录。"
)
SHOWN = 4


class AccountSettings(SettingsPart):
    """Lists the accounts; adds and closes them, and changes passwords."""

    title = "账户与权限"
    shows = frozenset({"account"})

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._pool = bench, pool
        add = self._add_command
        add("add_account", "添加账户…", "", self._add)
        add("change_password", "修改自己的口令…", "", self._change_password)
        add("give_password", "为选中的账户重设口令…", "", self._give_password)
        add("archive_account", "停用选中的账户…", "", self._archive)
        self._set_up()

    def reload(self) -> None:
        """Read the accounts again, keeping the same one selected."""
        kept = self.selected()
        rows = list_accounts(self._bench)
        self._model.show(rows)
        places = [n for n, row in enumerate(rows) if kept and row.id == kept.id]
        self.list.setCurrentIndex(self._model.index(places[0] if places else 0, 0))
        self._fit()
        self._refresh_actions()

    def selected(self) -> AccountRow | None:
        """Which account actions are about."""
        row: AccountRow | None = self.list.currentIndex().data(ROW_ROLE)
        return row

    def _set_up(self) -> None:
        face = partial(account_face, today=self._bench.today())
        self._model: RowsModel[AccountRow] = RowsModel(face, account_spoken, self)
        self.list = RowsList("账户", margin=8)
        self.list.setModel(self._model)
        self.list.selectionModel().currentChanged.connect(self._select)
        self.column.addWidget(
            SectionHead("账户", "能打开工作台的人，只签字的成员不用账户", ruled=True)
        )
        self.column.addWidget(self.list)
        for names in (("add_account", "change_password"), ("give_password", "archive_account")):
            row = QHBoxLayout()
            row.setSpacing(8)
            for name in names:
                row.addWidget(Button.of(self.command(name)))
            row.addStretch(1)
            self.column.addLayout(row)
        self.column.addSpacing(8)
        self.column.addWidget(SectionHead("谁能做什么", ruled=True))
        self.column.addWidget(Label(POLICY, Type.NOTE, "text2", wrap=True))
        for label in permission_words(read_permissions(self._bench)):
            self.column.addWidget(label)
        theme().changed.connect(self._fit)

    def _refresh_actions(self) -> None:
        super()._refresh_actions()
        row = self.selected()
        usable = self._current and row is not None and not row.archived
        self.command("archive_account").setEnabled(usable)
        self.command("give_password").setEnabled(usable and row is not None and not row.here)

    def _add(self) -> None:
        self._open(AddAccountDialog(self._bench, self._pool, self.window()), "已添加账户")

    def _change_password(self) -> None:
        self._open(ChangePasswordDialog(self._bench, self._pool, self.window()), "口令已修改")

    def _give_password(self) -> None:
        row = self.selected()
        if row is not None:
            dialog = GivePasswordDialog(self._bench, self._pool, row, self.window())
            self._open(dialog, f"“{row.name}”的口令已重设")

    def _archive(self) -> None:
        row = self.selected()
        if row is not None:
            dialog = ArchiveAccountDialog(self._bench, row, self.window())
            self._open(dialog, f"“{row.name}”已停用")

    def _open(self, dialog: CommandDialog, words: str) -> None:
        dialog.carried_out.connect(lambda _: self.said.emit(words))
        dialog.open()

    @Slot()
    def _select(self) -> None:
        self._refresh_actions()

    @Slot()
    def _fit(self) -> None:
        row = self.list.sizeHintForRow(0)
        self.list.setFixedHeight(row * min(self._model.rowCount(), SHOWN) + 4)
