"""Commands about the person in hand: entering case management, what changes in it, leaving it."""

import re

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from data.models.audit import AuditRow
from tests.builders import a_running_meeting
from tests.ui.screens import spoken_name
from tests.ui.test_case_page import opened
from tests.ui.test_windows import LATIN, LOW, WIDE
from tests.workbench.casework import a_patient, an_intake
from workbench.case_life import pause_case, read_case_life
from workbench.case_steps import find_open_case
from workbench.cases import read_case
from workbench.intake_decisions import propose_intake
from workbench.live import list_agenda

LIFE = ("change_case_manager", "change_case_kind", "pause_case", "resume_case", "exit_case")


@pytest.fixture
def in_hand(screen):
    """Takes somebody of the register in hand."""

    def take(patient):
        screen.do("go_patients")
        screen.window.desk.patients.reload()
        screen.settle()
        screen.window.desk.patients.select(patient)
        screen.settle()
        return screen

    return take


def can(screen):
    return [name for name in ("open_case_management", *LIFE) if screen.can(name)]


def confirm(screen):
    screen.dialog().verb.click()
    screen.settle()


def life(bench, case):
    return [event.words for event in read_case_life(bench, case)]


def test_only_what_is_possible_now_is_offered(bench, team, in_hand):
    assert can(in_hand(a_patient(bench))) == ["open_case_management"]
    running = ["change_case_manager", "change_case_kind", "pause_case", "exit_case"]
    assert can(in_hand(team.patients["GA0101"])) == running
    pause_case(bench, team.cases["GA0102"], reason="住院")
    paused = ["change_case_manager", "change_case_kind", "resume_case", "exit_case"]
    screen = in_hand(team.patients["GA0102"])
    assert can(screen) == paused
    screen.do("go_tasks")
    assert can(screen) == []


def test_who_is_on_the_running_agenda_enters_by_the_decision_of_the_meeting(
    bench, team, meeting, in_hand
):
    patient = a_patient(bench)
    manager = team.members["穆青禾"]
    propose_intake(bench, meeting.id, an_intake(bench, patient, case_manager_id=manager))
    screen = in_hand(patient)
    screen.do("open_case_management")
    assert "正在进行，议程上有这名患者" in screen.words()
    assert screen.reads("个案编号") == "GA0104"
    screen.named("会议决定").choose("deferred")
    confirm(screen)
    assert "理由" in screen.dialog().banner.words()
    screen.named("会议决定").choose("accepted")
    assert screen.named("个案管理员").currentText() == "精防医师 穆*禾·3例"
    confirm(screen)
    assert "同意入组，编号GA0104" in screen.window.desk.toast.words()
    assert list_agenda(bench, meeting.id)[-1].case_number == "GA0104"
    page = opened(screen, "GA0104")
    page.do("show_timeline")
    page.do("show_as_table")
    assert "个案，2026-11-25入组（高风险），编号GA0104" in "\n".join(page.rows("时间线列表"))


def test_entry_without_a_meeting_says_that_usually_one_decides(bench, team, in_hand):
    patient = a_patient(bench)
    screen = in_hand(patient)
    screen.do("open_case_management")
    assert "一般由小组会议决定是否入组" in screen.words()
    assert not screen.shows("会议决定")
    confirm(screen)
    assert "还没有填写“个案类型”" in screen.dialog().banner.words()
    screen.named("个案类型").choose("unstable")
    confirm(screen)
    assert "还没有填写“个案管理员”" in screen.dialog().banner.words()
    screen.pick("个案管理员", "精防医师 穆*禾·3例")
    confirm(screen)
    assert find_open_case(bench, patient).number == "GA0104"
    screen.settle()
    assert "change_case_kind" in can(screen)


def test_a_case_changes_hands_and_kind_and_is_paused_and_resumed_on_its_page(bench, team, screen):
    page, case = opened(screen, "GA0101"), team.cases["GA0101"]
    page.do("change_case_manager")
    page.pick("个案管理员", "民警 亓*涛")
    confirm(page)
    page.waits_for("个案管理员亓文涛")
    page.do("change_case_kind")
    confirm(page)
    assert "变更理由" in page.dialog().banner.words()
    page.write("变更理由", "自知力缺失")
    confirm(page)
    page.do("pause_case")
    page.write("暂停原因", "住院三个月")
    confirm(page)
    page.waits_for("暂停")
    assert not page.can("pause_case")
    page.do("resume_case")
    assert "原因：住院三个月" in page.words()
    confirm(page)
    assert life(bench, case)[1:] == [
        "个案管理员改为亓文涛",
        "类型由高风险改为病情不稳定",
        "暂停",
        "恢复管理",
    ]


def test_a_case_leaves_by_a_meeting_and_not_by_goals_that_are_not_reached(bench, team, screen):
    page, case = opened(screen, "GA0101"), team.cases["GA0101"]
    page.do("exit_case")
    assert "还没有准备中的例会" in page.words()
    assert not page.dialog().verb.isEnabled()
    page.dialog().close()
    a_running_meeting(bench, team)
    page.do("exit_case")
    assert "还没有经会议确认的干预计划" in page.words()
    page.write("出组说明", "目标基本达到")
    confirm(page)
    assert "还不能以“目标达到”出组" in page.dialog().banner.words()
    page.pick("出组原因", "死亡")
    confirm(page)
    page.waits_for("出组")
    assert read_case(bench, case).exit_reason == "died"
    assert can(page) == ["open_case_management"]


def test_a_case_not_on_the_agenda_is_put_there_first(bench, team, meeting, in_hand, screen):
    patient = a_patient(bench)
    screen = in_hand(patient)
    screen.do("open_case_management")
    screen.named("个案类型").choose("high_risk")
    screen.pick("个案管理员", "精防医师 穆*禾·3例")
    confirm(screen)
    screen.settle()
    screen.do("exit_case")
    assert "先把这个个案列入2026年第1次例会" in screen.words()
    screen.press(Qt.Key.Key_Return)
    assert "已列入2026年第1次例会的议程" in screen.window.desk.toast.words()
    assert list_agenda(bench, meeting.id)[-1].case_number == "GA0104"


@pytest.mark.parametrize("name", ["open_case_management", *LIFE])
def test_every_dialog_about_a_case_fits_a_small_screen_and_names_its_controls(
    bench, team, meeting, in_hand, name
):
    pause_case(bench, team.cases["GA0102"], reason="住院")
    chosen = {"open_case_management": a_patient(bench), "resume_case": team.patients["GA0102"]}
    screen = in_hand(chosen.get(name, team.patients["GA0101"]))
    screen.do(name)
    dialog = screen.dialog()
    assert dialog.minimumSizeHint().width() <= WIDE
    assert dialog.minimumSizeHint().height() <= LOW
    own = [c for c in screen.controls() if dialog.isAncestorOf(c)]
    nameless = [c for c in own if not spoken_name(c) and not c.objectName().startswith("qt_")]
    assert nameless == []
    assert set(re.findall(r"[A-Za-z]+", screen.words())) <= LATIN
    dialog.close()


def test_whoever_is_talked_about_at_the_table_is_in_hand(bench, team, meeting, screen):
    patient = a_patient(bench)
    propose_intake(bench, meeting.id, an_intake(bench, patient))
    screen.settle()
    screen.do("go_meetings")
    screen.do("enter_meeting")
    assert can(screen) == ["change_case_manager", "change_case_kind", "pause_case", "exit_case"]
    for _ in range(3):
        screen.do("next_item")
    assert can(screen) == ["open_case_management"]
    screen.do("open_case_management")
    screen.pick("个案管理员", "精防医师 穆*禾·3例")
    confirm(screen)
    screen.waits_for("GA0104")
    assert screen.can("pause_case")


def test_who_writes_about_somebody_sees_the_name_and_that_is_kept(bench, team, in_hand):
    screen = in_hand(team.patients["GA0101"])
    assert "石䶮" not in screen.words()
    screen.do("write_visit")
    screen.waits_for("石䶮")
    assert screen.window.desk.status.words().endswith("本页显示全名")
    with bench.store.reading() as session:
        looked = session.scalars(select(AuditRow).where(AuditRow.action == "unmask")).all()
    assert len(looked) == 1
    screen.do("go_patients")
    assert screen.window.desk.status.words().endswith("遮名：开")
