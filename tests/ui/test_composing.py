"""What is recorded meanwhile disturbs nobody who is in the middle of a word."""

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from data.codes import RiskLevel, VisitForm
from tests.builders import a_running_meeting
from tests.ui.keyboard import Keyboard
from tests.ui.plan_pages import a_draft
from tests.ui.typing import FIELDS, leads_to
from ui.main_window import MainWindow
from workbench.agendas import add_matter_to_agenda
from workbench.visits import record_visit

BEFORE, AFTER, LETTERS, WORD = "近一月", "未接到警情。", "ping'wen", "平稳"


@pytest.mark.parametrize("place", FIELDS)
def test_a_word_is_composed_to_its_end_whatever_is_recorded_meanwhile(qtbot, bench, team, place):
    a_draft(bench, team)
    meeting = a_running_meeting(bench, team)
    screen = Keyboard(qtbot, MainWindow(bench))
    leads_to(screen, place)
    screen.types(BEFORE + AFTER)
    screen.keys(*["Left"] * len(AFTER))
    _composes(QInputMethodEvent(LETTERS, []))
    field = screen.holder()
    record_visit(
        bench,
        team.patients["GA0101"],
        visited_on=bench.today(),
        form=VisitForm.PHONE,
        level=RiskLevel.VERBAL,
    )
    add_matter_to_agenda(bench, meeting.id, title="下季度走访分工", request_id="matter")
    screen.settle()
    screen.window.desk.refresh()
    screen.settle()
    assert screen.holder() is field
    assert _composed(field) == LETTERS
    assert _caret(field) == len(BEFORE)
    word = QInputMethodEvent()
    word.setCommitString(WORD)
    _composes(word)
    assert screen.reads(FIELDS[place]) == BEFORE + WORD + AFTER
    assert _caret(field) == len(BEFORE + WORD)
    screen.window.close()


def _composes(event):
    QApplication.sendEvent(QApplication.focusWidget(), event)


def _caret(field):
    return field.textCursor().position()


def _composed(field):
    """The letters an input method shows and has not turned into a word."""
    return field.textCursor().block().layout().preeditAreaText()
