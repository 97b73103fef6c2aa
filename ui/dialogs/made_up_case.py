"""A case made up for a trial: every fact the rules ask for, each of which may be unknown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.models.days import day_box
from ui.widgets.day_box import DayBox
from ui.widgets.inputs import Choice, Field
from workbench.rules.facts import Facts
from workbench.screen import (
    Adherence,
    AdverseReaction,
    CaseFact,
    Guardianship,
    Insight,
    PhysicalIllness,
    RiskLevel,
    SocialFunction,
    Symptoms,
)

T = TypeVar("T")
UNKNOWN = (None, "不知道")
COLUMNS = 2
MONTH = 30
SHORTER = {CaseFact.STRESSFUL_EVENT: "应激性生活事件", CaseFact.PAST_SERIOUS_HARM: "既往严重伤害"}
CODES = {
    CaseFact.ADHERENCE: Adherence,
    CaseFact.GUARDIANSHIP: Guardianship,
    CaseFact.SYMPTOMS: Symptoms,
    CaseFact.INSIGHT: Insight,
    CaseFact.ADVERSE_REACTION: AdverseReaction,
    CaseFact.PHYSICAL_ILLNESS: PhysicalIllness,
}
YES_OR_NO = (
    CaseFact.STRESSFUL_EVENT,
    CaseFact.SUBSTANCE_USE,
    CaseFact.POLICE_LISTED,
    CaseFact.PAST_SERIOUS_HARM,
    CaseFact.HOSPITALISED,
)
FUNCTIONS = ((SocialFunction.POOR, "有较差的项目"), (SocialFunction.GOOD, "没有较差的项目"))
OFTEN = (0, 1, 2, 3, 4)


class MadeUpCase(QWidget):
    """Begins with nothing known. `changed` follows every choice."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._boxes: dict[CaseFact, Choice] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._ask(CaseFact.RISK_LEVEL, [(level, level.label) for level in RiskLevel])
        for fact, codes in CODES.items():
            self._ask(fact, [(code, code.label) for code in codes])
        self._ask(CaseFact.SOCIAL_FUNCTIONS, FUNCTIONS)
        self._ask(CaseFact.ADMISSIONS, [(n, f"近{n}个月{n}次" if n else "没有") for n in OFTEN])
        for fact in YES_OR_NO:
            self._ask(fact, [(True, "是"), (False, "不是")])
        self.visited = self._ask_day(CaseFact.LAST_VISIT_ON, "没有随访")
        self.referred = self._ask_day(CaseFact.REFERRED_ON, "没有转诊")
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def facts(self) -> Facts:
        """What was chosen, as the rules take it."""
        said = self._chosen
        poor = said(CaseFact.SOCIAL_FUNCTIONS, SocialFunction)
        return Facts(
            risk_level=said(CaseFact.RISK_LEVEL, RiskLevel),
            adherence=said(CaseFact.ADHERENCE, Adherence),
            guardianship=said(CaseFact.GUARDIANSHIP, Guardianship),
            symptoms=said(CaseFact.SYMPTOMS, Symptoms),
            insight=said(CaseFact.INSIGHT, Insight),
            adverse_reaction=said(CaseFact.ADVERSE_REACTION, AdverseReaction),
            physical_illness=said(CaseFact.PHYSICAL_ILLNESS, PhysicalIllness),
            social_functions=(poor,) * 5 if poor else None,
            stressful_event=said(CaseFact.STRESSFUL_EVENT, bool),
            substance_use=said(CaseFact.SUBSTANCE_USE, bool),
            police_listed=said(CaseFact.POLICE_LISTED, bool),
            past_serious_harm=said(CaseFact.PAST_SERIOUS_HARM, bool),
            hospitalised=said(CaseFact.HOSPITALISED, bool),
            admissions=self._admissions(),
            last_visit_on=self.visited.day(),
            referred_on=self.referred.day(),
        )

    def _chosen(self, fact: CaseFact, kind: type[T]) -> T | None:
        value = self._boxes[fact].value()
        return value if isinstance(value, kind) else None

    def _admissions(self) -> tuple[date, ...] | None:
        times = self._chosen(CaseFact.ADMISSIONS, int)
        if times is None:
            return None
        return tuple(self._today - timedelta(days=MONTH * n) for n in range(times, 0, -1))

    def _ask(self, fact: CaseFact, choices: Iterable[tuple[object, str]]) -> None:
        box = Choice(fact.label, [UNKNOWN, *choices])
        box.currentIndexChanged.connect(self._tell)
        self._boxes[fact] = box
        self._place(fact, box)

    def _ask_day(self, fact: CaseFact, undecided: str) -> DayBox:
        box = day_box(fact.label, lambda: self._today, hint=undecided)
        box.day_changed.connect(self._tell)
        self._place(fact, box)
        return box

    def _place(self, fact: CaseFact, box: QWidget) -> None:
        row, column = divmod(self._grid.count(), COLUMNS)
        self._grid.addWidget(Field(SHORTER.get(fact, fact.label), box), row, column)
        self._grid.setColumnStretch(column, 1)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
