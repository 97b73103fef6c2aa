"""Bringing a list in: which file, what its columns mean, what would happen, and then it happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from uuid import uuid4

from PySide6.QtCore import QStandardPaths, QThreadPool, Signal, Slot
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ui.background import Job, Reading
from ui.dialogs.import_columns import ColumnsPane
from ui.messages import explain
from ui.models.imports import (
    KINDS,
    ImportLine,
    counted_lines,
    filtered_lines,
    import_face,
    import_lines,
    import_spoken,
    preview_words,
)
from ui.models.rows import RowsModel
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.inputs import Choice
from ui.widgets.lists import RowsList
from ui.widgets.pills import Pills
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label, ShortLabel
from ui.widgets.windows import FormDialog
from workbench.bench import Bench
from workbench.imports.applying import GivenList, apply_import, preview_import
from workbench.imports.headings import ColumnRow, column_rows
from workbench.imports.mapping import Columns, offer_columns
from workbench.imports.previews import Preview
from workbench.imports.reading import Spreadsheet, read_pasted, read_spreadsheet
from workbench.screen import ImportKind
from workbench.teams import list_teams

EXPLANATION = "核对各列是什么，看清每一行会怎样，再导入。导入以前什么也不写入，以后可以整批撤销。"
ENDINGS = "表格文件 (*.xlsx *.xlsm *.xls *.ods *.csv *.txt)"


@dataclass(frozen=True)
class _Read:
    """A sheet as read, with what its columns seem to mean."""

    sheet: Spreadsheet
    columns: Columns
    rows: list[ColumnRow]


class ImportListDialog(FormDialog):
    """Reads and writes beside the screen; whatever is changed here is looked at anew."""

    imported = Signal(str)
    _written = Signal(int)

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget) -> None:
        super().__init__("导入名单", EXPLANATION, parent)
        self.setObjectName("import_list_dialog")
        self._bench, self._pool = bench, pool
        self._read: _Read | None = None
        self._preview: Preview | None = None
        self._lines: list[ImportLine] = []
        self._busy, self._stop = False, Event()
        self._reading = Reading(self, pool, self._take_sheet, self._fail)
        self._looking = Reading(self, pool, self._take_preview, self._fail)
        self._written.connect(self._show_share)
        self._lay_out()
        self._show_lines()

    def read_file(self, path: Path) -> None:
        """Read a file and show what importing it would do."""
        self.file.setText(path.name)
        self._read_by(partial(read_spreadsheet, path))

    @Slot()
    def reject(self) -> None:
        """While rows are being written, stop and keep none of them; otherwise close."""
        self._stop.set()
        if self._busy:
            self.summary.setText("正在停止…")
        else:
            super().reject()

    def done(self, result: int) -> None:
        """However it is closed, what is not yet through is not kept."""
        self._stop.set()
        super().done(result)

    def _lay_out(self) -> None:
        self.kind = Segmented("名单里是谁", [(kind, kind.label) for kind in ImportKind])
        self.kind.show_value(ImportKind.PATIENTS)
        self.kind.chosen.connect(self._offer_anew)
        self.team = Choice("小组", [(team.id, team.name) for team in list_teams(self._bench)])
        self.team.activated.connect(self._look)
        self.team.hide()
        self.choose, self.paste = Button("选择文件…", short="选择…"), Button("粘贴")
        self.choose.clicked.connect(self._choose)
        self.paste.clicked.connect(self._paste)
        self.file = ShortLabel("还没有选择文件；也可以在表格里复制后按“粘贴”", Type.NOTE, "text2")
        top = QHBoxLayout()
        top.setSpacing(8)
        for part in (self.kind, self.team, self.choose, self.paste):
            top.addWidget(part)
        top.addWidget(self.file, 1)
        self.fields.addLayout(top)
        self.fields.addLayout(self._middle(), 1)
        self.skip = QCheckBox("有问题的行先不导入，只导入其余的")
        self.skip.setAccessibleName(self.skip.text())
        self.skip.toggled.connect(self._refresh)
        self._foot.insertWidget(0, self.skip)
        self.verb, self.cancel = Button("导入", Kind.PRIMARY), Button("取消", keys="Esc")
        self.verb.clicked.connect(self._import)
        self.cancel.clicked.connect(self.reject)
        self.add_verbs(self.verb, self.cancel)
        self.want_width(760)

    def _middle(self) -> QHBoxLayout:
        self.columns = ColumnsPane()
        self.columns.meant.connect(self._reassign)
        self.summary = Label("", Type.NOTE_BOLD, "text2", wrap=True)
        self.filter = Pills("显示哪些行", KINDS)
        self.filter.chosen.connect(self._show_lines)
        self._model: RowsModel[ImportLine] = RowsModel(import_face, import_spoken, self)
        self.list = RowsList("名单各行")
        self.list.setModel(self._model)
        self.list.setMinimumHeight(theme().px(110))
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.summary)
        right.addWidget(self.filter)
        right.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.columns, 1)
        row.addLayout(right, 1)
        return row

    @Slot()
    def _choose(self) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        start = QStandardPaths.writableLocation(documents)
        chosen, _ = QFileDialog.getOpenFileName(self, "选择名单", start, ENDINGS)
        if chosen:
            self.read_file(Path(chosen))

    @Slot()
    def _paste(self) -> None:
        self.file.setText("粘贴的内容")
        self._read_by(partial(read_pasted, QApplication.clipboard().text()))

    @Slot()
    def _offer_anew(self) -> None:
        self.team.setVisible(self.kind.value() is ImportKind.MEMBERS)
        if self._read is not None:
            sheet = self._read.sheet
            self._read_by(lambda: sheet)

    def _read_by(self, reader: Callable[[], Spreadsheet]) -> None:
        self._looking.forget()
        self._read, self._preview, self._lines = None, None, []
        self._show_lines()
        self.banner.say("")
        self.summary.setText("正在读取…")
        kind = self.kind.value()
        wanted = kind if isinstance(kind, ImportKind) else ImportKind.PATIENTS
        self._reading.ask(partial(_offered, self._bench, reader, wanted))

    def _take_sheet(self, read: _Read) -> None:
        self._read = read
        self.columns.show_columns(read.columns, read.rows)
        self._look()

    @Slot(int, object)
    def _reassign(self, position: int, key: object) -> None:
        if self._read is None:
            return
        meant = self._read.columns.assigned(position, key if isinstance(key, str) else None)
        self._read = _Read(self._read.sheet, meant, column_rows(self._read.sheet, meant))
        self.columns.show_columns(meant, self._read.rows)
        self._look()

    @Slot()
    def _look(self) -> None:
        self._preview = None
        self.banner.say("")
        if self._read is not None:
            self.summary.setText("正在核对…")
            self._looking.ask(partial(preview_import, self._bench, self._given(self._read)))
        self._refresh()

    def _given(self, read: _Read) -> GivenList:
        team = self.team.value() if read.columns.kind is ImportKind.MEMBERS else None
        return GivenList(read.sheet, read.columns, team if isinstance(team, int) else None)

    def _take_preview(self, preview: Preview) -> None:
        self._preview, self._lines = preview, import_lines(preview)
        self.summary.setText(preview_words(preview))
        self._show_lines()

    @Slot()
    def _show_lines(self) -> None:
        self.filter.show_counts(counted_lines(self._lines))
        self._model.show(filtered_lines(self._lines, self.filter.value()))
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        found = self._preview
        self.skip.setVisible(bool(found and found.problems))
        ready = found is not None and (not found.problems or self.skip.isChecked())
        count = len(found.new) + len(found.different) if found else 0
        self.verb.setText(f"导入{count}人" if count else "导入")
        self.verb.setEnabled(ready and count > 0 and not self._busy)
        for part in (self.kind, self.team, self.choose, self.paste, self.columns, self.skip):
            part.setEnabled(not self._busy)

    @Slot()
    def _import(self) -> None:
        if self._read is None or self._preview is None:
            return
        self._stop.clear()
        self._set_busy(busy=True)
        self._show_share(0)
        work = partial(
            apply_import,
            self._bench,
            self._given(self._read),
            seen=self._preview.seen,
            without_bad_rows=self.skip.isChecked(),
            request_id=uuid4().hex,
            stopped=self._stop.is_set,
            told=self._written.emit,
        )
        Job(self, work, self._tell, self._fail).start(self._pool)

    @Slot(int)
    def _show_share(self, share: int) -> None:
        if self._busy and not self._stop.is_set():
            self.summary.setText(f"正在导入，已写{share}%。按“取消”停下，停下后一行也不会写入。")

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._refresh()

    def _tell(self, _: object) -> None:
        self._busy = False
        if self._preview is not None:
            new, changed = len(self._preview.new), len(self._preview.different)
            self.imported.emit(f"已导入：新增{new}人，更新{changed}人")
        self.accept()

    def _fail(self, problem: Exception) -> None:
        self._set_busy(busy=False)
        self.summary.setText("" if self._preview is None else preview_words(self._preview))
        if self._preview is None:
            self._lines = []
            self._show_lines()
        self.refuse(explain(problem).text)


def _offered(bench: Bench, reader: Callable[[], Spreadsheet], kind: ImportKind) -> _Read:
    sheet = reader()
    columns = offer_columns(bench, sheet, kind)
    return _Read(sheet, columns, column_rows(sheet, columns))
