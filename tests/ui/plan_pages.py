"""The page of a plan, opened and gone through as a person does."""

from __future__ import annotations

from PySide6.QtCore import Qt

from data.casework_codes import PlanArea
from tests.workbench.casework import a_line
from workbench.plan_items import add_plan_item
from workbench.plan_reading import list_plans, read_plan
from workbench.plans import draw_up_plan

CONTROL = Qt.KeyboardModifier.ControlModifier
LINES = "计划内容"


def a_draft(bench, team):
    """The first version of a case with two lines, not confirmed."""
    plan = draw_up_plan(bench, team.cases["GA0101"])
    add_plan_item(bench, plan, a_line(team))
    pills = a_line(team, area=PlanArea.MEDICATION, problem="间断服药", goal="规律服药")
    add_plan_item(bench, plan, pills)
    return plan


def opened(screen, number="GA0101"):
    """The plan of a case, by way of its page."""
    screen.settle()
    screen.do("find_case")
    screen.write("个案编号", number)
    screen.dialog().verb.click()
    screen.waits_for(f"{number}·")
    screen.window.activateWindow()
    screen.do("write_plan")
    screen.waits_for("干预计划")
    screen.settle()
    return screen


def lines(bench, case):
    """What the last version says, line by line."""
    return [row.line for row in read_plan(bench, list_plans(bench, case)[0].id).items]


def choose(screen, words):
    """Go down from the top to the row that says something."""
    screen.press(Qt.Key.Key_Home)
    rows = screen.rows(LINES)
    number = next(n for n, row in enumerate(rows) if words in row)
    for _ in range(number):
        screen.press(Qt.Key.Key_Down)
    return number


def type_anew(screen, name, words):
    screen.named(name).setFocus()
    screen.press(Qt.Key.Key_A, CONTROL)
    screen.write(name, words)
