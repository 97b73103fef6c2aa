"""The list of meetings on the screen."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.builders import a_planned_meeting, settle_all
from workbench.cases import list_cases
from workbench.meetings import list_meetings

LIST = "会议列表"


@pytest.fixture
def screen(screen):
    """The window on the list of meetings."""
    screen.do("go_meetings")
    return screen


@pytest.fixture
def held(bench, team, meeting):
    settle_all(bench, team, meeting)
    return meeting


def test_an_empty_list_says_how_to_begin(screen):
    assert "还没有会议" in screen.words()
    assert screen.can("plan_meeting")
    assert not screen.can("start_meeting")


def test_the_list_shows_states_and_progress(bench, team, held, screen):
    a_planned_meeting(bench, team, date(2026, 12, 23))
    screen.settle()
    rows = screen.rows(LIST)
    assert [("筹备" in r, "进行中" in r) for r in rows] == [(True, False), (False, True)]
    assert "已议 0/3" in rows[0]
    assert "已议 3/3" in rows[1]


def test_a_meeting_is_planned_in_the_dialog(bench, team, screen):
    screen.do("plan_meeting")
    screen.day("日期", date(2026, 12, 23))
    screen.write("地点", "镇卫生院会议室")
    screen.pick("主持人", "组长 龚*秋")
    screen.pick("记录人", "精防医师 穆*禾")
    screen.dialog().verb.click()
    screen.settle()
    assert screen.dialog() is None
    planned = list_meetings(bench)[0]
    assert (planned.held_on, planned.place, planned.chair) == (
        date(2026, 12, 23),
        "镇卫生院会议室",
        "龚砚秋",
    )
    assert "筹备" in screen.rows(LIST)[0]


def test_a_refusal_stands_in_the_dialog(team, screen):
    screen.do("plan_meeting")
    screen.dialog().verb.click()
    screen.settle()
    assert "还没有填写“地点”。" in screen.words()
    assert screen.dialog() is not None


def test_cases_and_matters_join_the_agenda(bench, team, screen):
    screen.do("plan_meeting")
    screen.write("地点", "镇卫生院会议室")
    screen.dialog().verb.click()
    screen.settle()
    screen.do("add_case_to_agenda")
    screen.dialog().verb.click()
    screen.settle()
    screen.do("add_matter_to_agenda")
    screen.write("事项", "冬季用药安全排查")
    screen.dialog().verb.click()
    screen.settle()
    assert [r.split("，")[1] for r in screen.rows("议程")] == ["石*", "冬季用药安全排查"]


def test_starting_leads_into_the_meeting(bench, team, screen):
    a_planned_meeting(bench, team)
    screen.settle()
    screen.do("start_meeting")
    assert screen.shows("集体评估等级")
    assert list_meetings(bench)[0].state == "in_session"


def test_enter_opens_the_selected_meeting(meeting, screen):
    screen.named(LIST).setFocus()
    screen.press(Qt.Key.Key_Return)
    assert screen.shows("集体评估等级")


def test_closing_from_the_screen_updates_the_row_and_shows_what_is_to_be_signed(held, screen):
    screen.do("read_back")
    screen.waits_for("共3项，都有结论")
    screen.do("close_meeting")
    screen.waits_until(lambda: screen.shows("签字件列表"))
    screen.do("open_documents")
    assert "待签4人" in screen.words()
    screen.do("leave_documents")
    screen.do("leave_signing")
    assert "待签字" in screen.rows(LIST)[0]
    assert not screen.can("read_back")


def test_closing_with_something_undecided_is_refused_in_words(meeting, screen):
    screen.do("read_back")
    screen.do("close_meeting")
    screen.waits_for("还有3项没有结论：GA0101、GA0102、GA0103。")
    screen.do("leave_read_back")
    assert "进行中" in screen.rows(LIST)[0]


def test_absence_is_recorded_with_its_reason(meeting, screen):
    screen.do("record_attendance")
    screen.named("民警 亓*涛到会").click()
    screen.pick("民警 亓*涛未到的原因", "病假")
    screen.dialog().verb.click()
    screen.settle()
    assert "民警 亓*涛　病假" in screen.words()


def test_notes_and_the_next_day_are_written(bench, meeting, screen):
    screen.do("write_meeting_notes")
    screen.write("小结", "散会前宣读记录，无更正。")
    screen.day("下次会议日期", date(2026, 12, 30))
    screen.dialog().verb.click()
    screen.settle()
    assert "下次会议 2026-12-30" in screen.words()


def test_minutes_are_saved_as_word_and_pdf(held, screen, tmp_path):
    for name in ("会议记录.docx", "会议记录.pdf"):
        desk = screen.window.desk
        desk.handing.save_to(desk.meetings.paper(), tmp_path / name)
        screen.waits_for(f"已保存：{name}")
        assert (tmp_path / name).stat().st_size > 1000


def test_members_join_the_team_in_the_settings(bench, screen):
    screen.do("go_settings")
    screen.do("add_member")
    screen.write("姓名", "佘秀芝")
    screen.pick("角色", "残联")
    screen.write("单位", "镇残联")
    screen.dialog().verb.click()
    screen.settle()
    assert "残联 佘*芝，镇残联" in screen.words()


def test_a_person_is_registered_and_put_on_the_agenda(bench, team, screen):
    screen.do("admit_new_patient")
    screen.write("姓名", "亓官雪")
    screen.click("女")
    screen.write("村组", "柳溪村2组")
    screen.write("诊断", "双相障碍")
    screen.dialog().verb.click()
    screen.settle()
    assert "还没有填写“个案类型”。" in screen.words()
    screen.click("高风险")
    screen.pick("个案管理员", "精防医师 穆*禾")
    screen.dialog().verb.click()
    screen.settle()
    assert screen.dialog() is None
    assert [case.masked for case in list_cases(bench)][-1] == "亓*雪"


def test_a_birth_date_nobody_filled_in_is_not_known(team, screen):
    screen.do("admit_new_patient")
    assert screen.dialog().born_on.placeholderText() == "不详"
    assert screen.dialog().born_on.day() is None


def test_a_namesake_is_admitted_when_the_same_is_said_twice(bench, team, screen):
    screen.do("admit_new_patient")
    screen.write("姓名", "石䶮")
    screen.day("出生日期", date(1980, 2, 29))
    screen.click("男")
    screen.click("高风险")
    screen.pick("个案管理员", "精防医师 穆*禾")
    screen.dialog().verb.click()
    screen.settle()
    assert "保存前请核对" in screen.words()
    assert len(list_cases(bench)) == 3
    screen.dialog().verb.click()
    screen.settle()
    assert screen.dialog() is None
    assert len(list_cases(bench)) == 4


def test_a_backup_by_hand_is_told_in_the_line_at_the_foot(screen):
    assert "还没有备份" in screen.words()
    screen.do("back_up")
    screen.waits_for("上次备份 今天 14:30")
