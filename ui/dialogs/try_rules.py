"""A trial: what would the rules answer about somebody if one value were another."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QThreadPool, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.background import Reading
from ui.dialogs.change_rule import ValueFields
from ui.dialogs.made_up_case import MadeUpCase
from ui.dialogs.trial_answers import TrialAnswers
from ui.messages import explain
from ui.models.rows import ROW_ROLE, RowsModel
from ui.theme import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.inputs import Choice, Field, SearchBox
from ui.widgets.lists import Face, RowsList
from ui.widgets.segmented import Segmented
from ui.widgets.windows import FormDialog
from workbench.bench import Bench
from workbench.patient_search import PatientIndex, index_patients
from workbench.register import PatientRow, list_patients
from workbench.rule_trials import (
    TriedQuestion,
    TriedValue,
    try_rules_on_facts,
    try_rules_on_patient,
)
from workbench.unit_rules import list_unit_rules

EXPLANATION = "只是试算，什么都不会保存。左边选规则和人，右边并排看现在的回答和改后的回答。"
REGISTERED, MADE_UP = "registered", "made_up"


class TryRulesDialog(FormDialog):
    """Answers again after every change; nothing is written. Says when the value shall be kept."""

    change_wanted = Signal(object)

    def __init__(self, bench: Bench, pool: QThreadPool, key: str, parent: QWidget) -> None:
        super().__init__("试算", EXPLANATION, parent)
        self._bench = bench
        self._people: list[PatientRow] = []
        self._index: PatientIndex | None = None
        self._rules = {rule.key: rule for rule in list_unit_rules(bench)}
        self._listing = Reading(self, pool, self._show_people, self._fail)
        self._trial = Reading(self, pool, self._show_answers, self._fail)
        self._set_up()
        self.rule.show_value(key)
        self._show_rule()
        self._listing.ask(lambda: (list_patients(bench), index_patients(bench)))
        self.value.amount.setFocus()
        self.value.amount.selectAll()

    def _set_up(self) -> None:
        self.rule = Choice("规则", [(r.key, r.title) for r in self._rules.values()])
        self.value = ValueFields()
        self.about = Segmented("问谁", [(REGISTERED, "登记的患者"), (MADE_UP, "假设的情况")])
        self.about.show_value(REGISTERED)
        self.made_up = MadeUpCase(self._bench.today())
        self._whom = QStackedWidget()
        self._whom.addWidget(self._people_part())
        self._whom.addWidget(self.made_up)
        self.answers = TrialAnswers()
        self.rule.currentIndexChanged.connect(self._show_rule)
        self.value.amount.valueChanged.connect(self._ask)
        self.value.unit.currentIndexChanged.connect(self._ask)
        self.about.chosen.connect(self._turn)
        self.made_up.changed.connect(self._ask)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(Field("规则", self.rule))
        left.addWidget(self.value)
        left.addWidget(self.about)
        left.addWidget(self._whom, 1)
        sides = QHBoxLayout()
        sides.setSpacing(20)
        sides.addLayout(left, 4)
        sides.addWidget(self.answers, 5)
        self.fields.addLayout(sides)
        change, close = Button("照此修改…"), Button("关闭", Kind.PRIMARY, keys="Esc")
        change.clicked.connect(self._want_change)
        close.clicked.connect(self.reject)
        self.add_verbs(change, close)
        for button in (change, close):  # Enter ends typing here, not the trial
            button.setDefault(False)
            button.setAutoDefault(False)
        self.setMinimumWidth(min(theme().px(880), 900))

    def _people_part(self) -> QWidget:
        self._model: RowsModel[PatientRow] = RowsModel(_face, _spoken, self)
        self.search = SearchBox("查找患者", "姓名、编号、证件后四位")
        self.search.searched.connect(self._search)
        self.list = RowsList("患者列表", margin=10)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(theme().px(120))
        self.list.setModel(self._model)
        self.list.selectionModel().currentChanged.connect(self._ask)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        return part

    def _show_people(self, found: tuple[list[PatientRow], PatientIndex]) -> None:
        self._people, self._index = found
        self._search(self.search.text())

    @Slot(str)
    def _search(self, words: str) -> None:
        people = self._people
        if words.strip() and self._index is not None:
            places = {key: place for place, key in enumerate(self._index.find(words))}
            people = sorted((p for p in people if p.id in places), key=lambda p: places[p.id])
        self._model.show(people)
        self._ask()

    @Slot()
    def _show_rule(self) -> None:
        self.value.show_rule(self._rules[str(self.rule.value())])
        self._ask()

    @Slot()
    def _turn(self) -> None:
        self._whom.setCurrentIndex(0 if self.about.value() == REGISTERED else 1)
        self._ask()

    def _tried(self) -> TriedValue:
        value = self.value
        return TriedValue(str(self.rule.value()), value.amount.value(), value.chosen_unit())

    @Slot()
    def _want_change(self) -> None:
        tried = self._tried()
        self.reject()
        self.change_wanted.emit(tried)

    @Slot()
    def _ask(self) -> None:
        tried = self._tried()
        person: PatientRow | None = self.list.currentIndex().data(ROW_ROLE)
        if self.about.value() == MADE_UP:
            facts = self.made_up.facts()
            self._trial.ask(partial(try_rules_on_facts, self._bench, facts, tried))
        elif person is not None:
            self._trial.ask(partial(try_rules_on_patient, self._bench, person.id, tried))
        else:
            self._trial.forget()
            self.answers.ask("请在左边选一名患者。")

    def _show_answers(self, questions: tuple[TriedQuestion, ...]) -> None:
        self.banner.say("")
        rule = self._rules[str(self.rule.value())]
        tried = f"{self.value.amount.value()}{self.value.chosen_unit().label}"
        self.answers.show_answers(questions, rule.words, tried)

    def _fail(self, problem: Exception) -> None:
        self.answers.ask("这个值不能用来试算。")
        self.refuse(explain(problem).text)


def _face(person: PatientRow) -> Face:
    return Face(person.masked, person.village, right=person.case_number)


def _spoken(person: PatientRow) -> str:
    return "，".join(filter(None, (person.masked, person.case_number, person.village)))
