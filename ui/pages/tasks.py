"""Everything that was promised and is not done yet: by whom, by when, about whom."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QThreadPool, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.background import Job, Reading
from ui.dialogs.task_result import TaskResultDialog
from ui.messages import show_problem
from ui.models.papers import Paper, filled_paper
from ui.models.rows import ROW_ROLE, RowsModel
from ui.models.tasks import (
    ALL,
    BY_MEMBER,
    FILTERS,
    GROUPINGS,
    OVERDUE,
    about_text,
    counted,
    in_parts,
    passes,
    task_face,
    task_spoken,
)
from ui.pages.handing import Handing
from ui.pages.page import Page
from ui.pages.task_sheet import PAPERS, TaskSheet
from ui.theme import theme
from ui.widgets.heads import PageHeader
from ui.widgets.inputs import SearchBox
from ui.widgets.lists import RowsList
from ui.widgets.notices import EmptyState
from ui.widgets.segmented import Segmented
from ui.widgets.windows import beside
from workbench.bench import Bench
from workbench.open_tasks import OpenTask, list_open_tasks
from workbench.paperwork.documents import URGING_CODE
from workbench.paperwork.subjects import About, Subject
from workbench.sealing import seal_document


class TasksPage(Page):
    """Shows every open task and acts on the selected one."""

    shows = frozenset(
        {"task", "task_terms", "task_result", "decision", "annotation_answer", "patient", "member"}
    )

    def __init__(
        self, bench: Bench, pool: QThreadPool, handing: Handing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench, self._pool, self._handing = bench, pool, handing
        self._tasks: list[OpenTask] = []
        self._wanted = ""
        self._reading = Reading(self, pool, self._show_tasks, partial(show_problem, self))
        self._set_up()
        self._refresh_actions()

    def reload(self) -> None:
        """Read the tasks again, keeping the same one selected."""
        self._reading.ask(partial(list_open_tasks, self._bench))

    def show_overdue(self) -> None:
        """Show only what is late, whatever was searched for before."""
        self.search.clear()
        self.filter.show_value(OVERDUE)
        self._show_rows()

    def selected(self) -> OpenTask | None:
        """The task that actions are about."""
        row: OpenTask | None = self.list.currentIndex().data(ROW_ROLE)
        return row

    def paper(self) -> Paper | None:
        """The slip of the selected task, or the sheet that urges it."""
        task = self.selected()
        if task is None:
            return None
        form = self.sheet.form()
        title = "·".join(filter(None, (dict(PAPERS)[form], about_text(task))))
        return filled_paper(self._bench, title, form, Subject(About.TASK, task.id))

    def command(self, name: str) -> QAction:
        """One of its own actions, or one of those about the paper at hand."""
        return self._commands.get(name) or self._handing.command(name)

    def take_caret(self) -> None:
        """The list of tasks."""
        self.list.setFocus()

    def set_current(self, current: bool) -> None:
        """Read again on coming into view: what is late depends on the day."""
        super().set_current(current)
        if current:
            self.reload()
        else:
            self.sheet.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.window().width() < theme().px(1200)
        self._side.setFixedWidth(min(theme().px(330 if narrow else 420), self.width() // 2))
        super().resizeEvent(event)
        self.list.scrollTo(self.list.currentIndex())

    def _set_up(self) -> None:
        add = self._add_command
        add("record_task_result", "登记办理结果…", "Ctrl+R", self._record)
        add("seal_document", "封存待签", "Ctrl+B", self._seal)
        add("show_urging", "看督办单", "Ctrl+H", self._show_urging)
        add("find_task", "查找任务", "Ctrl+F", lambda: self.search.setFocus())
        self.header = PageHeader("任务")
        self.sheet = TaskSheet(self._pool, self.command)
        self.sheet.paper_chosen.connect(self._show_paper)
        words = "会上作出的决定和采纳的批注，会自动列在这里。"
        self._whole = QStackedWidget()
        self._whole.addWidget(EmptyState("task", "没有没办结的任务", words))
        self._whole.addWidget(beside(self._list_part(), self.sheet))
        self._whole.setCurrentIndex(1)  # nobody is told that there is nothing before it is known
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._whole, 1)

    def _list_part(self) -> QWidget:
        self._model: RowsModel[OpenTask] = RowsModel(task_face, task_spoken, self)
        self.list = RowsList("任务列表")
        self.list.setModel(self._model)
        self.list.selectionModel().currentChanged.connect(self._show_selected)
        self.list.activated.connect(self._open)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.addActions([*self.commands(), *self._handing.commands()])
        self.search = SearchBox("查找任务", "任务、责任人、个案编号或姓")
        self.search.searched.connect(self._search)
        self.filter = Segmented("显示哪些任务", FILTERS, tight=True)
        self.filter.show_value(ALL)
        self.grouping = Segmented("任务怎样分组", GROUPINGS, tight=True)
        self.grouping.show_value(BY_MEMBER)
        choices = QHBoxLayout()
        choices.setSpacing(8)
        for choice in (self.filter, self.grouping):
            choice.chosen.connect(self._show_rows)
            choices.addWidget(choice)
        choices.addStretch(1)
        top = QVBoxLayout()
        top.setContentsMargins(16, 10, 16, 6)
        top.setSpacing(8)
        top.addWidget(self.search)
        top.addLayout(choices)
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        return self._side

    def _refresh_actions(self) -> None:
        task = self.selected()
        late = task is not None and bool(task.overdue_days)
        possible = {"find_task": bool(self._tasks), "show_urging": late}
        for action in self.commands():
            wanted = possible.get(action.objectName(), task is not None)
            action.setEnabled(self._current and wanted)

    def _show_tasks(self, tasks: list[OpenTask]) -> None:
        self._tasks = tasks
        self.header.show_words("任务", counted(tasks) if tasks else "")
        self._whole.setCurrentIndex(1 if tasks else 0)
        self._show_rows()

    @Slot(str)
    def _search(self, words: str) -> None:
        self._wanted = words.strip()
        self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        kept = self.selected()
        shown = [t for t in self._tasks if passes(t, self._wanted, self.filter.value())]
        lines = in_parts(shown, self.grouping.value(), self._bench.today())
        self._model.show(lines)
        numbers = [n for n, line in enumerate(lines) if isinstance(line, OpenTask)]
        same = [n for n in numbers if kept is not None and getattr(lines[n], "id", 0) == kept.id]
        for number in (same or numbers)[:1]:
            self.list.setCurrentIndex(self._model.index(number, 0))
        self._show_selected()

    @Slot()
    def _show_selected(self) -> None:
        self.sheet.show_task(self.selected())
        self._refresh_actions()
        self._show_paper()

    @Slot()
    def _show_paper(self) -> None:
        self.paper_changed.emit()
        self.sheet.show_paper(self.paper() if self._current else None)

    @Slot(QModelIndex)
    def _open(self, _: QModelIndex) -> None:
        self.command("record_task_result").trigger()

    def _show_urging(self) -> None:
        self.sheet.papers.choose(URGING_CODE)

    def _record(self) -> None:
        task = self.selected()
        if task is not None:
            dialog = TaskResultDialog(self._bench, task, self.window())
            dialog.carried_out.connect(lambda _: self.said.emit("办理结果已保存"))
            dialog.open()

    def _seal(self) -> None:
        task = self.selected()
        if task is not None:
            self.said.emit("正在封存…")
            subject = Subject(About.TASK, task.id)
            work = partial(seal_document, self._bench, self.sheet.form(), subject)
            Job(self, work, self._tell_sealed, self._fail).start(self._pool)

    def _tell_sealed(self, _: object) -> None:
        self._show_paper()
        self.said.emit("已封存，打印出来就可以签字")

    def _fail(self, problem: Exception) -> None:
        self.said.emit("")
        show_problem(self.window(), problem)
