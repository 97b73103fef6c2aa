"""A visit on the screen: begun from last time, by few keys, with what changed in sight."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from data.clinical_codes import (
    Adherence,
    Insight,
    PhysicalIllness,
    SocialFunction,
    Symptoms,
)
from data.codes import RiskLevel, Stability, VisitForm
from data.visit_codes import (
    DangerousAct,
    DeathCause,
    HospitalStay,
    Locking,
    LostReason,
    PersonSeen,
    ReactionSeen,
    Symptom,
)
from tests.ui.screens import Screen
from ui.main_window import MainWindow
from ui.theme import Mode, theme
from workbench.drafts import read_draft, subject_of_visit
from workbench.events import Happened, record_incident
from workbench.medication import add_medication
from workbench.rules.medication import MedicationEntry
from workbench.rules.visit_answers import VisitAnswers
from workbench.visits import DRAFTS, list_visits, read_visit, record_visit

OCTOBER, TODAY = date(2026, 10, 20), date(2026, 11, 25)
WORDS, WHY = "随访情况", "更正理由"
CALM = VisitAnswers(
    seen=(PersonSeen.PATIENT,),
    symptoms=(),
    symptom_severity=Symptoms.GONE,
    insight=Insight.PARTIAL,
    self_care=SocialFunction.GOOD,
    housework=SocialFunction.GOOD,
    productive_work=SocialFunction.FAIR,
    learning=SocialFunction.FAIR,
    social_contact=SocialFunction.FAIR,
    physical_illness=PhysicalIllness.NONE,
    acts={DangerousAct.NONE: 0},
    locking=Locking.NEVER,
    hospital_stay=HospitalStay.NONE,
    adherence=Adherence.REGULAR,
    reaction=ReactionSeen.NONE,
    stability=Stability.BASICALLY_STABLE,
    doctor="穆青禾",
)
# Form, person seen and on, level, acts, locking, hospital, medicine, class: as last time.
UNCHANGED = (
    *(Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_7),
    *(Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2),
)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def patient(bench, team):
    """Somebody who was met in October, calm and taking the medicine."""
    key = team.patients["GA0103"]
    add_medication(
        bench, key, MedicationEntry(name="奥氮平", evening="10mg", started_on=date(2026, 3, 1))
    )
    record_visit(
        bench,
        key,
        visited_on=OCTOBER,
        form=VisitForm.HOME,
        level=RiskLevel.VERBAL,
        answers=CALM,
    )
    return key


def begin(screen, number="GA0103"):
    """Write about somebody, from the register."""
    screen.do("go_patients")
    rows = screen.rows("患者列表")
    screen.open_row("患者列表", next(n for n, row in enumerate(rows) if number in row))
    screen.do("write_visit")
    screen.waits_until(lambda: screen.shows("随访结果"))
    screen.settle()
    return screen


@pytest.fixture
def page(patient, screen):
    return begin(screen)


def last_visit(bench, patient):
    return read_visit(bench, list_visits(bench, patient)[0].id)


def answer(screen, keys):
    for key in keys:
        screen.press(key)


def test_an_unchanged_month_is_recorded_with_ten_keys(page, bench, patient):
    assert "还有8处必填" in page.words()
    answer(page, UNCHANGED)
    assert "必填的都填了" in page.words()
    page.press(Qt.Key.Key_Return, CONTROL)
    assert len(UNCHANGED) + 1 == 10
    read = last_visit(bench, patient)
    assert read.record.visited_on == TODAY
    assert read.record.level is RiskLevel.VERBAL
    assert read.record.answers == replace(CALM, next_visit_on=read.record.answers.next_visit_on)
    assert read.record.answers.next_visit_on == date(2026, 12, 25)
    assert page.window.desk.toast.words() == "已记录；下次随访最迟12月25日（周五）"
    assert page.shows("患者列表")


def test_last_time_stands_beside_what_has_to_be_looked_at(page):
    assert "上次随访 2026-10-20　家庭访视·1级·基本稳定" in page.words()
    assert "上次：家庭访视" in page.words()
    assert "上次：按医嘱规律用药" in page.words()
    assert page.shows("1级，上次的等级")
    assert "奥氮平　晚10mg" in page.words().replace("\u00a0", "")
    assert "有改动" not in page.words()
    assert page.holder().accessibleName() == "1 门诊"


def test_what_differs_from_last_time_is_marked_and_explained(page):
    page.click("3 缺失")
    assert "有改动" in page.words()
    assert "上次：不全" in page.words()
    page.click("2 不全")
    assert "有改动" not in page.words()
    page.click("3级")
    assert "上次：1级" in page.words()
    assert "明显打砸行为" in page.words()


def test_symptoms_are_ticked_by_digits_and_an_answer_can_be_taken_back(page, bench, patient):
    answer(page, UNCHANGED)
    page.named("1 幻觉").setFocus()
    answer(page, [Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_8, Qt.Key.Key_3])
    assert "有改动" in page.words()
    assert "上次：无" in page.words()
    page.named("1 完全").setFocus()
    page.press(Qt.Key.Key_Delete)
    page.press(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert page.holder().accessibleName() == WORDS
    page.do("record_visit")
    answers = last_visit(bench, patient).record.answers
    assert answers.symptoms == (Symptom.HALLUCINATION, Symptom.DESPAIR)
    assert answers.insight is None


def test_the_class_is_suggested_with_its_reasons_and_another_one_explained(page, bench, patient):
    answer(page, UNCHANGED[:3])
    page.press(Qt.Key.Key_3)
    assert "建议不稳定：危险性评估3级。" in page.words()
    assert "严重精神障碍患者管理服务规范" in page.words()
    assert "最迟12月9日（周三）" in page.words()
    answer(page, UNCHANGED[4:])
    assert "还有1处必填" in page.words()
    page.do("record_visit")
    assert "请写明理由" in page.words()
    assert page.holder().accessibleName() == "分类理由"
    page.write("分类理由", "近两周已明显好转")
    page.do("record_visit")
    read = last_visit(bench, patient)
    assert read.suggested is Stability.UNSTABLE
    assert read.record.answers.stability is Stability.BASICALLY_STABLE


def test_what_is_missing_is_said_and_the_caret_goes_there(page, bench, patient):
    answer(page, UNCHANGED[:3])
    page.do("record_visit")
    assert "还有6处必填没有填：危险性等级、危险行为" in page.words()
    assert page.holder().accessibleName() == "0级"
    assert len(list_visits(bench, patient)) == 1
    page.do("record_unanswered")
    assert last_visit(bench, patient).record.level is None
    assert len(list_visits(bench, patient)) == 2


def test_nothing_is_recorded_without_saying_how_one_visited(page, bench, patient):
    page.do("record_unanswered")
    assert "随访形式" in page.words()
    assert page.holder().accessibleName() == "1 门诊"
    assert len(list_visits(bench, patient)) == 1


def test_acts_are_counted_and_none_excludes_the_others(page, bench, patient):
    answer(page, UNCHANGED[:4])
    answer(page, [Qt.Key.Key_7, Qt.Key.Key_F4])
    page.click("2 肇事")
    page.named("肇事次数").setValue(3)
    page.click("5 自伤")
    page.settle()
    assert "上次：无" in page.words()
    page.do("record_visit")
    answer(page, UNCHANGED[5:])
    page.do("record_visit")
    assert page.holder().accessibleName() == "评级理由"
    page.write("评级理由", "派出所已处置")
    page.do("record_visit")
    acts = last_visit(bench, patient).record.answers.acts
    assert acts == {DangerousAct.OFFENCE: 3, DangerousAct.SELF_HARM: 1}


def test_a_visit_that_met_nobody_asks_little(page, bench, patient):
    page.click("2 没有访到")
    assert not page.shows("目前症状")
    assert "还有2处必填" in page.words()
    answer(page, [Qt.Key.Key_F4, Qt.Key.Key_3, Qt.Key.Key_5])
    assert page.holder().accessibleName() == "写明原因"
    page.do("record_visit")
    assert "请写明" in page.words()
    page.write("写明原因", "拒访")
    page.do("record_visit")
    read = last_visit(bench, patient)
    assert read.record.answers.lost_reason is LostReason.OTHER
    assert read.record.answers.lost_other == "拒访"
    assert read.record.answers.symptoms is None
    assert page.window.desk.toast.words() == "已记录：这次没有访到"


def test_a_death_is_recorded_with_day_and_cause(page, bench, patient):
    page.click("3 患者已死亡")
    page.click("3 电话")
    page.day("死亡日期", date(2026, 11, 10))
    page.click("4 意外")
    page.do("record_visit")
    record = last_visit(bench, patient).record
    assert record.answers.died_on == date(2026, 11, 10)
    assert record.answers.death_cause is DeathCause.ACCIDENT
    assert record.level is None


def test_a_draft_survives_closing_the_window(page, bench, patient, qtbot):
    answer(page, UNCHANGED[:4])
    page.write(WORDS, "母亲说近来睡得好")
    page.window.close()
    again = begin(Screen(qtbot, MainWindow(bench)))
    assert "已恢复今天 14:30写到一半的内容。" in again.words()
    assert again.reads(WORDS) == "母亲说近来睡得好"
    assert "还有5处必填" in again.words()
    again.click("不要了，重新填")
    assert again.reads(WORDS) == ""
    assert "还有8处必填" in again.words()
    assert len(list_visits(bench, patient)) == 1


def test_what_is_typed_is_kept_as_soon_as_the_field_is_left(page, bench, patient):
    page.write(WORDS, "母亲说近来睡得好")
    page.press(Qt.Key.Key_Tab)
    draft = read_draft(bench, DRAFTS, subject_of_visit(patient))
    assert draft is not None
    assert draft["words"] == "母亲说近来睡得好"


def test_what_is_kept_while_typing_stays_under_the_composing_input_method(page, bench, patient):
    page.write(WORDS, "夜里")
    QApplication.sendEvent(page.named(WORDS), QInputMethodEvent("shui'mian", []))
    happened = Happened(TODAY, DangerousAct.OFFENCE, "在集市掀翻货摊")
    record_incident(bench, patient, happened)
    record_visit(bench, patient, visited_on=date(2026, 11, 1), form=VisitForm.PHONE)
    page.settle()
    assert page.reads(WORDS) == "夜里"
    assert page.named(WORDS).textCursor().position() == 2
    assert "上次随访 2026-11-01" in page.words()


def test_what_is_really_taken_is_written_after_what_is_prescribed(page, bench, patient):
    page.write(WORDS, "母亲说近来睡得好")
    page.click("写实际服法")
    expected = "母亲说近来睡得好\n奥氮平　晚10mg，实际服用："
    assert page.reads(WORDS) == expected
    assert page.holder().accessibleName() == WORDS
    page.write(WORDS, "隔日一次")
    answer(page, [Qt.Key.Key_F4, *UNCHANGED])
    page.do("record_visit")
    assert last_visit(bench, patient).record.words == f"{expected}隔日一次"


def test_what_happened_since_is_brought_along(patient, bench, screen):
    happened = Happened(date(2026, 11, 14), DangerousAct.OFFENCE, "在集市掀翻货摊")
    record_incident(bench, patient, happened)
    begin(screen)
    assert "上次随访以来的变化" in screen.words()
    assert "在集市掀翻货摊" in screen.words()


def test_a_recorded_visit_is_corrected_with_its_reason(page, bench, patient):
    page.write(WORDS, "本月还没写完")
    page.press(Qt.Key.Key_F2)
    assert "2026-10-20，家庭访视·基本稳定，1级，穆青禾" in page.words()
    page.click("更正这次")
    page.window.activateWindow()
    page.settle()
    assert "更正2026-10-20的随访" in page.words()
    page.click("2 间断用药")
    page.do("record_visit")
    assert "还没有填写“更正理由”" in page.words()
    assert page.holder().accessibleName() == WHY
    page.write(WHY, "药盒清点有误")
    page.do("record_visit")
    read = last_visit(bench, patient)
    assert (read.revision, read.why) == (2, "药盒清点有误")
    assert read.record.answers == replace(CALM, adherence=Adherence.INTERMITTENT)
    begin(page)
    assert page.reads(WORDS) == "本月还没写完"


def test_a_visit_is_taken_back_with_its_reason(page, bench, patient):
    page.do("list_visits")
    page.click("撤回这次…")
    page.write("撤回的理由", "登记到了别人名下")
    page.click("撤回")
    assert list_visits(bench, patient) == []
    assert "第一次随访" in page.words()


def test_the_sheet_of_the_visit_can_be_looked_at(page):
    assert page.can("preview_document")
    page.do("preview_document")
    page.waits_for("随访服务记录表（空白表）")


@pytest.mark.parametrize("scale", [100, 150])
def test_every_question_is_in_reach_on_a_small_screen(page, scale):
    theme().show(Mode.LIGHT, scale)
    assert page.window.minimumSizeHint().width() <= 940 * scale // 100
    page.window.resize(940, 470)
    page.settle()
    first = page.holder()
    seen = []
    for _ in range(80):
        page.press(Qt.Key.Key_Tab)
        seen.append(page.holder().accessibleName())
        if page.holder() is first:
            break
    order = ["0级", "1 轻度滋事", "1 按医嘱规律用药", "1 不稳定", WORDS, "下一处必填", "记录"]
    assert [name for name in seen if name in order] == order
