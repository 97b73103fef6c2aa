"""The papers of one meeting: what there is, how far each has come, and what to do about it next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.background import Job
from ui.dialogs.archive_meeting import ArchiveMeetingDialog
from ui.dialogs.blank_forms import BlankFormsDialog
from ui.dialogs.save_papers import SavePapersDialog
from ui.messages import show_problem
from ui.models.documents import (
    counted,
    document_face,
    document_spoken,
    document_title,
    next_step,
    open_matters,
    under_headings,
)
from ui.models.papers import Paper, filled_paper
from ui.models.rows import ROW_ROLE, RowsModel
from ui.pages.document_sheet import DocumentSheet
from ui.pages.handing import Handing
from ui.pages.page import Page
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.heads import PageHeader
from ui.widgets.inputs import SearchBox
from ui.widgets.lists import RowsList
from ui.widgets.notices import EmptyState
from ui.widgets.segmented import Segmented
from ui.widgets.windows import beside
from workbench.bench import Bench
from workbench.errors import NotFound
from workbench.meetings import MeetingRow, read_meeting
from workbench.paperwork.batches import batches_of
from workbench.paperwork.documents import DocumentRow, list_documents
from workbench.paperwork.standings import PaperState
from workbench.sealing import seal_document

ALL, OPEN, SIGNED = "all", "open", "signed"
FILTERS = ((ALL, "全部"), (OPEN, "待办"), (SIGNED, "签字件"))


class DocumentsPage(Page):
    """Shows every paper of a meeting and acts on the selected one."""

    shows = frozenset(
        {
            "meeting",
            "attendance",
            "agenda_item",
            "assessment",
            "decision",
            "plan_confirmation",
            "task",
            "seal",
            "sheet",
            "slot",
            "print_run",
        }
    )
    sheet_wanted = Signal(object)

    def __init__(
        self, bench: Bench, pool: QThreadPool, handing: Handing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench, self._pool, self._handing = bench, pool, handing
        self._meeting: MeetingRow | None = None
        self._rows: list[DocumentRow] = []
        self._wanted = ""
        self._set_up()
        self._refresh_actions()

    def open_meeting(self, meeting_id: int) -> None:
        """Show the papers of a meeting; of none where there is no meeting yet."""
        another = self._meeting is None or self._meeting.id != meeting_id
        try:
            self._meeting = read_meeting(self._bench, meeting_id).row
        except NotFound:
            self._meeting = None
        if another:
            self.filter.show_value(ALL)
            self.search.clear()
        self.reload()

    def meeting_id(self) -> int:
        """Whose papers these are, or nought."""
        return self._meeting.id if self._meeting else 0

    def reload(self) -> None:
        """Read the papers again, keeping the same one selected."""
        if self._meeting is not None:
            self._meeting = read_meeting(self._bench, self._meeting.id).row
            self._rows = list_documents(self._bench, self._meeting.id)
            title, state = self._meeting.title, self._meeting.state.label
            self.header.show_words("文书", f"{title}·{state}·{counted(self._rows)}")
        self._whole.setCurrentIndex(1 if self._meeting else 0)
        self._show_rows()

    def selected(self) -> DocumentRow | None:
        """The paper that actions are about."""
        row: DocumentRow | None = self.list.currentIndex().data(ROW_ROLE)
        return row

    def paper(self) -> Paper | None:
        """The selected one."""
        row = self.selected()
        if row is None:
            return None
        about = document_title(row)
        title = row.title if about == row.title else f"{row.title}·{about}"
        return filled_paper(self._bench, title, row.form, row.subject, signed=row.signed)

    def command(self, name: str) -> QAction:
        """One of its own actions, or one of those about the paper at hand."""
        return self._commands.get(name) or self._handing.command(name)

    def take_caret(self) -> None:
        """The list of papers."""
        self.list.setFocus()

    def set_current(self, current: bool) -> None:
        """Stop drawing when nobody looks, and draw again on coming back."""
        super().set_current(current)
        if current:
            self._show_selected()
        else:
            self.sheet.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.window().width() < theme().px(1200)
        self._side.setFixedWidth(min(theme().px(300 if narrow else 376), self.width() // 2))
        for button in self._more:
            button.setVisible(not narrow)
        self.sheet.fit(narrow=narrow)
        super().resizeEvent(event)
        self.list.scrollTo(self.list.currentIndex())

    def _set_up(self) -> None:
        self._add_commands()
        self.header = PageHeader("文书")
        self.header.add_right(Button.of(self.command("leave_documents"), icon_name="back"))
        self.header.add_right(Button.of(self.command("save_all_documents"), short="全部存…"))
        # Where there is little room these are found in the menu, and the meeting keeps its name.
        self._more = [Button.of(self.command(n)) for n in ("open_blank_forms", "archive_meeting")]
        for button in self._more:
            self.header.add_right(button)
        self.sheet = DocumentSheet(self._bench, self._pool)
        self._whole = QStackedWidget()
        self._whole.addWidget(
            EmptyState("document", "还没有会议", "文书跟着会议走。请先在“会议”里新建会议。")
        )
        self._whole.addWidget(beside(self._list_part(), self.sheet))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._whole, 1)

    def _add_commands(self) -> None:
        add = self._add_command
        add("seal_document", "封存待签", "Ctrl+B", self._seal)
        add("open_sheet", "登记签字", "Ctrl+J", self._open_sheet)
        add("find_document", "查找文书", "Ctrl+F", lambda: self.search.setFocus())
        add("save_all_documents", "全部存到文件夹…", "Ctrl+Shift+A", self._save_all)
        add("open_blank_forms", "空白表…", "Ctrl+O", self._open_blanks)
        add("archive_meeting", "归档…", "Ctrl+Shift+D", self._archive)
        add("leave_documents", "返回", "Esc", self.left.emit)

    def _list_part(self) -> QWidget:
        self._model: RowsModel[DocumentRow] = RowsModel(document_face, document_spoken, self)
        self.list = RowsList("文书列表")
        self.list.setModel(self._model)
        self.list.selectionModel().currentChanged.connect(self._show_selected)
        self.list.activated.connect(self._open)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.addActions([*self._handing.commands(), *self.commands()])
        self.search = SearchBox("查找文书", "文书、个案编号或姓")
        self.search.searched.connect(self._search)
        self.filter = Segmented("显示哪些文书", FILTERS, tight=True)
        self.filter.show_value(ALL)
        self.filter.chosen.connect(self._show_rows)
        self._side = QWidget()
        top = QVBoxLayout()
        top.setContentsMargins(16, 10, 16, 6)
        top.setSpacing(8)
        top.addWidget(self.search)
        top.addWidget(self.filter)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        return self._side

    def _refresh_actions(self) -> None:
        row, meeting = self.selected(), self._meeting
        here = self._current
        possible = {
            "seal_document": row is not None and row.signed and not row.at_close,
            "open_sheet": row is not None and row.sealed,
            "save_all_documents": bool(self._rows) and meeting is not None,
            "find_document": meeting is not None,
            "archive_meeting": meeting is not None and meeting.state == "closed",
        }
        for action in self.commands():
            action.setEnabled(here and possible.get(action.objectName(), True))
        again = row is not None and row.sealed
        self.command("seal_document").setIconText("重新封存" if again else "封存待签")

    @Slot(str)
    def _search(self, words: str) -> None:
        self._wanted = words.strip()
        self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        kept = self.selected()
        shown = [r for r in self._rows if _passes(r, self._wanted, self.filter.value())]
        lines = under_headings(shown) if self._meeting else []
        self._model.show(lines)
        numbers = [n for n, line in enumerate(lines) if isinstance(line, DocumentRow)]
        same = [n for n in numbers if kept is not None and _same(lines[n], kept)]
        for number in (same or numbers)[:1]:
            self.list.setCurrentIndex(self._model.index(number, 0))
        self._show_selected()

    @Slot()
    def _show_selected(self) -> None:
        self._refresh_actions()
        self.paper_changed.emit()
        row = self.selected()
        paper = self.paper() if self._current else None
        self.sheet.show_document(row, paper, self.command, self._next_step(row) if row else "")

    def _next_step(self, row: DocumentRow) -> str:
        """What the paper calls for; the meeting calls for archiving once no paper waits."""
        step = next_step(row)
        closed = self._meeting is not None and self._meeting.state == "closed"
        waiting = any(row.standing.state is PaperState.WAITING for row in self._rows)
        idle = step == "preview_document" and closed and not waiting
        return "archive_meeting" if idle else step

    @Slot(QModelIndex)
    def _open(self, _: QModelIndex) -> None:
        if self.selected() is not None:
            self._handing.command("preview_document").trigger()

    def _seal(self) -> None:
        row = self.selected()
        if row is None:
            return
        self.said.emit("正在封存…")
        work = partial(seal_document, self._bench, row.form, row.subject)
        Job(self, work, self._tell_sealed, self._fail).start(self._pool)

    def _tell_sealed(self, _: object) -> None:
        self.said.emit("已封存，打印出来就可以签字")

    def _open_sheet(self) -> None:
        row = self.selected()
        if row is not None:
            self.sheet_wanted.emit(row)

    def _save_all(self) -> None:
        if self._meeting is None:
            return
        held = f"{self._meeting.held_on:%Y%m%d}"
        title = f"{held}_{self._meeting.title}_文书"
        batches = batches_of(self._rows)
        dialog = SavePapersDialog(self._bench, self._pool, title, batches, self.window())
        dialog.saved.connect(self.said)
        dialog.open()

    def _open_blanks(self) -> None:
        dialog = BlankFormsDialog(self._bench, self.window())
        dialog.preview_wanted.connect(self._handing.preview)
        dialog.print_wanted.connect(self._handing.print_paper)
        dialog.save_wanted.connect(self._handing.save_paper)
        dialog.open()

    def _archive(self) -> None:
        if self._meeting is not None:
            dialog = ArchiveMeetingDialog(self._bench, self._meeting.id, self.window())
            dialog.carried_out.connect(lambda _: self.said.emit("这次会议已归档"))
            dialog.open()

    def _fail(self, problem: Exception) -> None:
        self.said.emit("")
        show_problem(self.window(), problem)


def _passes(row: DocumentRow, wanted: str, filtered: object) -> bool:
    if filtered == OPEN and not open_matters(row):
        return False
    if filtered == SIGNED and not row.signed:
        return False
    return not wanted or wanted.lower() in f"{row.title} {row.named}".lower()


def _same(line: object, row: DocumentRow) -> bool:
    return isinstance(line, DocumentRow) and (line.form, line.subject) == (row.form, row.subject)
