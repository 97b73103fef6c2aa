"""What was done, by whom and when: a long list that can be narrowed and taken out."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QThreadPool, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from ui.background import Job, Reading
from ui.dialogs.saving import ask_where
from ui.dialogs.verify_store import VerifyStoreDialog
from ui.messages import explain, show_problem
from ui.models.audit import audit_face, audit_spoken, file_name
from ui.models.days import day_box
from ui.models.rows import GrowingRows
from ui.pages.settings_part import SettingsPart, labelled
from ui.theme import Type, theme
from ui.widgets.buttons import Button
from ui.widgets.heads import SectionHead
from ui.widgets.inputs import Choice
from ui.widgets.lists import RowsList
from ui.widgets.text import Label
from workbench.account_list import list_accounts
from workbench.audit_list import AuditFilter, AuditLine, audit_choices, export_audit, list_audit
from workbench.bench import Bench
from workbench.patient_export import EXCEL

EVERYBODY, EVERYTHING = "所有账户", "所有种类"
WIDE_ENOUGH = 7
NOTHING = "没有符合条件的记录。可以放宽日期、账户或种类。"
NAMES_MASKED = "姓名已遮名，每一条都接在上一条后面，改动或删去会被核验发现"


class AuditSettings(SettingsPart):
    """Reads the latest rows when it comes into view, and further ones as one scrolls."""

    title = "操作记录"

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._pool = bench, pool
        self._reading = Reading(self, pool, self._show, self._refuse)
        self._add_command("verify_store", "核验数据…", "", self._verify)
        self._add_command("export_audit", "导出操作记录…", "", self._export)
        self._set_up()

    def reload(self) -> None:
        """Read the latest rows that are wanted."""
        self._reading.ask(partial(_read, self._bench, self._wanted()))

    def export_to(self, target: Path) -> None:
        """Write what is listed into this file, further rows included."""
        self.command("export_audit").setEnabled(False)
        work = partial(export_audit, self._bench, target, self._wanted())
        Job(self, work, self._tell_exported, self._fail).start(self._pool)

    def _set_up(self) -> None:
        self._since, self._until = (
            day_box("从哪天", self._bench.today, hint="不限"),
            day_box("到哪天", self._bench.today, hint="不限"),
        )
        self._account = Choice("账户", [(None, EVERYBODY)])
        self._group = Choice("种类", [("", EVERYTHING), *((g, g) for g in audit_choices())])
        for choice in (self._account, self._group):
            choice.setMinimumContentsLength(WIDE_ENOUGH)
        self._refused = QCheckBox("只看没有办成的")
        self._refused.setAccessibleName("只看没有办成的")
        for box in (self._since, self._until):
            box.day_changed.connect(self.reload)
            box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for choice in (self._account, self._group):
            choice.activated.connect(self.reload)
        self._refused.toggled.connect(self.reload)
        self._model: GrowingRows[AuditLine] = GrowingRows(audit_face, audit_spoken, self)
        self.list = RowsList("操作记录", margin=8)
        self.list.setUniformItemSizes(True)
        self.list.setModel(self._model)
        self._empty = Label("", Type.BODY, "text2", wrap=True)
        self._empty.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        self.column.setAlignment(Qt.AlignmentFlag(0))  # the list takes what is left
        self.column.addWidget(SectionHead("操作记录", NAMES_MASKED, ruled=True))
        self.column.addLayout(labelled("日期", self._since, Label("到", Type.BODY), self._until))
        self.column.addLayout(labelled("范围", self._account, self._group, self._refused))
        self.column.addWidget(self._empty)
        self.column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Button.of(self.command("verify_store")))
        row.addWidget(Button.of(self.command("export_audit")))
        row.addStretch(1)
        self.column.addLayout(row)
        theme().changed.connect(self._fit)
        self._fit()

    def _wanted(self) -> AuditFilter:
        account = self._account.value()
        return AuditFilter(
            self._since.day(),
            self._until.day(),
            account if isinstance(account, int) else None,
            str(self._group.value()),
            self._refused.isChecked(),
        )

    def _show(self, read: tuple[list[AuditLine], list[tuple[object, str]]]) -> None:
        lines, accounts = read
        kept = self._account.value()
        self._account.offer([(None, EVERYBODY), *accounts])
        self._account.show_value(kept)
        self._say("" if lines else NOTHING)
        self._model.show_first(lines, partial(_after, self._bench, self._wanted()))
        if lines:
            self.list.setCurrentIndex(self._model.index(0, 0))

    def _refuse(self, problem: Exception) -> None:
        self._say(explain(problem).text)

    def _say(self, words: str) -> None:
        self._empty.setText(words)
        self._empty.setVisible(bool(words))
        self.list.setVisible(not words)

    def _verify(self) -> None:
        VerifyStoreDialog(self._bench, self._pool, self.window()).open()

    def _export(self) -> None:
        target = ask_where(self, file_name(self._bench.today(), EXCEL))
        if target is not None:
            self.export_to(target)

    def _tell_exported(self, count: int) -> None:
        self._refresh_actions()
        self.said.emit(f"已导出{count}条操作记录")

    def _fail(self, problem: Exception) -> None:
        self._refresh_actions()
        show_problem(self.window(), problem)

    @Slot()
    def _fit(self) -> None:
        self.list.setMinimumHeight(theme().px(140))


def _read(bench: Bench, wanted: AuditFilter) -> tuple[list[AuditLine], list[tuple[object, str]]]:
    accounts: list[tuple[object, str]] = [(row.id, row.name) for row in list_accounts(bench)]
    return list_audit(bench, wanted), accounts


def _after(bench: Bench, wanted: AuditFilter, last: AuditLine) -> list[AuditLine]:
    return list_audit(bench, wanted, before=last.id)
