"""The plan page: rows written in where they stand, remarks beside them, confirmed by a meeting."""

import re
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from data.casework_codes import ItemState, PlanArea
from data.clinical_codes import Criterion
from tests.builders import CASES, NAMES
from tests.ui.plan_pages import CONTROL, LINES, a_draft, choose, lines, opened, type_anew
from tests.ui.screens import Screen, spoken_name
from tests.ui.test_windows import LATIN
from tests.workbench.casework import TODAY, TWO_MET, psychiatrist
from ui.main_window import MainWindow
from ui.theme import Mode, theme
from workbench.annotations import write_annotation
from workbench.drafts import read_draft
from workbench.intakes import Assessed, review_criteria
from workbench.plan_reading import list_plans, read_plan
from workbench.plans import confirm_plan

NAME, _ = CASES["GA0101"]
WORDS = "建议评估长效针剂，先查肝功能"


@pytest.fixture
def case(team):
    return team.cases["GA0101"]


@pytest.fixture
def draft(bench, team):
    return a_draft(bench, team)


@pytest.fixture
def confirmed(bench, meeting, draft):
    confirm_plan(bench, draft, meeting_id=meeting.id)
    return draft


@pytest.fixture
def page(draft, screen):
    return opened(screen)


def test_without_a_plan_one_is_begun_from_the_criteria_that_are_met(bench, case, screen):
    review_criteria(bench, case, Assessed(TODAY, TWO_MET))
    page = opened(screen)
    assert "还没有干预计划" in page.words()
    assert "按入组标准起草" in page.holder().accessibleName()
    page.press(Qt.Key.Key_Space)
    found = lines(bench, case)
    assert [(line.area, line.criteria) for line in found] == [
        (PlanArea.RISK, (Criterion.LOW_LEVEL,)),
        (PlanArea.MEDICATION, (Criterion.ADHERENCE,)),
    ]
    assert "第1次" in page.words()
    assert sum("按 Ctrl+N 加一条" in row for row in page.rows(LINES)) == 3


def test_a_line_is_changed_in_its_row_by_keyboard_alone(bench, team, case, page):
    choose(page, "规律服药")
    page.press(Qt.Key.Key_Return)
    type_anew(page, "措施", "监护人每晚看服")
    type_anew(page, "期限", "1225")
    stops = []
    for _ in range(7):
        page.press(Qt.Key.Key_Tab)
        stops.append(page.holder().accessibleName())
    foot = ["参考用语", "不改了", "保存"]
    assert stops == ["频次", "协同", "对应入组标准", *foot, "加一条措施"]
    page.named("期限").setFocus()
    page.press(Qt.Key.Key_Return)
    changed = next(line for line in lines(bench, case) if line.goal == "规律服药")
    assert (changed.measure, changed.due_on) == ("监护人每晚看服", date(2026, 12, 25))
    assert page.holder().accessibleName() == LINES
    choose(page, "规律服药")
    page.press(Qt.Key.Key_F2)
    type_anew(page, "期限", "持续")
    page.press(Qt.Key.Key_Return)
    assert any("期限持续" in row for row in page.rows(LINES))
    choose(page, "规律服药")
    page.press(Qt.Key.Key_F2)
    type_anew(page, "期限", "下个月")
    page.press(Qt.Key.Key_Return)
    assert "没有看懂期限“下个月”" in page.words()
    assert page.reads("期限") == "下个月"
    page.do("leave_plan")
    assert any("期限持续" in row for row in page.rows(LINES))


def test_a_line_is_added_where_one_is_and_wordings_are_offered(bench, case, page):
    choose(page, "家庭监护还没有内容")
    page.do("add_plan_item")
    page.do("offer_samples")
    number = next(n for n, r in enumerate(page.rows("可选的措施")) if "志愿者每周" in r)
    for _ in range(number):
        page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Return)
    page.window.activateWindow()
    page.named("措施").setFocus()
    assert "年老体弱" in page.reads("问题")
    page.pick("责任人", "村（社区）干部 皮*香")
    page.press(Qt.Key.Key_Return)
    assert page.holder().accessibleName() == LINES
    new = lines(bench, case)[-1]
    assert (new.area, new.responsible) == (PlanArea.GUARDIANSHIP, "皮桂香")
    assert new.measure.startswith("志愿者每周")


def test_the_next_line_is_begun_from_the_one_being_written(bench, case, page):
    choose(page, "规律服药")
    page.press(Qt.Key.Key_F2)
    type_anew(page, "目标", "两个月内规律服药")
    page.do("add_plan_item")
    assert "两个月内规律服药" in "".join(page.rows(LINES))
    assert (page.reads("目标"), page.holder().accessibleName()) == ("", "问题")
    for name, words in (("问题", "取药路远"), ("目标", "每月有药"), ("措施", "村医送药")):
        page.write(name, words)
    page.press(Qt.Key.Key_Return)
    assert lines(bench, case)[-1].area is PlanArea.MEDICATION


def test_going_to_another_row_saves_what_was_typed(bench, case, page):
    choose(page, "规律服药")
    page.press(Qt.Key.Key_F2)
    type_anew(page, "目标", "两个月内规律服药")
    page.open_row(LINES, 0)
    assert "两个月内规律服药" in [line.goal for line in lines(bench, case)]
    assert "两个月内规律服药" in "".join(page.rows(LINES))


def test_what_is_typed_is_there_again_after_the_window_was_closed(qtbot, bench, case, draft, page):
    choose(page, "规律服药")
    page.press(Qt.Key.Key_F2)
    type_anew(page, "目标", "一年内不复发")
    page.waits_until(lambda: read_draft(bench, "plan", f"plan/{draft}") is not None)
    again = opened(Screen(qtbot, MainWindow(bench)))
    assert again.reads("目标") == "一年内不复发"
    assert "已经恢复" in again.words()
    again.press(Qt.Key.Key_Return)
    assert "一年内不复发" in [line.goal for line in lines(bench, case)]
    assert "已经恢复" not in again.words()


def test_an_open_row_is_left_alone_when_something_else_is_written(bench, team, draft, page):
    choose(page, "规律服药")
    page.press(Qt.Key.Key_F2)
    type_anew(page, "目标", "写到一半")
    write_annotation(psychiatrist(bench), "plan", draft, text=WORDS)
    page.settle()
    assert page.reads("目标") == "写到一半"
    page.press(Qt.Key.Key_Return)
    page.waits_for(WORDS)


def test_a_line_of_this_version_goes_at_once_and_comes_back(bench, case, page):
    before = lines(bench, case)
    choose(page, "规律服药")
    page.press(Qt.Key.Key_Delete)
    assert len(lines(bench, case)) == 1
    assert "按Ctrl+Z恢复" in page.window.desk.toast.words()
    page.press(Qt.Key.Key_Z, CONTROL)
    assert [replace(line, key=0) for line in lines(bench, case)] == [
        replace(line, key=0) for line in before
    ]
    assert not page.can("restore_plan_item")


def test_a_line_of_an_earlier_version_goes_with_a_reason(bench, case, confirmed, screen):
    page = opened(screen)
    page.do("draw_up_plan")
    choose(page, "规律服药")
    page.do("remove_plan_item")
    page.write("为什么撤掉", "已能自己服药")
    page.click("撤掉")
    assert len(lines(bench, case)) == 1
    gone = next(row for row in page.rows(LINES) if row.startswith("已撤"))
    assert "已能自己服药" in gone
    assert "与第1次相比：已撤1" in page.words()


def test_a_change_is_marked_with_what_stood_before_and_why(bench, case, confirmed, screen):
    page = opened(screen)
    page.do("draw_up_plan")
    choose(page, "规律服药")
    page.press(Qt.Key.Key_F2)
    type_anew(page, "措施", "村医每周送药")
    page.write("修改理由", "母亲住院")
    page.press(Qt.Key.Key_Return)
    changed = next(row for row in page.rows(LINES) if row.startswith("有改动"))
    assert "措施原为“每周联合走访一次”" in changed
    assert "母亲住院" in changed
    page.do("compare_plan")
    assert page.holder().accessibleName() == "与哪一次对比"


def test_what_is_said_as_a_whole_and_why_nothing_answers_a_criterion(bench, case, draft, screen):
    review_criteria(bench, case, Assessed(TODAY, TWO_MET))
    page = opened(screen)
    assert sum("没有对应的措施" in row for row in page.rows(LINES)) == 2
    for row, name, words in (
        ("优势和潜能", "优势和潜能", "会修农机"),
        ("危险性评估1—2级", "危险性评估1—2级", "由每周走访覆盖"),
    ):
        choose(page, row)
        page.press(Qt.Key.Key_Return)
        page.write(name, words)
        page.press(Qt.Key.Key_Return)
    found = read_plan(bench, draft)
    assert found.strengths == "会修农机"
    assert found.reasons == ((Criterion.LOW_LEVEL, "由每周走访覆盖"),)
    assert sum("没有对应的措施" in row for row in page.rows(LINES)) == 1


def test_a_plan_stays_a_draft_until_a_meeting_is_in_session(bench, case, page):
    page.do("confirm_plan")
    assert "现在没有正在开的会议" in page.words()
    assert "草稿" in page.words()
    page.dialog().close()
    assert list_plans(bench, case)[0].confirmed_on is None


def test_the_meeting_confirms_a_plan_and_progress_is_written_in_its_rows(
    bench, case, draft, meeting, screen
):
    page = opened(screen)
    page.do("confirm_plan")
    page.dialog().verb.click()
    page.settle()
    assert list_plans(bench, case)[0].meeting_id == meeting.id
    page.window.activateWindow()
    choose(page, "规律服药")
    page.press(Qt.Key.Key_Return)
    page.pick("状态", "已达到")
    page.write("完成情况", "三个月无漏服")
    page.press(Qt.Key.Key_Return)
    states = {row.line.goal: row.state for row in read_plan(bench, draft).items}
    assert states["规律服药"] is ItemState.REACHED
    page.press(Qt.Key.Key_End)
    page.press(Qt.Key.Key_Return)
    assert "修改请写在下一次计划里" in page.window.desk.toast.words()


def test_the_page_fits_a_small_screen_and_names_its_controls(bench, draft, page):
    write_annotation(psychiatrist(bench), "plan", draft, text=WORDS)
    page.settle()
    assert not {name for name in NAMES if name in page.words()}
    assert set(re.findall(r"[A-Za-z]+", page.words())) <= LATIN | {"Del"}
    for scale in (100, 150):
        theme().show(Mode.LIGHT, scale)
        page.window.resize(940, 470)
        page.settle()
        assert page.window.minimumSizeHint().width() <= 940
        assert page.window.minimumSizeHint().height() <= 470
        assert (page.window.width(), page.window.height()) == (940, 470)
    choose(page, "规律服药")
    page.press(Qt.Key.Key_F2)
    for control in page.controls():
        if (
            not control.objectName().startswith("qt_")
            and control.parent().accessibleName() != LINES
        ):
            assert spoken_name(control), control
    page.press(Qt.Key.Key_Return)
    assert WORDS not in page.words()
    page.press(Qt.Key.Key_F6)
    assert WORDS in page.words()
    page.press(Qt.Key.Key_F6)
    assert WORDS not in page.words()
