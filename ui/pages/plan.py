"""The plan of a case: drawn up line by line, remarked on, and confirmed by the team."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QThreadPool, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.background import Reading
from ui.messages import show_problem
from ui.models.person import Person
from ui.models.plan_rows import LineRow
from ui.pages.plan_editor import LineEditor
from ui.pages.plan_head import PlanHead
from ui.pages.plan_margin import ANSWERS, PlanMargin
from ui.pages.plan_remarks import PlanRemarks
from ui.pages.plan_steps import PlanSteps
from ui.pages.plan_table import PlanTable
from ui.pages.plan_writing import PlanWriting
from ui.pages.writing import WritingPage
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.notices import EmptyState
from ui.widgets.text import ShortLabel
from ui.widgets.windows import Ground
from workbench.bench import Bench
from workbench.plan_desk import PlanDesk, read_plan_desk

NOBODY, NOTHING, TABLE, WHITE = range(4)
HOW = "↑↓选行，Enter修改，Del撤掉"
HOW_CONFIRMED = "已经确认，修改请写下一次计划；选中一行按Enter记进展"
# Steps by name that are another use case, or the same one in other words.
CARRIED_OUT_BY = {
    "begin_from_criteria": "draw_up_plan",
    "restore_plan_item": "add_plan_item",
}
CHANGING = (
    "add_plan_item",
    "remove_plan_item",
    "restore_plan_item",
    "record_plan_progress",
    "confirm_plan",
    "draw_up_plan",
    "begin_from_criteria",
    "drop_plan",
)


class PlanPage(WritingPage):
    """Shows a version of the plan; rows are written in where they stand."""

    shows = frozenset(
        {
            "plan",
            "plan_item",
            "plan_reason",
            "plan_progress",
            "plan_confirmation",
            "annotation",
            "annotation_answer",
            "meeting",
            "agenda_item",
            "member",
            "case_terms",
            "intake_finding",
        }
    )

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("干预计划")
        self._bench = bench
        self._desk: PlanDesk | None = None
        self._version: int | None = None
        self._against: int | None = None
        self._wanted_remark: int | None = None
        self._reading = Reading(self, pool, self._show, self._fail)
        self._set_up()
        self._refresh_actions()

    def open_for(self, person: Person) -> None:
        """Show the last version of this person's plan, and what was typed and not yet saved."""
        if person != self._person:
            self.writing.drop_all()
            self._person, self._desk = person, None
            self._version = self._against = None
            self._whole.setCurrentIndex(WHITE)
        self._wanted_remark = None
        self.reload()

    def open_at(self, person: Person, annotation_id: int | None) -> None:
        """The same, beginning at one remark."""
        self.open_for(person)
        self._wanted_remark = annotation_id

    @Slot()
    def reload(self) -> None:
        """Read the plan again; a row that is being written in is left alone until it is saved."""
        person = self._person
        if person is not None and person.case_id is not None and not self.writing.puts_off():
            question = partial(read_plan_desk, self._bench, person.case_id)
            self._reading.ask(partial(question, self._version, self._against))

    def keep_draft(self) -> None:
        """Keep what is typed into the open row."""
        self.writing.keep()

    def take_caret(self) -> None:
        """The open row, else the table."""
        editor = self.table.editor()
        if editor is not None:
            editor.take_caret()
        elif self._whole.currentIndex() == TABLE:
            self.table.view.setFocus()
        elif self._whole.currentIndex() == NOTHING:
            self._nothing.take_caret()
        elif self._whole.currentIndex() == NOBODY:
            self._nobody.take_caret()
        else:
            self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _set_up(self) -> None:
        self._add_commands()
        self.table, self.margin = PlanTable(), PlanMargin(self.command)
        self.remarks = PlanRemarks(self._bench, self.table, self.margin, self)
        self.writing = PlanWriting(self._bench, self.table, self.remarks.badges, self)
        self.steps = PlanSteps(self._bench, self)
        for part in (self.remarks, self.writing, self.steps):
            part.said.connect(self.said)
        self.remarks.changed.connect(self._refresh_actions)
        self.remarks.filtered.connect(self.writing.rows_anew)
        self.writing.changed.connect(self._refresh_actions)
        self.writing.reload_wanted.connect(self.reload)
        self.head = PlanHead(self.command("confirm_plan"), self.command("draw_up_plan"))
        self.head.version.activated.connect(self._choose_version)
        self.head.against.activated.connect(self._choose_against)
        self._lay_out()
        theme().changed.connect(self._fit)

    def _lay_out(self) -> None:
        self._whole = QStackedWidget()
        self._nobody = EmptyState("people", "没有可写的计划", "请先选一例在组的个案。")
        self._nothing = self._first_plan()
        self._whole.addWidget(self._nobody)
        self._whole.addWidget(self._nothing)
        self._whole.addWidget(self._sheet())
        self._whole.addWidget(QWidget())  # until the plan is read
        left = Ground("sheet")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._whole, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 1)
        row.addWidget(self.margin)

    def _add_commands(self) -> None:
        add = self._add_command
        add("edit_plan_row", "修改这一行", "F2", lambda: self.writing.edit())
        add("add_plan_item", "加一条措施", "Ctrl+N", lambda: self.writing.add())
        add("remove_plan_item", "撤掉这一条", "Del", self._remove)
        add("restore_plan_item", "恢复刚撤掉的一条", "Ctrl+Z", lambda: self.steps.restore())
        add("record_plan_progress", "记进展", "Ctrl+G", lambda: self.writing.report())
        add("offer_samples", "参考用语", "F7", lambda: self.writing.offer_samples())
        add("confirm_plan", "提交小组确认", "Ctrl+Return", self._submit, "Ctrl+Enter")
        add("draw_up_plan", "写下一次计划", "Ctrl+Shift+N", partial(self._begin, False))
        add("begin_from_criteria", "按入组标准起草", "Ctrl+Shift+G", partial(self._begin, True))
        add("drop_plan", "作废草稿…", "Ctrl+Shift+D", self._drop)
        add("choose_plan", "看哪一次计划", "Ctrl+Shift+H", lambda: self.head.version.setFocus())
        add("compare_plan", "与哪一次对比", "Ctrl+D", lambda: self.head.against.setFocus())
        add("write_annotation", "写批注…", "Ctrl+Shift+Y", lambda: self.remarks.write())
        add("adopt_as_task", "采纳，生成任务…", "Ctrl+Shift+R", lambda: self.remarks.as_task())
        add("adopt_as_plan_item", "采纳，列入计划…", "Ctrl+Shift+I", lambda: self.remarks.as_item())
        add("decline_annotation", "不采纳…", "Ctrl+Shift+X", lambda: self.remarks.decline())
        add("withdraw_annotation", "撤回批注…", "Ctrl+Shift+W", lambda: self.remarks.withdraw())
        add("filter_annotations", "只看待处理的批注", "Ctrl+F", lambda: self.remarks.turn_filter())
        add("switch_to_remarks", "批注栏", "F6", self._switch)
        add("leave_plan", "返回", "Esc", self._leave)
        for name in ("write_annotation", *ANSWERS):
            self.command(name).setVisible(self._bench.may(name))
        self.command("adopt_as_task").setIconText("生成任务…")
        self.command("adopt_as_plan_item").setIconText("列入计划…")

    def _first_plan(self) -> EmptyState:
        empty = Button.of(self.command("draw_up_plan"))
        drafted = Button.of(self.command("begin_from_criteria"), Kind.PRIMARY)
        how = "可以按评估时符合的入组标准起草，每条标准带一条参考用语；也可以从空白写起。"
        return EmptyState("document", "还没有干预计划", how, empty, drafted)

    def _sheet(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._hint = ShortLabel("", Type.NOTE, "text3")
        self._drawer = Button.of(self.command("switch_to_remarks"))
        foot = QHBoxLayout()
        foot.setContentsMargins(18, 4, 14, 6)
        foot.setSpacing(8)
        foot.addWidget(Button.of(self.command("add_plan_item"), Kind.GHOST, icon_name="plus"))
        foot.addWidget(Button.of(self.command("record_plan_progress"), Kind.GHOST))
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._drawer)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        return whole

    def _refresh_actions(self) -> None:
        desk, row = self._desk, self.table.row()
        idle = self.table.editor() is None
        there = desk is not None and desk.plan is not None
        draft = desk is not None and desk.draft
        begins = desk is not None and not draft and (desk.newest or not there)
        line = row if isinstance(row, LineRow) and row.item is not None and idle else None
        possible = {
            "edit_plan_row": there and idle,
            "add_plan_item": draft,
            "remove_plan_item": draft and line is not None,
            "restore_plan_item": idle and self.steps.can_restore(desk),
            "record_plan_progress": bool(line and desk and line.line.key in desk.reported_on),
            "offer_samples": isinstance(self.table.editor(), LineEditor),
            "confirm_plan": draft,
            "drop_plan": draft and idle,
            "draw_up_plan": begins,
            "begin_from_criteria": begins,
            "compare_plan": bool(desk and desk.against),
            "leave_plan": True,
            **self.remarks.possible(desk),
        }
        for name, action in self._commands.items():
            may = name not in CHANGING or self._bench.may(CARRIED_OUT_BY.get(name, name))
            action.setEnabled(self._current and may and possible.get(name, there))

    def _show(self, desk: PlanDesk) -> None:
        if self.writing.puts_off():
            return
        self._desk = desk
        self._version = desk.plan.row.id if desk.plan else None
        self.command("draw_up_plan").setIconText("写下一次计划" if desk.plan else "从空白写起")
        self.head.show_desk(desk, self._person.called if self._person else "")
        self._hint.setText(HOW if desk.draft else HOW_CONFIRMED)
        self._whole.setCurrentIndex(TABLE if desk.plan else NOTHING)
        self.remarks.show_desk(desk)
        self._fit()
        self.writing.show_desk(desk)
        if self._wanted_remark is not None:
            self.remarks.choose(self._wanted_remark)
            self._wanted_remark = None
            self._fit()
        self._refresh_actions()
        if self._current and not self._in_margin():
            self.take_caret()

    def _fail(self, problem: Exception) -> None:
        self._desk = None
        self._whole.setCurrentIndex(NOBODY)
        self._fit()
        self._refresh_actions()
        show_problem(self.window(), problem)

    def _remove(self) -> None:
        row = self.table.row()
        if self._desk is not None and isinstance(row, LineRow) and not self._in_margin():
            self.steps.remove(self._desk, row)

    def _submit(self) -> None:
        if self._desk is not None and self.writing.saved():
            self.steps.submit(self._desk)

    def _begin(self, from_criteria: bool) -> None:
        if self._desk is not None and self.writing.saved():
            self._version = self._against = None
            self.steps.begin(self._desk, from_criteria=from_criteria)

    def _drop(self) -> None:
        if self._desk is not None:
            self._version = self._against = None
            self.steps.drop(self._desk)

    @Slot()
    def _choose_version(self) -> None:
        chosen = self.head.version.value()
        if self.writing.saved() and isinstance(chosen, int):
            self._version, self._against = chosen, None
            self.reload()

    @Slot()
    def _choose_against(self) -> None:
        chosen = self.head.against.value()
        if self.writing.saved() and isinstance(chosen, int):
            self._against = chosen
            self.reload()

    def _switch(self) -> None:
        """To the remarks and back; in a narrow window their drawer opens and closes."""
        self.remarks.drawn_out = not self._in_margin()
        self._fit()
        if self.remarks.drawn_out:
            self.margin.take_caret()
        else:
            self.take_caret()

    def _leave(self) -> None:
        """First out of the open row, then out of the page."""
        if self.table.editor() is not None:
            self.writing.cancel()
        else:
            self.left.emit()

    def _in_margin(self) -> bool:
        return self.margin.isAncestorOf(self.window().focusWidget() or self)

    @Slot()
    def _fit(self) -> None:
        narrow = self.window().width() < theme().px(1200)
        there = self._desk is not None and self._desk.plan is not None
        self.margin.setFixedWidth(theme().px(272 if narrow else 324))
        self.margin.setVisible(there and (not narrow or self.remarks.drawn_out))
        self._drawer.setVisible(narrow)
        self._drawer.setText(self.remarks.counted())
        self.head.fit(self.width() - (self.margin.width() if self.margin.isVisible() else 0))
