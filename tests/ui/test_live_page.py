"""The meeting screen: what the keys do, what is refused, and what stands beside the case."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from tests.builders import CASES, NAMES
from tests.ui.live_pages import (
    ABSENCE,
    ALT,
    CTRL,
    HOME,
    POLICE,
    SHOWN,
    decide,
    item_of,
    said_at,
)
from tests.workbench.casework import a_patient, an_intake, psychiatrist
from workbench.annotations import write_annotation
from workbench.intake_decisions import propose_intake
from workbench.live import read_item
from workbench.meetings import record_absence
from workbench.tasks import list_earlier_tasks
from workbench.visits import record_visit


def test_f9_on_an_alarming_case_says_why_not(live):
    assert "3级以上须讨论" in live.words()
    live.press(Qt.Key.Key_F9)
    assert "上次评定为3级，3级及以上须逐例讨论" in live.words()
    assert not item_of(live, "GA0101").settled


def test_f9_keeps_what_was_typed(live):
    live.write("讨论要点", SHOWN)
    assert "已写内容" in live.words()
    live.press(Qt.Key.Key_F9)
    assert "填写的内容都在，没有丢失。" in live.words()
    assert live.reads("讨论要点") == SHOWN


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
    decide(live)
    live.press(Qt.Key.Key_Return, CTRL)
    assert "等级由3级改为2级" in live.words()
    assert item_of(live, "GA0101").level is None
    live.write("变动理由", "连续两月无打砸行为。")
    live.press(Qt.Key.Key_Return, CTRL)
    item = item_of(live, "GA0101")
    assert (item.level, item.reason, item.settled) == (2, "连续两月无打砸行为。", True)


def test_confirming_records_everything_and_stays_at_the_same_place(live):
    live.write("讨论要点", f"{SHOWN}\n大家同意加强走访。")
    live.named("讨论要点").setFocus()
    live.press(Qt.Key.Key_Up)
    live.press(Qt.Key.Key_J, CTRL)
    live.write(f"{POLICE}的保留意见", "建议增加夜间走访。")
    decide(live)
    assert "民警 亓*涛·12-20 周日前" in live.words()
    confirm = live.named("确认并下一例")
    before = confirm.mapToGlobal(confirm.rect().topLeft())
    live.press(Qt.Key.Key_Return, CTRL)
    item, said = item_of(live, "GA0101"), said_at(live)
    assert (said.words, said.dissent) == ("近一月未接到警情。", "建议增加夜间走访。")
    assert item.discussion == "大家同意加强走访。"
    assert [(d.text, d.gives_work) for d in item.decisions] == [("每周联合随访1次", True)]
    assert item.settled
    assert "GA0102·" in live.words()
    assert confirm.mapToGlobal(confirm.rect().topLeft()) == before
    assert live.reads("讨论要点") == ""
    live.press(Qt.Key.Key_Up, ALT)
    assert live.reads("讨论要点") == f"{SHOWN}\n大家同意加强走访。"
    assert live.reads(f"{POLICE}的保留意见") == "建议增加夜间走访。"


def test_a_case_without_decision_is_not_left(live):
    live.press(Qt.Key.Key_Return, CTRL)
    assert "这一项还没有会议决定。" in live.words()
    assert "GA0101·" in live.words()


def test_a_conclusion_is_the_case_managers_until_the_next_meeting(live):
    decide(live, "维持3级，继续每周走访。")
    assert "精防 穆*禾·12-23 周三前" in live.words()
    decide(live, " @张三")
    live.press(Qt.Key.Key_Return, CTRL)
    assert "小组里没有找到“张三”。" in live.words()
    assert live.reads("会议决定") == "维持3级，继续每周走访。 @张三"
    live.named("会议决定").setPlainText("维持3级。")
    live.press(Qt.Key.Key_Return, CTRL)
    (decision,) = item_of(live, "GA0101").decisions
    assert (decision.implementer, decision.due_on) == ("穆青禾", date(2026, 12, 23))
    assert decision.gives_work


def test_tasks_are_given_in_one_line_and_withdrawn_one_by_one(live):
    live.press(Qt.Key.Key_F7)
    assert live.holder() is live.named("新任务")
    live.write("新任务", "@民警 补签监护协议")
    assert "民警 亓*涛·补签监护协议　还缺：期限" in live.words()
    live.press(Qt.Key.Key_Return)
    assert "还没有写期限。" in live.words()
    live.write("新任务", " 下周三")
    assert "民警 亓*涛·补签监护协议·12-02 周三" in live.words()
    live.press(Qt.Key.Key_Return)
    assert live.reads("新任务") == ""
    live.write("新任务", "@穆青禾 陪同门诊 两周内")
    live.press(Qt.Key.Key_Return)
    live.named("撤回第1条决定").click()
    live.write("撤回的理由", "重复了。")
    live.dialog().verb.click()
    live.settle()
    live.write("会议决定", "维持3级。")
    assert "12-23 周三·具体工作见任务" in live.words()
    live.do("confirm_item")
    told = [(d.text, d.due_on, d.gives_work) for d in item_of(live, "GA0101").decisions]
    assert told == [
        ("陪同门诊", date(2026, 12, 9), True),
        ("维持3级。", date(2026, 12, 23), False),
    ]


def test_a_task_left_in_its_line_is_given_when_the_case_is_confirmed(live):
    live.write("新任务", "@民警 核查居住地")
    decide(live, "维持3级。")
    live.press(Qt.Key.Key_Return, CTRL)
    assert live.holder() is live.named("新任务")
    live.write("新任务", " 12-05")
    live.press(Qt.Key.Key_Return, CTRL)
    assert {d.text for d in item_of(live, "GA0101").decisions} == {"核查居住地", "维持3级。"}
    assert "GA0102·" in live.words()


def test_own_ratings_stay_hidden_until_they_are_told(live):
    live.press(Qt.Key.Key_F4)
    for level in "453":
        QTest.keyClicks(live.holder(), level)
    assert "已填 3/6" in live.words()
    live.press(Qt.Key.Key_Escape)
    live.settle()
    assert "各方评级 已填3/6，尚未公布" in live.words()
    assert "相差" not in live.words()
    assert "必填" not in live.words()
    live.do("rate_singly")
    live.click("公布")
    assert "各方评级 相差2级" in live.words()
    assert "必填，将印在评估表上：各方意见相差2级" in live.words()
    decide(live)
    live.window.activateWindow()
    live.settle()
    live.press(Qt.Key.Key_Return, CTRL)
    assert "各方意见相差2级" in live.words()
    assert live.holder() is live.named("变动理由")
    assert not any(o.level for o in item_of(live, "GA0101").opinions)
    live.write("变动理由", "按多数意见定为3级。")
    live.do("confirm_item")
    assert [o.level for o in item_of(live, "GA0101").opinions] == [4, 5, 3, None, None, None]


def test_what_waits_is_settled_on_the_spot(live, team):
    visit = record_visit(live.bench, team.patients["GA0101"], visited_on=date(2026, 11, 14), **HOME)
    doctor = psychiatrist(live.bench)
    for text in ("建议评估长效针剂。", "建议复查肝功能。"):
        write_annotation(doctor, "visit", visit, text=text)
    live.settle()
    assert "2条待处理" in live.words()
    assert "建议评估长效针剂。" in live.words()
    live.click("采纳，生成任务…")
    live.pick("责任人", POLICE)
    live.day("完成时限", date(2026, 12, 5))
    live.dialog().verb.click()
    live.settle()
    live.click("不采纳…")
    live.write("不采纳的理由", "上周刚查过。")
    live.dialog().verb.click()
    live.waits_until(lambda: "条待处理" not in live.words())


def test_a_proposed_patient_is_decided_on_at_the_table(live, team):
    patient = a_patient(live.bench)
    item = propose_intake(live.bench, live.meeting.id, an_intake(live.bench, patient))
    live.settle()
    live.open_line("议程", "丘*")
    live.write("会议决定", "先入户核实。")
    assert "这条决定还没有责任人。" in live.words()
    live.named("会议决定").clear()
    live.click("入组决定…")
    live.pick("个案管理员", "精防医师 穆*禾·3例")
    live.dialog().verb.click()
    live.waits_until(lambda: "入组决定…" not in live.words())
    (decision,) = read_item(live.bench, item).decisions
    assert decision.text.endswith("个案管理员穆青禾")


def test_an_item_is_deferred_with_a_reason(live):
    live.do("defer_item")
    live.dialog().verb.click()
    live.settle()
    assert "还没有填写“暂缓议的原因”。" in live.words()
    live.write("暂缓议的原因", "等待出院。")
    live.dialog().verb.click()
    live.settle()
    assert item_of(live, "GA0101").settled
    assert "已暂缓议" in live.rows("议程")[0]
    assert "GA0102·" in live.words()


def test_the_keys_walk_through_the_agenda(live):
    live.press(Qt.Key.Key_Down, ALT)
    assert "GA0102·" in live.words()
    live.press(Qt.Key.Key_Up, ALT)
    assert "GA0101·" in live.words()
    live.open_row("议程", 2)
    assert "GA0103·" in live.words()


def test_promises_are_reported_in_the_side_pane(live):
    assert "上次任务" in live.words()
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
    assert not live.shows("新任务")
    assert any("任务1" in words for words in live.words().split("\n"))
    live.press(Qt.Key.Key_F6)
    assert live.shows("新任务")
    live.press(Qt.Key.Key_F6)
    live.do("record_decision")
    assert live.holder() is live.named("新任务")
    column = live.named("本例", QScrollArea)
    live.press(Qt.Key.Key_Down, ALT)
    assert column.verticalScrollBar().value() == 0


def test_no_full_name_is_shown(live):
    words = live.words()
    for name in [*NAMES, *(name for name, _ in CASES.values())]:
        assert name not in words
    assert "石*" in words


def test_ctrl_j_asks_whose_opinion_is_reserved(live):
    live.press(Qt.Key.Key_J, CTRL)
    live.pick("谁有保留意见", POLICE)
    assert live.holder() is live.named(f"{POLICE}的保留意见")


def test_words_of_an_absent_member_are_recorded_as_written(live, team):
    record_absence(live.bench, live.meeting.id, team.members["亓文涛"], reason=ABSENCE)
    live.settle()
    live.write(f"{POLICE}的书面意见", "近一月未接到警情。")
    decide(live)
    live.press(Qt.Key.Key_Return, CTRL)
    assert (said_at(live).in_writing, said_at(live).words) == (True, "近一月未接到警情。")


def test_the_clock_says_how_long_the_item_takes(live, clock):
    clock.move(minutes=3, seconds=12)
    live.qtbot.waitUntil(lambda: "03:12" in live.words(), timeout=5000)
    assert "全程 03:1" in live.words()
    live.do("next_item")
    clock.move(minutes=12)
    live.qtbot.waitUntil(lambda: "已超过计划时间" in live.words(), timeout=5000)
    live.do("previous_item")
    assert "03:12" in live.words()


def test_the_timeline_is_one_step_away(live):
    live.click("看时间线")
    live.waits_for("本页显示全名")
