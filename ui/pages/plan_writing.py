"""Writing in the rows of a plan: one is open at a time, kept while typing, saved on leaving it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.keeping import KeepSoon
from ui.messages import explain
from ui.models.plan_rows import AddRow, LineRow, PlanRow, WordsRow, plan_rows
from ui.pages.plan_editor import LineEditor, RowEditor
from ui.pages.plan_recording import PlanDrafts, editor_for, progress_editor, save_row
from ui.pages.plan_table import PlanTable
from workbench.bench import Bench
from workbench.errors import Refused
from workbench.plan_desk import PlanDesk, areas_of
from workbench.screen import PlanArea


class PlanWriting(QObject):
    """Holds the open row. While one is open the table is not shown anew."""

    said = Signal(str)
    changed = Signal()
    reload_wanted = Signal()

    def __init__(
        self,
        bench: Bench,
        table: PlanTable,
        badges: Callable[[], dict[PlanArea, str]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._bench, self._table, self._badges = bench, table, badges
        self._drafts = PlanDrafts(bench)
        self._desk: PlanDesk | None = None
        self._row: PlanRow | None = None
        self._adding: PlanArea | None = None
        self._request, self._wanted, self._late = "", "", False
        self._soon = KeepSoon(self)
        self._soon.timeout.connect(self.keep)
        table.asked.connect(self.edit)
        table.chosen.connect(self._follow)

    def show_desk(self, desk: PlanDesk) -> None:
        """Show the rows of a plan, and what was typed into one of them and not saved."""
        self._desk = desk
        if self._adding is not None:
            self._begin_line()
            return
        self._show_rows(self._wanted)
        self._wanted = ""
        self._restore(desk)

    def puts_off(self) -> bool:
        """Whether a row is open, so that reading again has to wait until it is saved."""
        self._late |= self._table.editor() is not None
        return self._table.editor() is not None

    def drop_all(self) -> None:
        """Another plan is to be shown; what was typed is kept."""
        self.keep()
        self._late = False
        self._close()
        self._desk = None

    def rows_anew(self) -> None:
        """Show the same rows again, unless one is open."""
        if self._desk is not None and self._table.editor() is None:
            self._show_rows("")

    @Slot()
    def keep(self) -> None:
        """Keep what is typed into the open row."""
        self._soon.stop()
        editor, desk = self._table.editor(), self._desk
        if editor is None or self._row is None or desk is None or desk.plan is None:
            return
        if editor.changed():
            self._drafts.keep(desk.plan.row.id, self._row.key, editor.values())
        else:
            self._drafts.drop(desk.plan.row.id)

    @Slot()
    def edit(self) -> None:
        """Write in the chosen row."""
        row, desk = self._table.row(), self._desk
        if row is None or desk is None or self._table.editor() is not None:
            return
        editor = editor_for(desk, row) if self._bench.may(_needed(desk, row)) else None
        if editor is None:
            self.said.emit(_why_not(desk, row))
        else:
            self._open(row, editor)

    def report(self) -> None:
        """Say how far the chosen line has come."""
        row, desk = self._table.row(), self._desk
        if isinstance(row, LineRow) and desk is not None and self.saved():
            editor = progress_editor(desk, row)
            if editor is not None:
                self._open(row, editor)

    def add(self) -> None:
        """Begin a new line in the area one is in."""
        editor, row = self._table.editor(), self._table.row()
        written = editor is not None and editor.changed()
        if self._desk is not None and self._desk.draft and self.saved():
            self._adding = _area_of(row, self._desk)
            self._wanted = AddRow(self._adding).key
            if not written:  # else the new line opens once the last one is read back
                self._begin_line()

    def offer_samples(self) -> None:
        """Offer wordings for the open line."""
        editor = self._table.editor()
        if isinstance(editor, LineEditor):
            editor.offer_samples()

    def saved(self) -> bool:
        """Save the open row if there is one; it stays open where that is refused."""
        editor, row, desk = self._table.editor(), self._row, self._desk
        if editor is None or row is None or desk is None or desk.plan is None:
            return True
        if editor.changed():
            try:
                self._wanted = save_row(self._bench, desk, row, editor, self._request)
            except Refused as refusal:
                editor.refuse(explain(refusal).text)
                self.keep()
                return False
        self._drafts.drop(desk.plan.row.id)
        self._close()
        return True

    @Slot()
    def cancel(self) -> None:
        """Leave the open row as it was."""
        if self._desk is not None and self._desk.plan is not None:
            self._drafts.drop(self._desk.plan.row.id)
        self._close()

    def _begin_line(self) -> None:
        self._show_rows(self._wanted)
        self._wanted = ""
        self.edit()

    def _open(self, row: PlanRow, editor: RowEditor) -> None:
        self._row, self._request = row, uuid4().hex
        editor.saved.connect(self._save)
        editor.cancelled.connect(self.cancel)
        editor.touched.connect(self._soon.touch)
        editor.left.connect(self._soon.touch)
        self._table.open_editor(editor)
        self.changed.emit()

    @Slot()
    def _save(self) -> None:
        self.saved()

    def _close(self) -> None:
        self._soon.stop()
        added, self._adding, self._row = self._adding is not None, None, None
        self._table.close_editor()
        if self._late:
            self._late = False
            self.reload_wanted.emit()
        elif added:
            self._show_rows("")
        self.changed.emit()

    def _show_rows(self, key: str) -> None:
        if self._desk is not None:
            self._table.show_rows(plan_rows(self._desk, self._badges(), self._adding), key)

    @Slot()
    def _follow(self) -> None:
        """Going to another row saves the one that was open, or leads back to it."""
        row, opened = self._table.row(), self._row
        if opened is not None and row is not None and row.key != opened.key:
            if self.saved():
                self._wanted = row.key
            else:
                self._table.choose(opened.key)
        self.changed.emit()

    def _restore(self, desk: PlanDesk) -> None:
        kept = self._drafts.find(desk.plan.row.id) if desk.plan and desk.newest else None
        if kept is None or not self._bench.may("add_plan_item"):
            return
        kind, _, value = kept.row.partition("/")
        if kind == "new":
            self._adding = PlanArea(value)
            self._show_rows(kept.row)
        if not self._table.choose(kept.row):
            return
        self.report() if "state" in kept.values else self.edit()
        editor = self._table.editor()
        if editor is not None:
            editor.fill(kept.values)
            editor.refuse("上次写了没有保存的内容，已经恢复。")


def _area_of(row: PlanRow | None, desk: PlanDesk) -> PlanArea:
    """The area one is in, else the first."""
    areas = areas_of(desk)
    match row:
        case LineRow() if row.line.area in areas:
            return row.line.area
        case AddRow():
            return row.area
    return areas[0]


def _needed(desk: PlanDesk, row: PlanRow) -> str:
    """The use case that writing in a row ends in."""
    match row:
        case WordsRow():
            return "write_plan_heading"
        case AddRow():
            return "add_plan_item"
    return "change_plan_item" if desk.draft else "record_plan_progress"


def _why_not(desk: PlanDesk, row: PlanRow) -> str:
    """Why nothing of a row can change."""
    if isinstance(row, LineRow) and row.item is None:
        return "这一条已经撤掉，只供对照"
    if not desk.draft:
        return "这一次计划已经确认，修改请写在下一次计划里"
    return "您的账户不能修改计划，可以写批注"
