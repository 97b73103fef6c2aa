"""Remarks beside a plan: level with what they speak about, written, adopted, declined."""

import pytest
from PySide6.QtCore import Qt

from data.casework_codes import PlanArea
from tests.builders import CASES
from tests.ui.plan_pages import a_draft, choose, lines, opened
from tests.ui.screens import Screen
from tests.workbench.casework import psychiatrist
from ui.main_window import MainWindow
from workbench.annotations import list_annotations, write_annotation
from workbench.plan_reading import read_plan

NAME, _ = CASES["GA0101"]
WORDS = "建议评估长效针剂，先查肝功能"


@pytest.fixture
def case(team):
    return team.cases["GA0101"]


@pytest.fixture
def draft(bench, team):
    return a_draft(bench, team)


def test_remarks_stand_level_with_the_area_they_speak_about(bench, team, case, draft, screen):
    doctor = psychiatrist(bench)
    item = next(r for r in read_plan(bench, draft).items if r.line.area is PlanArea.MEDICATION)
    write_annotation(doctor, "plan_item", item.id, text=WORDS)
    write_annotation(doctor, "plan", draft, text="药物管理：请村医送药")
    page = opened(screen)
    assert "2条待处理" in page.words()
    cards = [n for n in page.words().splitlines() if n.startswith("批注") and "药物管理：" in n]
    upper, lower = (page.named(card) for card in sorted(cards))
    assert upper.geometry().bottom() < lower.geometry().top()
    page.press(Qt.Key.Key_F6)
    assert page.holder() is upper
    page.press(Qt.Key.Key_Down)
    assert page.holder() is lower
    page.do("decline_annotation")
    page.write("不采纳的理由", "村医本月休假")
    page.click("不采纳")
    states = [row.state for row in list_annotations(bench, team.patients["GA0101"])]
    assert states == ["待处理", "不采纳"]
    assert "1条待处理" in page.words()
    page.do("filter_annotations")
    page.waits_for("不采纳：村医本月休假")


def test_a_remark_becomes_a_line_in_the_area_it_speaks_about(bench, case, draft, screen):
    write_annotation(psychiatrist(bench), "plan", draft, text="心理干预：每两周谈一次")
    page = opened(screen)
    page.do("adopt_as_plan_item")
    assert page.named("领域").value() == PlanArea.PSYCHOLOGY.value
    assert page.reads("措施") == "每两周谈一次"
    page.write("问题", "病耻感")
    page.write("目标", "愿意见人")
    page.dialog().verb.click()
    page.settle()
    assert lines(bench, case)[-1].measure == "每两周谈一次"


def test_the_psychiatrist_remarks_on_a_line_and_changes_none(qtbot, bench, team, draft):
    page = opened(Screen(qtbot, MainWindow(psychiatrist(bench))))
    for step in ("add_plan_item", "remove_plan_item", "confirm_plan", "adopt_as_task"):
        assert not page.can(step)
    choose(page, "规律服药")
    page.press(Qt.Key.Key_F2)
    assert "可以写批注" in page.window.desk.toast.words()
    page.do("write_annotation")
    page.write("批注", WORDS)
    page.dialog().verb.click()
    page.settle()
    (row,) = list_annotations(bench, team.patients["GA0101"])
    assert (row.subject, row.text) == ("plan_item", WORDS)
    assert "1条待处理" in page.words()


def test_what_waits_for_the_psychiatrist_is_one_list_that_leads_to_the_plan(draft, screen):
    screen.do("go_today")
    number = next(n for n, r in enumerate(screen.rows("需要您处理")) if "等精神科医师看" in r)
    screen.open_row("需要您处理", number)
    rows = screen.rows("等精神科医师看的个案")
    assert NAME not in screen.words()
    screen.open_row("等精神科医师看的个案", next(n for n, r in enumerate(rows) if "GA0101" in r))
    screen.waits_for("干预计划 第1次")
    assert NAME in screen.words()  # who writes about somebody sees the name
