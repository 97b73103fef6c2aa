"""Forms to be filled by pen: look at one, print it, or save it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.models.documents import form_face, form_spoken
from ui.models.papers import Paper, blank_paper
from ui.models.rows import ROW_ROLE, RowsModel
from ui.theme import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.lists import RowsList
from ui.widgets.windows import FormDialog
from workbench.bench import Bench
from workbench.paperwork.documents import PDF, WORD, FormRow, list_forms


class BlankFormsDialog(FormDialog):
    """Closes once something was chosen; the paper goes on to wherever it is looked at."""

    preview_wanted = Signal(object)
    print_wanted = Signal(object)
    save_wanted = Signal(object, str)

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__("空白表", "打印出来用笔填写的表，和填好的用同一个版式。", parent)
        self.setObjectName("blank_forms_dialog")
        self._bench = bench
        self._model: RowsModel[FormRow] = RowsModel(form_face, form_spoken, self)
        self._model.show([form for form in list_forms(bench) if form.blank])
        self.list = RowsList("空白表", margin=8)
        self.list.setModel(self._model)
        self.list.setMinimumHeight(theme().px(200))
        self.list.setCurrentIndex(self._model.index(0, 0))
        self.list.activated.connect(self._preview)
        self.fields.addWidget(self.list, 1)
        self._add_buttons()
        self.resize(theme().px(560), theme().px(440))
        self.list.setFocus()

    def _add_buttons(self) -> None:
        self.verb = Button("预览", Kind.PRIMARY, keys="Enter")
        self.verb.clicked.connect(self._preview)
        self.print = Button("打印…")
        self.print.clicked.connect(self._print)
        self.word, self.pdf = Button("存为Word…"), Button("存为PDF…")
        self.word.clicked.connect(partial(self._save, WORD))
        self.pdf.clicked.connect(partial(self._save, PDF))
        self.cancel = Button("关闭", keys="Esc")
        self.cancel.clicked.connect(self.reject)
        self.add_verbs(self.verb, self.print, self.word, self.pdf, self.cancel)

    def _chosen(self) -> Paper:
        row: FormRow = self.list.currentIndex().data(ROW_ROLE)
        return blank_paper(self._bench, row.code, row.title)

    @Slot()
    def _preview(self) -> None:
        paper = self._chosen()
        self.accept()
        self.preview_wanted.emit(paper)

    @Slot()
    def _print(self) -> None:
        paper = self._chosen()
        self.accept()
        self.print_wanted.emit(paper)

    def _save(self, ending: str) -> None:
        paper = self._chosen()
        self.accept()
        self.save_wanted.emit(paper, ending)
