"""The agenda of a meeting that is being prepared, and beside it what still fails."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QThreadPool, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.background import Job, Reading
from ui.dialogs.agenda_entries import AddPatientDialog, PlanDiscussionDialog
from ui.dialogs.written_opinions import WrittenOpinionsDialog
from ui.messages import show_problem
from ui.models.agenda_plan import end_text, entry_face, entry_lines, entry_spoken, sum_text
from ui.models.days import day_in_prose
from ui.models.meetings import meeting_facts
from ui.models.rows import ROW_ROLE, RowsModel
from ui.models.runs import pack_paper
from ui.pages.agenda_steps import OTHER_TIER, EntrySteps, LightWays
from ui.pages.checkup import Checkup, CheckupStrip
from ui.pages.handing import Handing
from ui.pages.page import Page
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind, with_keys
from ui.widgets.notices import EmptyState
from ui.widgets.plan_list import PlanList
from ui.widgets.text import Label, ShortLabel
from workbench.agenda_plan import AgendaPlan, PlannedEntry, read_agenda_plan
from workbench.agenda_proposals import fill_agenda
from workbench.bench import Bench
from workbench.checkup import Light, read_checkup
from workbench.meetings import MeetingRow
from workbench.screen import AgendaTier

Read = tuple[AgendaPlan, tuple[Light, ...]]
ANY_WIDTH = 16777215  # Qt's own limit


class AgendaSheet(Page):
    """Part of the page of meetings; what it can do stands in the menu of that page."""

    case_wanted = Signal(str)
    visit_wanted = Signal(object)
    tasks_wanted = Signal()
    documents_wanted = Signal(int)

    def __init__(
        self,
        bench: Bench,
        pool: QThreadPool,
        handing: Handing,
        command: Callable[[str], QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench, self._pool, self._handing, self._of_page = bench, pool, handing, command
        self._meeting: MeetingRow | None = None
        self._plan: AgendaPlan | None = None
        self._filling = self._instead = False
        self._reading = Reading(self, pool, self._show, partial(show_problem, self))
        self._steps = EntrySteps(bench, self)
        self._add_commands()
        self._set_up()
        self._refresh_actions()

    def show_meeting(self, row: MeetingRow | None) -> None:
        """Show the agenda of another meeting, or of the same one as it is now."""
        if row is None or self._meeting is None or row.id != self._meeting.id:
            self._plan = None
            self._model.show([])  # another meeting's items must not stand here meanwhile
        self._meeting = row
        if row is not None:
            self._title.setText(row.title)
            self._facts.setText(f"{day_in_prose(row.held_on)}{row.begins:%H:%M}")
            self._facts.setToolTip(meeting_facts(row))
            self._reading.ask(partial(_read, self._bench, row.id))
        self._refresh_actions()

    def entry(self) -> PlannedEntry | None:
        """The entry that actions are about."""
        found: PlannedEntry | None = self.agenda.currentIndex().data(ROW_ROLE)
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _add_commands(self) -> None:
        add = self._add_command
        add("fill_agenda", "生成议程", "Shift+F5", self._fill)
        add("print_pack", "打印会前包…", "Alt+B", self._print_pack)
        add("plan_discussion", "讨论安排…", "F2", self._plan_discussion)
        add("move_up", "上移", "Alt+Up", partial(self._move, -1))
        add("move_down", "下移", "Alt+Down", partial(self._move, 1))
        add("move_to_tier", "改为逐例过", "Alt+T", self._move_to_tier)
        add("remove_from_agenda", "不列入议程", "Alt+Del", self._remove)
        add("put_back_on_agenda", "重新列入议程", "Alt+A", self._put_back)
        add("add_patient_to_agenda", "添加患者…", "Alt+G", self._add_patient)
        add("record_written_opinion", "登记书面意见…", "Alt+O", self._write_opinions)
        add("show_checkup", "会前体检", "Alt+C", self._show_checkup)

    def _set_up(self) -> None:
        self.checkup = Checkup(self.command("show_checkup"))
        self.checkup.offer(*map(self._of_page, ("record_attendance", "rearrange_meeting")))
        ways = LightWays(self._any_command, self)
        ways.case_wanted.connect(self.case_wanted)
        ways.visit_wanted.connect(self.visit_wanted)
        ways.tasks_wanted.connect(self.tasks_wanted)
        self.checkup.way_wanted.connect(ways.follow)
        self._strip = CheckupStrip(self.command("show_checkup"))
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(20, 16, 16, 12)
        column.setSpacing(8)
        column.addLayout(self._head_row())
        column.addWidget(self._strip)
        column.addWidget(self._agenda_part(), 1)
        column.addLayout(self._foot_row())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._body, 1)
        row.addWidget(self.checkup)

    def _head_row(self) -> QHBoxLayout:
        self._title = ShortLabel("", Type.NAME)
        self._facts = Label("", Type.NOTE, "text2")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._facts)
        row.addStretch(1)
        row.addWidget(Button.of(self.command("fill_agenda")))
        row.addWidget(Button.of(self._of_page("start_meeting")))
        return row

    def _agenda_part(self) -> QWidget:
        self._model: RowsModel[PlannedEntry] = RowsModel(entry_face, entry_spoken, self)
        self.agenda = PlanList("议程")
        self.agenda.setModel(self._model)
        self.agenda.selectionModel().currentChanged.connect(self._refresh_actions)
        self.agenda.activated.connect(self._open_case)
        self.agenda.ticked.connect(self._tick)
        self.agenda.moved.connect(self._drop)
        words = "按等级、随访和任务列出要议的个案，每例都写明原因；列好以后可以增减和调整先后。"
        new = Button.of(self.command("fill_agenda"), Kind.PRIMARY)
        self._either = QStackedWidget()
        self._either.addWidget(EmptyState("document", "还没有议程", words, new))
        self._either.addWidget(self.agenda)
        self._either.setCurrentIndex(1)  # nothing is said to be missing before it was looked for
        return self._either

    def _foot_row(self) -> QHBoxLayout:
        self._sum, self._end = Label("", Type.HEAD), ShortLabel("", Type.NOTE, "text2")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._sum)
        row.addWidget(self._end, 1)
        row.addWidget(Button.of(self._of_page("add_case_to_agenda")))
        row.addWidget(
            Button.of(self.command("print_pack"), Kind.PRIMARY, icon_name="print", short="打印")
        )
        return row

    def _fit(self) -> None:
        """Beside the agenda where there is room; else a line, and in its place when asked for."""
        narrow = self.window().width() < theme().px(1200)
        instead = narrow and self._instead
        self._strip.setVisible(narrow)
        self._facts.setVisible(not narrow)  # the list beside it says the day too
        self._body.setVisible(not instead)
        self.checkup.setVisible(instead or not narrow)
        self.checkup.setMinimumWidth(0 if instead else theme().px(300))
        self.checkup.setMaximumWidth(ANY_WIDTH if instead else theme().px(300))
        self.checkup.offer_back(instead)
        self._rename("show_checkup", "回到议程" if instead else "会前体检")

    def _show(self, read: Read) -> None:
        plan, lights = read
        kept, number = self.entry(), self.agenda.currentIndex().row()
        self._plan = plan
        self._model.show(entry_lines(plan))
        self._either.setCurrentIndex(1 if plan.entries else 0)
        self._select(kept, number)
        words, over = end_text(plan)
        self._sum.setText(sum_text(plan) if plan.listed else "")
        self._end.setText(words if plan.listed else "")
        self._end.set_colour("warn" if over else "text2")
        self.checkup.show_lights(lights)
        self._strip.show_lights(lights)
        self._refresh_actions()

    def _select(self, kept: PlannedEntry | None, number: int) -> None:
        """The same entry; what was ticked has another key, but stands where it stood."""
        same = (kept.id, kept.listed) if kept else None
        rows = [self._model.index(n, 0) for n in range(self._model.rowCount())]
        found = {i.row(): e for i in rows if (e := i.data(ROW_ROLE)) is not None}
        if not found:
            return
        by_key = [row for row, entry in found.items() if (entry.id, entry.listed) == same]
        near = min(found, key=lambda row: abs(row - number))
        self.agenda.setCurrentIndex(self._model.index(by_key[0] if by_key else near, 0))

    @Slot()
    def _refresh_actions(self) -> None:
        entry, here = self.entry(), self._current and self._meeting is not None
        listed = entry is not None and entry.listed
        self._name_commands(entry)
        possible = {
            "fill_agenda": not self._filling,
            "print_pack": self._plan is not None and bool(self._plan.listed),
            "plan_discussion": listed,
            "move_up": listed,
            "move_down": listed,
            "move_to_tier": listed and entry is not None and entry.tier in OTHER_TIER,
            "remove_from_agenda": listed,
            "put_back_on_agenda": entry is not None and not entry.listed,
        }
        for name, action in self._commands.items():
            action.setEnabled(here and possible.get(name, True))

    def _name_commands(self, entry: PlannedEntry | None) -> None:
        other = OTHER_TIER.get(entry.tier) if entry else None
        again = self._plan is not None and bool(self._plan.entries)
        self._rename("move_to_tier", f"改为{(other or AgendaTier.ROUND).label}")
        self._rename("fill_agenda", "重新生成" if again else "生成议程")

    def _rename(self, name: str, words: str) -> None:
        action = self.command(name)
        if action.iconText() != words:
            action.setIconText(words)
            action.setText(with_keys(words, action.shortcut()))

    def _fill(self) -> None:
        if self._meeting is None:
            return
        self._filling = True
        self._refresh_actions()
        work = partial(fill_agenda, self._bench, self._meeting.id)
        Job(self, work, self._tell_filled, self._fail_to_fill).start(self._pool)

    def _tell_filled(self, count: int) -> None:
        self._filling = False
        self._refresh_actions()
        self.agenda.setFocus()
        self.said.emit(f"列入{count}例" if count else "没有新的要列入，原有安排没有变")

    def _fail_to_fill(self, problem: Exception) -> None:
        self._filling = False
        self._refresh_actions()
        show_problem(self.window(), problem)

    def _print_pack(self) -> None:
        row = self._meeting
        if row is not None:
            title = f"{row.title}·会前包"
            self._handing.print_paper(pack_paper(self._bench, title, row.id))

    def _plan_discussion(self) -> None:
        entry = self.entry()
        if entry is not None:
            PlanDiscussionDialog(self._bench, entry, self.window()).open()

    def _add_patient(self) -> None:
        if self._meeting is not None:
            AddPatientDialog(self._bench, self._meeting.id, self.window()).open()

    def _move(self, by: int) -> None:
        entry = self.entry()
        if entry is not None:
            self._steps.move(entry, by)

    def _move_to_tier(self) -> None:
        entry = self.entry()
        if entry is not None:
            self._steps.move_to_other_tier(entry)

    def _remove(self) -> None:
        entry = self.entry()
        if entry is not None:
            self._steps.remove(entry)
            self.said.emit(f"{entry.title}不列入议程，按空格重新列入")

    def _put_back(self) -> None:
        entry = self.entry()
        if entry is not None:
            self._steps.put_back(entry)

    def _write_opinions(self) -> None:
        if self._meeting is not None:
            dialog = WrittenOpinionsDialog(self._bench, self._meeting.id, self.window())
            dialog.carried_out.connect(lambda _: self.said.emit("已登记书面意见"))
            dialog.sheets_wanted.connect(partial(self.documents_wanted.emit, self._meeting.id))
            dialog.open()

    def _any_command(self, name: str) -> QAction:
        return self._commands.get(name) or self._of_page(name)

    @Slot(QModelIndex)
    def _tick(self, index: QModelIndex) -> None:
        entry: PlannedEntry | None = index.data(ROW_ROLE)
        if entry is not None:
            self.agenda.setCurrentIndex(index)
            self.command("remove_from_agenda" if entry.listed else "put_back_on_agenda").trigger()

    @Slot(QModelIndex, int)
    def _drop(self, index: QModelIndex, by: int) -> None:
        entry: PlannedEntry | None = index.data(ROW_ROLE)
        if entry is not None and entry.listed:
            self._steps.move(entry, by)

    @Slot(QModelIndex)
    def _open_case(self, index: QModelIndex) -> None:
        entry: PlannedEntry | None = index.data(ROW_ROLE)
        if entry is not None and entry.case_number:
            self.case_wanted.emit(entry.case_number)

    def _show_checkup(self) -> None:
        self._instead = not self._instead
        self._fit()
        (self.agenda if self.checkup.isHidden() else self.checkup.lights).setFocus()


def _read(bench: Bench, meeting_id: int) -> Read:
    return read_agenda_plan(bench, meeting_id), read_checkup(bench, meeting_id)
