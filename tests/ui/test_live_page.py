"""The meeting screen: what the keys do, what is refused, and what survives."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from tests.builders import CASES, NAMES
from tests.ui.screens import Screen
from ui.main_window import MainWindow
from workbench.live import list_agenda, read_item
from workbench.meetings import record_absence
from workbench.screen import AbsenceReason
from workbench.tasks import list_earlier_tasks

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
POLICE = "民警 亓*涛"
ABSENCE = AbsenceReason.SICK


@pytest.fixture
def live(screen, later, bench):
    """The meeting screen on its first case, which was 3级 last time."""
    screen.settle()
    screen.do("enter_meeting")
    screen.meeting, screen.bench = later, bench
    return screen


def _item(live, number):
    return read_item(live.bench, live.meeting.items[number])


def _decide(live, text="每周联合随访1次"):
    live.write("会议决定", text)
    live.pick("责任人", POLICE)
    live.day("完成时限", date(2026, 12, 20))


def test_f9_on_an_alarming_case_says_why_not(live):
    live.press(Qt.Key.Key_F9)
    assert "上次评定为3级，3级及以上须逐例讨论" in live.words()
    assert not _item(live, "GA0101").settled


def test_f9_keeps_what_was_typed(live):
    live.write(f"{POLICE}的意见", "近一月未接到警情。")
    live.press(Qt.Key.Key_F9)
    assert "填写的内容都在，没有丢失。" in live.words()
    assert live.reads(f"{POLICE}的意见") == "近一月未接到警情。"


def test_f9_continues_an_unchanged_case_and_goes_on(screen, bench, team, calm):
    screen.settle()
    screen.do("enter_meeting")
    screen.press(Qt.Key.Key_Down, ALT)
    screen.press(Qt.Key.Key_F9)
    assert read_item(bench, calm.items["GA0102"]).settled
    assert "GA0103·" in screen.words()


def test_a_changed_level_asks_for_the_reason_and_refuses_without(live):
    live.press(Qt.Key.Key_2, CTRL)
    assert "必填，将印在评估表上：等级由3级改为2级" in live.words()
    assert live.holder() is live.named("变动理由")
    _decide(live)
    live.press(Qt.Key.Key_Return, CTRL)
    assert "等级由3级改为2级" in live.words()
    assert _item(live, "GA0101").level is None
    live.write("变动理由", "连续两月无打砸行为。")
    live.press(Qt.Key.Key_Return, CTRL)
    item = _item(live, "GA0101")
    assert (item.level, item.reason, item.settled) == (2, "连续两月无打砸行为。", True)


def test_confirming_records_everything_and_stays_at_the_same_place(live):
    live.write(f"{POLICE}的意见", "近一月未接到警情。")
    live.pick(f"{POLICE}建议的等级", "3级")
    live.write(f"{POLICE}的保留意见", "建议增加夜间走访。")
    _decide(live)
    confirm = live.named("确认并下一例")
    before = confirm.mapToGlobal(confirm.rect().topLeft())
    live.press(Qt.Key.Key_Return, CTRL)
    item = _item(live, "GA0101")
    said = next(o for o in item.opinions if o.name == "亓文涛")
    assert (said.words, said.level, said.dissent) == ("近一月未接到警情。", 3, "建议增加夜间走访。")
    assert [d.text for d in item.decisions] == ["每周联合随访1次"]
    assert item.settled
    assert "GA0102·" in live.words()
    assert confirm.mapToGlobal(confirm.rect().topLeft()) == before
    assert live.reads(f"{POLICE}的意见") == ""


def test_a_case_without_decision_is_not_left(live):
    live.press(Qt.Key.Key_Return, CTRL)
    assert "这一项还没有会议决定。" in live.words()
    assert "GA0101·" in live.words()


def test_a_decision_needs_implementer_and_day(live):
    live.write("会议决定", "评估长效针剂")
    live.press(Qt.Key.Key_Return, CTRL)
    assert "这条决定还没有责任人。" in live.words()
    live.pick("责任人", POLICE)
    live.named("完成时限").setDate(live.named("完成时限").minimumDate())
    live.press(Qt.Key.Key_Return, CTRL)
    assert "这条决定还没有完成时限。" in live.words()


def test_decisions_are_added_and_withdrawn_one_by_one(live):
    live.press(Qt.Key.Key_F7)
    assert live.holder() is live.named("会议决定")
    _decide(live)
    live.click("添加")
    _decide(live, "补签监护协议")
    live.click("添加")
    assert "2条" in live.words()
    live.named("撤回第1条决定").click()
    live.write("撤回的理由", "重复了。")
    live.dialog().verb.click()
    live.settle()
    assert [d.text for d in _item(live, "GA0101").decisions] == ["补签监护协议"]


def test_an_item_is_deferred_with_a_reason(live):
    live.do("defer_item")
    live.dialog().verb.click()
    live.settle()
    assert "还没有填写“暂缓议的原因”。" in live.words()
    live.write("暂缓议的原因", "等待出院。")
    live.dialog().verb.click()
    live.settle()
    assert _item(live, "GA0101").settled
    assert "已暂缓议" in live.rows("议程")[0]
    assert "GA0102·" in live.words()


def test_typed_text_survives_a_crash(live, qtbot):
    live.write(f"{POLICE}的意见", "近一月未接到警情。")
    live.press(Qt.Key.Key_4, CTRL)
    live.write("变动理由", "持木棍砸门窗。")
    live.named(f"{POLICE}的意见").setFocus()  # leaving a field keeps the draft
    live.settle()
    assert "有未确认的草稿" in live.rows("议程")[0]
    live.window.hide()  # nobody closed it
    after = Screen(qtbot, MainWindow(live.bench))
    after.settle()
    after.do("enter_meeting")
    assert "已恢复上次没有确认的内容" in after.words()
    assert after.reads(f"{POLICE}的意见") == "近一月未接到警情。"
    assert after.reads("变动理由") == "持木棍砸门窗。"


def test_typing_is_kept_by_itself_within_seconds(live):
    live.write("会议决定", "补签监护协议")
    live.named("会议决定").setFocus()
    key = live.meeting.items["GA0101"]

    def drafts():
        return [row.has_draft for row in list_agenda(live.bench, live.meeting.id) if row.id == key]

    live.qtbot.waitUntil(lambda: drafts() == [True], timeout=10000)


def test_text_taken_back_leaves_no_draft(live):
    live.write("会议决定", "补")
    live.named(f"{POLICE}的意见").setFocus()
    live.settle()
    assert any(row.has_draft for row in list_agenda(live.bench, live.meeting.id))
    live.named("会议决定").clear()
    live.do("next_item")
    assert not any(row.has_draft for row in list_agenda(live.bench, live.meeting.id))


def test_a_meeting_does_not_close_over_a_draft(live):
    for _ in range(3):
        live.do("defer_item")
        live.write("暂缓议的原因", "等待出院。")
        live.dialog().verb.click()
        live.settle()
    live.write("会议决定", "补签监护协议")
    live.do("close_meeting")
    live.dialog().verb.click()
    live.waits_for("还有没确认的草稿：")


def test_the_keys_walk_through_the_agenda(live):
    live.press(Qt.Key.Key_Down, ALT)
    assert "GA0102·" in live.words()
    live.press(Qt.Key.Key_Up, ALT)
    assert "GA0101·" in live.words()
    live.open_row("议程", 2)
    assert "GA0103·" in live.words()


def test_promises_are_reported_in_the_side_pane(live):
    assert "本例上次任务" in live.words()
    tasks = list_earlier_tasks(live.bench, live.meeting.id)
    live.click("已办")
    assert [t.outcome for t in list_earlier_tasks(live.bench, live.meeting.id)].count("done") == 1
    live.click("未落实")
    live.write("说明", "材料缺户口簿。")
    live.dialog().verb.click()
    live.settle()
    after = list_earlier_tasks(live.bench, live.meeting.id)
    assert len(after) == len(tasks)
    assert "材料缺户口簿。" in [t.note for t in after]


def test_a_narrow_window_keeps_the_pane_one_key_away(live):
    live.window.resize(940, 470)
    live.settle()
    assert "本例上次任务" not in live.words()
    assert any("任务3" in words for words in live.words().split("\n"))
    live.press(Qt.Key.Key_F6)
    assert "本例上次任务" in live.words()


def test_no_full_name_is_shown(live):
    words = live.words()
    for name in [*NAMES, *(name for name, _ in CASES.values())]:
        assert name not in words
    assert "石*" in words


def test_ctrl_j_leads_to_the_reserved_opinion_of_the_same_member(live):
    live.named(f"{POLICE}的意见").setFocus()
    live.press(Qt.Key.Key_J, CTRL)
    assert live.holder() is live.named(f"{POLICE}的保留意见")


def test_members_far_apart_lead_to_the_reason_and_nothing_is_half_recorded(live):
    live.pick(f"{POLICE}建议的等级", "5级")
    live.pick("精防医师 穆*禾建议的等级", "3级")
    _decide(live)
    live.press(Qt.Key.Key_Return, CTRL)
    assert "各方意见相差2级" in live.words()
    assert live.holder() is live.named("变动理由")
    assert not any(o.level for o in _item(live, "GA0101").opinions)
    live.write("变动理由", "按多数意见定为3级。")
    live.press(Qt.Key.Key_Return, CTRL)
    assert _item(live, "GA0101").settled


def test_words_of_an_absent_member_are_recorded_as_written(live, team):
    record_absence(live.bench, live.meeting.id, team.members["亓文涛"], reason=ABSENCE)
    live.settle()
    live.write(f"{POLICE}的意见", "书面：近一月未接到警情。")
    _decide(live)
    live.press(Qt.Key.Key_Return, CTRL)
    said = next(o for o in _item(live, "GA0101").opinions if o.name == "亓文涛")
    assert said.in_writing


def test_the_next_case_begins_with_who_it_is_wherever_the_last_one_was_left(live):
    live.window.resize(940, 470)
    live.settle()
    live.do("record_decision")  # the line for decisions stands at the foot of the column
    column = live.named("本例", QScrollArea)
    assert column.verticalScrollBar().value() > 0
    live.press(Qt.Key.Key_Down, ALT)
    assert column.verticalScrollBar().value() == 0
