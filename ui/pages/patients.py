"""The register: everybody in a list that can be searched and filtered, and one person beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QThreadPool, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.background import Reading
from ui.dialogs.duplicates import DuplicatesDialog
from ui.dialogs.export_patients import ExportPatientsDialog
from ui.dialogs.import_list import ImportListDialog
from ui.dialogs.narrow_register import DropViewDialog, NarrowRegisterDialog
from ui.dialogs.register_patient import CorrectPatientDialog, RegisterPatientDialog
from ui.dialogs.undo_import import UndoImportDialog
from ui.messages import show_problem
from ui.models.person import Person
from ui.pages.page import Page
from ui.pages.patient_list import PatientList
from ui.pages.patient_sheet import PatientSheet
from ui.theme import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.heads import PageHeader
from ui.widgets.notices import EmptyState
from ui.widgets.windows import beside
from workbench.bench import Bench
from workbench.errors import Refused
from workbench.masking_rules import read_masking
from workbench.patient_search import PatientIndex, index_patients
from workbench.patient_standings import PatientStanding, list_patient_standings
from workbench.register import PatientDetails
from workbench.saved_views import ViewRow, list_views
from workbench.unmasking import read_masked_patient, unmask

Register = tuple[list[PatientStanding], PatientIndex, list[ViewRow]]
ABOUT_ONE = ("open_selected_case", "unmask", "correct_patient", "export_patients")
MILLISECONDS = 60_000
ANYWHERE = ("apply_import", "undo_import")


class PatientsPage(Page):
    """Shows everybody on the register and acts on the selected one."""

    shows = frozenset(
        {
            "patient",
            "patient_details",
            "diagnosis",
            "consent",
            "patient_flag",
            "resemblance",
            "saved_view",
            "guardian",
            "guardian_details",
            "guardian_capacity",
            "case",
            "case_terms",
            "case_standing",
            "visit",
            "admission",
            "incident",
            "life_event",
            "past_history",
            "assessment",
            "meeting",
            "medication_line",
            "medication_strategy",
            "unit_rule",
            "profile_adoption",
        }
    )
    case_wanted = Signal(int)

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._pool = bench, pool
        self._shown: tuple[int, PatientDetails] | None = None
        self._asked = False
        self._masks_again = QTimer(self)
        self._masks_again.setSingleShot(True)
        self._masks_again.timeout.connect(self._hide_names)
        self._reading = Reading(self, pool, self._show_register, self._fail)
        self._set_up()
        self._refresh_actions()

    def reload(self) -> None:
        """Read the register again, keeping the same person selected."""
        self._asked = True
        self._reading.ask(partial(_read_register, self._bench))

    def selected(self) -> PatientStanding | None:
        """Whom actions are about."""
        return self.people.current()

    def person(self) -> Person | None:
        """Whoever is selected, by the masked name."""
        row = self.selected()
        if row is None:
            return None
        case = row.case
        return Person(row.id, row.masked, case.id if case else None, case.number if case else "")

    def select(self, patient_id: int) -> None:
        """Choose somebody, as soon as they are listed."""
        self.people.select(patient_id)

    def show_person(self, patient_id: int) -> None:
        """Choose somebody, however the list was searched and narrowed before."""
        self.people.show_everybody()
        self.people.select(patient_id)

    def show_filter(self, wanted: object) -> None:
        """List those whom one of the filters shows."""
        self.people.filter.choose(wanted)

    def take_caret(self) -> None:
        """The search, where most work begins."""
        self.people.search.setFocus()

    def set_current(self, current: bool) -> None:
        """The register is read once somebody looks; names are hidden when the page is left."""
        super().set_current(current)
        if current and not self._asked:
            self.reload()
        elif not current and self._is_unmasked():
            self._hide_names()

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.window().width() < theme().px(1200)
        self.people.setFixedWidth(min(theme().px(310 if narrow else 376), self.width() // 2))
        super().resizeEvent(event)
        self.people.list.scrollTo(self.people.list.currentIndex())

    def _set_up(self) -> None:
        self._add_commands()
        self.header = PageHeader("患者")
        self.header.add_right(Button.of(self.command("export_patients"), short="导出…"))
        self.header.add_right(Button.of(self.command("register_patient"), icon_name="plus"))
        self.sheet = PatientSheet(self.command)
        self._whole = QStackedWidget()
        register = Button.of(self.command("register_patient"), Kind.PRIMARY)
        how = "先登记患者，再由小组决定是否入组。也可以从表格成批导入。"
        bring_in = Button.of(self.command("apply_import"))
        empty = EmptyState("people", "还没有患者", how, register, bring_in)
        self._whole.addWidget(empty)
        self._whole.addWidget(beside(self._people(), self.sheet))
        self._whole.setCurrentIndex(1)  # nobody is told that there is nothing before it is known
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._whole, 1)

    def _add_commands(self) -> None:
        add = self._add_command
        add("register_patient", "登记患者…", "Ctrl+Shift+N", self._register)
        add("find_patients", "查找患者", "Ctrl+F", self.take_caret)
        add("narrow_register", "缩小范围…", "Ctrl+Shift+R", self._narrow)
        add("drop_view", "不再保留常用筛选…", "", self._drop_view)
        add("open_selected_case", "打开个案", "Ctrl+Return", self._open, "Ctrl+Enter")
        add("unmask", "显示姓名", "F8", self._toggle_names)
        add("correct_patient", "更正资料…", "Ctrl+E", self._correct)
        add("export_patients", "导出名单…", "Ctrl+Shift+E", self._export)
        add("list_resemblances", "疑似重复…", "Ctrl+Shift+D", self._show_duplicates)
        add("apply_import", "导入名单…", "Ctrl+Shift+U", self._import)
        add("undo_import", "撤销导入…", "", self._undo_import)

    def _people(self) -> PatientList:
        self.people = PatientList()
        self.people.selected.connect(self._show_selected)
        self.people.opened.connect(self._open)
        self.people.narrowing_wanted.connect(self._narrow)
        self.people.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.people.list.addActions([self.command(name) for name in ABOUT_ONE])
        return self.people

    def _refresh_actions(self) -> None:
        row = self.selected()
        possible = {
            "unmask": row is not None,
            "correct_patient": row is not None,
            "open_selected_case": row is not None and row.case is not None,
            "export_patients": bool(self.people.shown()),
            "narrow_register": self.people.everybody() > 0,
            "find_patients": self.people.everybody() > 0,
        }
        for name, action in self._commands.items():
            here = self._current or name in ANYWHERE
            action.setEnabled(here and possible.get(name, True))
        self.command("unmask").setIconText("隐去姓名" if self._is_unmasked() else "显示姓名")

    def _show_register(self, register: Register) -> None:
        rows, index, views = register
        self._shown = None
        managed = sum(row.managed for row in rows)
        people = sum(not row.set_aside for row in rows)
        self.header.show_words("患者", f"登记{people}人·在管{managed}人" if rows else "")
        self._whole.setCurrentIndex(1 if rows else 0)
        self.people.show_register(rows, index, views)

    @Slot()
    def _show_selected(self) -> None:
        row = self.selected()
        if row is None:
            self._shown = None
        elif self._shown is None or self._shown[0] != row.id:
            self._shown = (row.id, read_masked_patient(self._bench, row.id))
        self.sheet.show_patient(row, self._shown[1] if self._shown else None)
        self._refresh_actions()
        self.person_changed.emit()

    def _is_unmasked(self) -> bool:
        row = self.selected()
        return bool(row and self._shown and self._shown[1].particulars.name != row.masked)

    @Slot()
    def _open(self) -> None:
        row = self.selected()
        if row is not None and row.case is not None:
            self.case_wanted.emit(row.case.id)

    def _toggle_names(self) -> None:
        row = self.selected()
        if row is None:
            return
        if self._is_unmasked():
            self._hide_names()
            return
        details = self._by_name(row)
        if details is not None:
            minutes = read_masking(self._bench).minutes
            self._masks_again.start(minutes * MILLISECONDS)
            self._shown = (row.id, details)
            self._show_selected()
            self.said.emit(f"{minutes}分钟后自动遮名")

    @Slot()
    def _hide_names(self) -> None:
        self._masks_again.stop()
        self._shown = None
        self._show_selected()

    def _by_name(self, row: PatientStanding) -> PatientDetails | None:
        try:
            return unmask(self._bench, row.id)
        except Refused as refusal:
            self._fail(refusal)
            return None

    def _register(self) -> None:
        dialog = RegisterPatientDialog(self._bench, self.window())
        dialog.carried_out.connect(self._tell_registered)
        dialog.open()

    @Slot(object)
    def _tell_registered(self, patient_id: object) -> None:
        if isinstance(patient_id, int):
            self.people.search.clear()
            self.people.select(patient_id)
        self.said.emit("已登记")

    def _correct(self) -> None:
        row = self.selected()
        details = self._by_name(row) if row else None
        if row is None or details is None:
            return
        dialog = CorrectPatientDialog(self._bench, row.id, details.particulars, self.window())
        dialog.carried_out.connect(lambda _: self.said.emit("已更正，原来的内容留有记录"))
        dialog.open()

    def _export(self) -> None:
        people = [row.id for row in self.people.shown()]
        dialog = ExportPatientsDialog(self._bench, self._pool, people, self.window())
        dialog.saved.connect(self.said)
        dialog.open()

    def _narrow(self) -> None:
        people = self.people
        offered = people.villages(), people.illnesses(), people.case_managers()
        dialog = NarrowRegisterDialog(self._bench, people.view(), *offered, self.window())
        dialog.carried_out.connect(people.narrow)
        dialog.open()

    def _drop_view(self) -> None:
        dialog = DropViewDialog(self._bench, self.window())
        dialog.carried_out.connect(lambda _: self.said.emit("这个常用筛选不再列出"))
        dialog.open()

    def _show_duplicates(self) -> None:
        dialog = DuplicatesDialog(self._bench, self.window())
        dialog.judged.connect(self.said)
        dialog.open()

    def _import(self) -> None:
        dialog = ImportListDialog(self._bench, self._pool, self.window())
        dialog.imported.connect(self.said)
        dialog.open()

    def _undo_import(self) -> None:
        dialog = UndoImportDialog(self._bench, self.window())
        dialog.carried_out.connect(lambda _: self.said.emit("已撤销这次导入"))
        dialog.open()

    def _fail(self, problem: Exception) -> None:
        show_problem(self.window(), problem)


def _read_register(bench: Bench) -> Register:
    rows = list_patient_standings(bench)
    if rows:  # what a sheet asks is made ready here: the first time takes longer than all others
        read_masked_patient(bench, rows[0].id)
    return rows, index_patients(bench), list_views(bench)
