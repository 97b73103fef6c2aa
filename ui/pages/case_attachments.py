"""The files kept with a patient: a list by date, the first page of the chosen one beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QThreadPool, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QHideEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.dialogs.add_attachments import AddAttachmentsDialog, Incoming, Owner
from ui.dialogs.attachment_steps import (
    CorrectAttachmentDialog,
    SaveAttachmentDialog,
    ask_to_withdraw_attachment,
)
from ui.dialogs.view_attachment import ViewAttachmentDialog
from ui.messages import show_problem
from ui.models.attachments import (
    attachment_face,
    attachment_lines,
    attachment_spoken,
    can_be_shown,
)
from ui.models.rows import ROW_ROLE, RowsModel
from ui.pages.attachment_sheet import AttachmentSheet
from ui.pages.case_view import CaseShown
from ui.theme import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.lists import RowsList
from ui.widgets.notices import EmptyState
from workbench.attachments import AttachmentRow, restore_attachment
from workbench.bench import Bench
from workbench.errors import Refused
from workbench.filing.limits import SUFFIXES
from workbench.filing.reading import read_file, read_picture

STEPS = (
    ("add_attachment", "添加附件…", "Ctrl+Shift+A"),
    ("paste_attachment", "粘贴图片为附件…", "Ctrl+Shift+Z"),
    ("view_attachment", "放大查看", "Ctrl+Shift+C"),
    ("save_attachment", "另存附件…", "Ctrl+Shift+S"),
    ("correct_attachment", "更正附件…", "Ctrl+Shift+E"),
    ("withdraw_attachment", "撤下附件…", "Ctrl+Shift+D"),
    ("restore_attachment", "恢复附件", "Ctrl+Shift+U"),
)
EMPTY = "检查报告、出院记录、证件、照片等可以扫描或拍照后存在这里，也可以直接把文件拖进来。"
PASTED = "粘贴的图片"
NOBODY = Owner(0, 0)


class CaseAttachments(QWidget):
    """Nothing is decrypted but the file chosen last, and only while one looks."""

    chosen = Signal()
    said = Signal(str)

    def __init__(
        self,
        bench: Bench,
        pool: QThreadPool,
        command: Callable[[str], QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench, self._pool = bench, pool
        self._owner, self._number, self._past = NOBODY, "", False
        self.sheet = AttachmentSheet(bench, pool)
        self._model: RowsModel[AttachmentRow] = RowsModel(attachment_face, attachment_spoken, self)
        self.list = RowsList("附件列表", margin=12)
        self.list.setModel(self._model)
        self.list.selectionModel().currentChanged.connect(self._show_chosen)
        self.list.activated.connect(lambda _: self.do("view_attachment"))
        self.setAcceptDrops(True)
        self._lay_out(command)

    def show_case(self, shown: CaseShown, *, past: bool) -> None:
        """Show the files of a case, staying at the same one."""
        whole = shown.view.whole
        meetings = tuple((line.meeting_id, line.title) for line in shown.view.meetings)
        self._owner = Owner(whole.patient_id, whole.case_id, meetings)
        self._number, self._past = whole.number, past
        self._show_rows(shown.attachments)

    def forget(self) -> None:
        """Let go of everything that is shown."""
        self._owner = NOBODY
        self._show_rows(())

    def count(self) -> int:
        """How many files there are, but for the withdrawn ones."""
        return sum(not row.withdrawn for row in self._model.rows())

    def row(self) -> AttachmentRow | None:
        """The chosen file."""
        row: AttachmentRow | None = self.list.currentIndex().data(ROW_ROLE)
        return row

    def take_caret(self) -> None:
        """The list."""
        self.list.setFocus()

    def possible(self, *, in_view: bool = True) -> dict[str, bool]:
        """Which steps make sense now; a file can be added from any tab."""
        row, now = self.row(), not self._past and bool(self._owner.patient_id)
        chosen = row if in_view else None
        standing = chosen is not None and not chosen.withdrawn
        return {
            "add_attachment": now,
            "paste_attachment": now,
            "view_attachment": chosen is not None and can_be_shown(chosen),
            "save_attachment": standing,
            "correct_attachment": now and standing,
            "withdraw_attachment": now and standing,
            "restore_attachment": now and chosen is not None and chosen.withdrawn,
        }

    def do(self, name: str) -> None:
        """Carry out one of the steps."""
        row = self.row()
        if not self.possible()[name]:
            return
        match name, row:
            case "add_attachment", _:
                self._ask_for_files()
            case "paste_attachment", _:
                self._paste()
            case "view_attachment", AttachmentRow():
                ViewAttachmentDialog(self._bench, self._pool, row, self.window()).open()
            case "save_attachment", AttachmentRow():
                self._save(row)
            case "correct_attachment", AttachmentRow():
                self._correct(row)
            case "withdraw_attachment", AttachmentRow():
                dialog = ask_to_withdraw_attachment(self._bench, row, self.window())
                dialog.carried_out.connect(lambda _: self.said.emit("已撤下，可以恢复"))
                dialog.open()
            case "restore_attachment", AttachmentRow():
                self._restore(row)

    def add_files(self, paths: Iterable[Path]) -> None:
        """Take in files of the disk."""
        self._add([Incoming(path.name, partial(read_file, path)) for path in paths])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.possible()["add_attachment"] and _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add_files(_files(event))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_chosen()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._show_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.list.setFixedWidth(max(min(theme().px(420), self.width() * 9 // 20), 120))
        super().resizeEvent(event)

    def _lay_out(self, command: Callable[[str], QAction]) -> None:
        add, paste = command("add_attachment"), command("paste_attachment")
        empty = EmptyState(
            "document", "还没有附件", EMPTY, Button.of(paste), Button.of(add, Kind.PRIMARY)
        )
        right = QVBoxLayout()
        right.setContentsMargins(16, 4, 0, 0)
        right.setSpacing(6)
        right.addWidget(self.sheet, 1)
        right.addLayout(self._foot(command))
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        self._whole = QStackedWidget()
        self._whole.addWidget(empty)
        self._whole.addWidget(both)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._whole)

    def _foot(self, command: Callable[[str], QAction]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        shorts = {"view_attachment": "放大", "save_attachment": "另存…"}
        shorts |= {"correct_attachment": "更正…", "withdraw_attachment": "撤下…"}
        for name, short in shorts.items():
            row.addWidget(Button.of(command(name), short=short))
        self._restoring = Button.of(command("restore_attachment"), short="恢复")
        row.addWidget(self._restoring)
        row.addStretch(1)
        row.addWidget(Button.of(command("add_attachment"), Kind.PRIMARY, short="添加…"))
        return row

    def _show_rows(self, rows: Sequence[AttachmentRow]) -> None:
        kept = self.row()
        lines = attachment_lines(rows)
        self._model.show(lines)
        self._whole.setCurrentIndex(1 if rows else 0)
        places = {line.id: n for n, line in enumerate(lines) if isinstance(line, AttachmentRow)}
        if places:
            at = places.get(kept.id if kept else 0, next(iter(places.values())))
            self.list.setCurrentIndex(self._model.index(at, 0))
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        row = self.row()
        self._restoring.setVisible(row is not None and row.withdrawn)
        self.sheet.show_row(row if self.isVisible() else None)
        self.chosen.emit()

    def _ask_for_files(self) -> None:
        endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        chosen, _ = QFileDialog.getOpenFileNames(
            self, "添加附件", "", f"可以添加的文件 ({endings})"
        )
        self.add_files(map(Path, chosen))

    def _paste(self) -> None:
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            self.said.emit("剪贴板里没有图片，请先在别处复制图片")
            return
        held = QBuffer()
        held.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(held, "PNG")  # type: ignore[call-overload] # the stubs know no format by name
        content = bytes(held.data().data())
        self._add([Incoming(PASTED, partial(read_picture, PASTED, content))])

    def _add(self, incoming: Sequence[Incoming]) -> None:
        if not incoming:
            return
        dialog = AddAttachmentsDialog(self._bench, self._pool, self._owner, incoming, self.window())
        dialog.added.connect(lambda count: self.said.emit(f"已添加{count}份附件"))
        dialog.open()

    def _save(self, row: AttachmentRow) -> None:
        dialog = SaveAttachmentDialog(self._bench, self._pool, row, self._number, self.window())
        dialog.saved.connect(self.said)
        dialog.open()

    def _correct(self, row: AttachmentRow) -> None:
        dialog = CorrectAttachmentDialog(self._bench, row, self._owner.meetings, self.window())
        dialog.carried_out.connect(lambda _: self.said.emit("已更正附件"))
        dialog.open()

    def _restore(self, row: AttachmentRow) -> None:
        try:
            restore_attachment(self._bench, row.id)
        except Refused as refusal:
            show_problem(self.window(), refusal)
        else:
            self.said.emit("已恢复附件")


def _files(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
