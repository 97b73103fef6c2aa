"""Typing at the meeting: who speaks and what is often said is offered, and nothing is lost."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.ui.live_pages import (
    CTRL,
    POLICE,
    SHOWN,
)
from tests.ui.screens import Screen
from ui.main_window import MainWindow
from workbench.drafts import save_draft, subject_of
from workbench.live import list_agenda
from workbench.phrases import add_phrase


def test_speakers_and_phrases_are_offered_while_one_types(live):
    add_phrase(live.bench, "继续按原计划随访。")
    live.settle()
    talk = live.named("讨论要点")
    live.write("讨论要点", "@")
    assert live.rows_offered()[0] == "组长 龚*秋"
    _compose(live, "qw't")
    assert live.rows_offered() == [POLICE]
    _compose(live, "")
    live.write("讨论要点", "qwt")
    live.press(Qt.Key.Key_Return)
    assert live.reads("讨论要点") == "民警 亓："
    live.write("讨论要点", "、")
    assert live.rows_offered() == ["继续按原计划随访。"]
    live.press(Qt.Key.Key_Escape)
    assert live.rows_offered() == []
    live.write("讨论要点", "jx")
    live.press(Qt.Key.Key_Tab)
    assert live.reads("讨论要点") == "民警 亓：继续按原计划随访。"
    live.press(Qt.Key.Key_Return)
    live.write("讨论要点", "@")
    for _ in range(2):
        live.press(Qt.Key.Key_Down)
    live.press(Qt.Key.Key_Up)
    live.press(Qt.Key.Key_Return)
    assert live.reads("讨论要点").endswith("\n精防 穆：")
    assert live.holder() is talk


def test_typed_text_survives_a_crash(live, qtbot):
    live.write("讨论要点", SHOWN)
    live.press(Qt.Key.Key_4, CTRL)
    live.write("变动理由", "持木棍砸门窗。")
    live.write("新任务", "@民警 补签")
    live.named("讨论要点").setFocus()  # leaving a field keeps the draft
    live.settle()
    assert "有未确认的草稿" in live.rows("议程")[0]
    live.window.hide()  # nobody closed it
    after = Screen(qtbot, MainWindow(live.bench))
    after.settle()
    after.do("enter_meeting")
    assert "已恢复上次没有确认的内容" in after.words()
    assert after.reads("讨论要点") == SHOWN
    assert after.reads("变动理由") == "持木棍砸门窗。"
    assert after.reads("新任务") == "@民警 补签"


def test_typing_is_kept_by_itself_within_seconds_and_dropped_when_taken_back(live):
    live.write("会议决定", "补签监护协议")
    live.named("会议决定").setFocus()
    key = live.meeting.items["GA0101"]

    def drafts():
        return [row.has_draft for row in list_agenda(live.bench, live.meeting.id) if row.id == key]

    live.qtbot.waitUntil(lambda: drafts() == [True], timeout=10000)
    live.named("会议决定").clear()
    live.do("next_item")
    assert drafts() == [False]


def test_a_draft_of_an_earlier_program_is_read(live, team):
    live.do("next_item")
    line = {"words": "近一月未接到警情。", "level": 3, "dissent": "加强走访。"}
    draft = {"level": 4, "reason": "有变化。", "said": {str(team.members["亓文涛"]): line}}
    draft["decision"] = {"text": "补签协议", "implementer_id": None, "due_on": ""}
    item = live.meeting.items["GA0101"]
    save_draft(live.bench, "live", subject_of(live.meeting.id, item), draft)
    live.do("previous_item")
    assert live.reads("讨论要点") == SHOWN
    assert live.reads("会议决定") == "补签协议"
    assert live.reads(f"{POLICE}的保留意见") == "加强走访。"


def test_a_meeting_does_not_close_over_a_draft(live):
    for _ in range(3):
        live.do("defer_item")
        live.write("暂缓议的原因", "等待出院。")
        live.dialog().verb.click()
        live.settle()
    live.write("会议决定", "补签监护协议")
    live.do("read_back")
    live.do("close_meeting")
    live.waits_for("还有没确认的草稿：")


def _compose(live, letters):
    QApplication.sendEvent(live.holder(), QInputMethodEvent(letters, []))
    live.settle()
