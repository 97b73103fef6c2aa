"""Taking back what was done at the meeting, by one key."""

from datetime import date

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt

from tests.ui.screens import Screen
from ui.main_window import MainWindow
from workbench.decisions import record_decision
from workbench.live import list_agenda, read_item
from workbench.screen import TaskOutcome
from workbench.tasks import record_task_result

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SAID, DECIDED = "民警 亓：近一月未接到警情。", "每周联合随访1次 @民警 12-20"


@pytest.fixture
def live(screen, calm, bench):
    """The meeting screen on its second case, which is as it was last time."""
    screen.settle()
    screen.do("enter_meeting")
    screen.press(Qt.Key.Key_Down, ALT)
    screen.meeting, screen.bench = calm, bench
    return screen


def _offered(live):
    entries = live.window.menus.entries()
    return next(e.words for e in entries if e.action.objectName() == "undo_last")


def _settled(live):
    return [row.settled for row in list_agenda(live.bench, live.meeting.id)]


def test_one_key_takes_the_last_case_back_and_leads_to_it(live, qtbot):
    assert _offered(live) == "撤销"
    live.press(Qt.Key.Key_F9)
    assert _settled(live) == [False, True, False]
    assert _offered(live) == "撤销：欧阳** 维持原等级"
    assert "欧阳** 维持原等级　撤销 Ctrl+Z" in live.words()
    live.do("defer_item")
    live.write("暂缓议的原因", "等待出院。")
    live.dialog().verb.click()
    live.settle()
    assert _offered(live) == "撤销：仇*满 暂缓议"
    live.window.hide()  # nobody closed it
    after = Screen(qtbot, MainWindow(live.bench))
    after.settle()
    after.do("enter_meeting")
    after.meeting, after.bench = live.meeting, live.bench
    after.press(Qt.Key.Key_Z, CTRL)
    assert "GA0103·" in after.words()
    after.press(Qt.Key.Key_Z, CTRL)
    assert "GA0102·" in after.words()
    assert "已撤销：欧阳** 维持原等级" in after.words()
    assert _settled(after) == [False, False, False]
    after.press(Qt.Key.Key_Z, CTRL)
    assert "这次会议没有可以撤销的操作。" in after.words()


def test_what_was_typed_stands_there_again_and_a_field_keeps_its_own_key(live):
    item = live.meeting.items["GA0102"]
    live.press(Qt.Key.Key_2, CTRL)
    live.write("讨论要点", SAID)
    live.write("会议决定", DECIDED)
    live.press(Qt.Key.Key_Return, CTRL)
    assert read_item(live.bench, item).settled
    live.write("讨论要点", "民警 亓：出警一次。")
    live.press(Qt.Key.Key_Z, CTRL)
    assert read_item(live.bench, item).settled
    live.do("undo_last")
    assert "已撤销：欧阳** 确认结论（2级）" in live.words()
    assert "GA0102·" in live.words()
    assert not read_item(live.bench, item).settled
    assert live.reads("讨论要点") == SAID
    assert live.reads("会议决定") == DECIDED
    live.press(Qt.Key.Key_Return, CTRL)
    assert read_item(live.bench, item).settled


def test_what_others_work_by_is_refused_in_words(live, team):
    record_decision(
        live.bench,
        live.meeting.items["GA0102"],
        text="补签协议",
        implementer_id=team.members["皮桂香"],
        due_on=date(2026, 12, 20),
    )
    with live.bench.store.reading() as session:
        task = session.scalar(sa.text("SELECT max(id) FROM task"))
    record_task_result(live.bench, task, outcome=TaskOutcome.DONE)
    live.settle()
    live.do("undo_last")
    assert "欧阳** 交办“补签协议”，不能撤销：它的任务" in live.words()
    assert "需要改变时，请在会上另作决定。" in live.words()
