"""The page of an intake: what the record says is offered, the conclusion follows, all is kept."""

import re
from functools import partial

import pytest
from PySide6.QtCore import Qt

from data.clinical_codes import Adherence, Criterion
from data.codes import AccountKind, RiskLevel
from tests.builders import a_planned_meeting, a_running_meeting, at_bench
from tests.ui.screens import Screen, spoken_name
from tests.ui.test_windows import LATIN, LOW, WIDE
from tests.workbench.casework import TODAY, a_patient
from tests.workbench.paperwork.test_months import visited
from ui.main_window import MainWindow
from workbench.drafts import read_draft
from workbench.intake_reading import list_intakes
from workbench.live import list_agenda

NAME = "丘迟"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WORDS = f"{Criterion.STRESS.label}：依据"


@pytest.fixture
def patient(bench, team):
    """Somebody of whom the record knows a level and how medicine is taken."""
    key = a_patient(bench, NAME)
    visited(bench, key, TODAY, level=RiskLevel.AT_HOME, adherence=Adherence.REGULAR)
    return key


def opened(screen, patient, name="write_intake"):
    screen.settle()
    screen.do("go_patients")
    screen.window.desk.patients.select(patient)
    screen.settle()
    screen.do(name)
    screen.waits_for("记录评估")
    screen.window.activateWindow()
    screen.settle()
    return screen


@pytest.fixture
def page(screen, patient):
    return opened(screen, patient)


def answer(page, criterion, words):
    """Say whether a criterion is met, by the arrows, and what shows it."""
    page.named(f"{criterion.label}：是否符合").begin()
    page.press(Qt.Key.Key_Left)
    page.press(Qt.Key.Key_Left)
    page.write(f"{criterion.label}：依据", words)


def test_an_intake_is_gone_through_by_keyboard_and_put_on_the_next_agenda(page, bench, team):
    planned = a_planned_meeting(bench, team)
    assert f"入组评估　{NAME}" in page.words()
    assert "结论：还不能下结论：高风险还差2条，病情不稳定还差1条" in page.words()
    assert "民警：目前物质滥用、公安列管重点" in page.words()
    assert page.holder().text() == "还不知道"
    page.press(Qt.Key.Key_F9)
    assert page.reads(f"{Criterion.LOW_LEVEL.label}：依据") == "危险性评估2级，属于1—2级。"
    page.press(Qt.Key.Key_F9)
    assert page.reads(f"{Criterion.ADHERENCE.label}：依据") == "规律服药。"
    answer(page, Criterion.STRESS, "11月丧子，多日不出门")
    assert "结论：符合高风险的标准；是否病情不稳定还不能确定" in page.words()
    assert "记录里有、还没有采用　危险性等级" in page.words()
    page.pick("建议个案管理员", "精防医师 穆*禾·3例")
    page.press(Qt.Key.Key_Return, CTRL)
    page.waits_for("还没有列入议程")
    (row,) = page.rows("以前的评估列表")
    assert "建议高风险" in row
    assert "7条还不知道" in row
    assert "精防医师穆青禾" in page.words()
    page.press(Qt.Key.Key_F7)
    page.waits_for("由会议决定是否入组")
    assert any(NAME[0] in str(item) for item in list_agenda(bench, planned.id))
    assert not page.can("propose_intake")


def test_nothing_is_filled_in_before_somebody_takes_it_over(page, bench, patient):
    assert list(dict.fromkeys(_answers(page))) == [None]
    assert "记录：符合。危险性评估2级" in page.words()
    page.press(Qt.Key.Key_F9, SHIFT)
    assert _answers(page).count(None) == 7
    assert _answers(page).count(True) == 1
    assert list_intakes(bench, patient) == []


def _answers(page):
    met = {True: True, False: False, "": None}
    return [met[page.named(f"{c.label}：是否符合").value()] for c in Criterion]


def test_what_somebody_typed_is_not_written_over_by_the_record(page):
    answer(page, Criterion.LOW_LEVEL, "邻居说他摔东西")
    assert "记录：符合。危险性评估2级" in page.words()
    page.press(Qt.Key.Key_F9)
    assert page.reads(f"{Criterion.LOW_LEVEL.label}：依据") == "邻居说他摔东西"
    assert "已经写了依据" in page.window.desk.toast.words()


def test_a_criterion_called_met_without_evidence_is_refused_and_the_caret_goes_there(page, bench):
    answer(page, Criterion.STRESS, "")
    page.press(Qt.Key.Key_Return, CTRL)
    assert "还没有写依据和日期" in page.words()
    assert page.holder().accessibleName() == WORDS


def test_what_was_typed_outlives_the_window(page, qtbot, bench, patient):
    answer(page, Criterion.STRESS, "11月丧子")
    page.pick("建议个案管理员", "精防医师 穆*禾·3例")
    page.write("理由和备注", "家属同意")
    draft = partial(read_draft, bench, "intake", f"patient/{patient}/new")
    page.waits_until(lambda: "家属同意" in str(draft()))
    page.window.close()
    again = opened(Screen(qtbot, MainWindow(bench)), patient)
    assert "已恢复上次没有记录的内容" in again.words()
    assert again.reads(WORDS) == "11月丧子"
    assert again.reads("理由和备注") == "家属同意"
    assert again.named("建议个案管理员").currentText() == "精防医师 穆*禾·3例"
    again.press(Qt.Key.Key_Return, CTRL)
    again.waits_for("没有建议入组")
    assert draft() is None


def test_an_earlier_one_is_corrected_and_withdrawn_with_a_reason(page, bench, patient):
    answer(page, Criterion.STRESS, "11月丧子")
    page.press(Qt.Key.Key_Return, CTRL)
    page.waits_for("还没有准备中的例会")
    assert not page.can("propose_intake")
    page.press(Qt.Key.Key_F2)
    assert "正在更正2026-11-25的评估" in page.words()
    answer(page, Criterion.ADHERENCE, "自行停药两周")
    page.press(Qt.Key.Key_Return, CTRL)
    page.write("更正理由", "漏写了停药")
    page.dialog().verb.click()
    page.waits_for("建议高风险")
    (found,) = list_intakes(bench, patient)
    assert [row.words for row in found.findings if row.met] == ["自行停药两周", "11月丧子"]
    page.do("withdraw_intake")
    page.write("撤回的理由", "评的是另一个人")
    page.dialog().verb.click()
    page.waits_for("还没有评估")
    assert list_intakes(bench, patient) == []


def test_whoever_is_in_a_case_is_reviewed(screen, bench, team):
    a_running_meeting(bench, team)
    page = opened(screen, team.patients["GA0102"])
    assert "复核入组标准" in page.words()
    assert not page.shows("建议个案管理员")
    page.press(Qt.Key.Key_F9)
    page.press(Qt.Key.Key_Return, CTRL)
    page.waits_for("这里的评估是复核")
    (found,) = list_intakes(bench, team.patients["GA0102"])
    assert found.review_of == team.cases["GA0102"]
    assert not page.can("propose_intake")


def test_whoever_may_only_read_is_told_so_and_sees_no_name(qtbot, bench, patient):
    reader = at_bench(bench.store, bench.now, kind=AccountKind.READER, administers=False)
    page = opened(Screen(qtbot, MainWindow(reader)), patient)
    assert "当前账户没有做这件事的权限" in page.words()
    assert NAME not in page.words()
    assert "结论：还不能下结论" in page.words()


def test_the_page_fits_a_small_screen_and_names_its_controls(page):
    page.window.resize(WIDE, LOW)
    page.settle()
    assert page.window.minimumSizeHint().width() <= WIDE
    assert page.window.minimumSizeHint().height() <= LOW
    assert (page.window.width(), page.window.height()) == (WIDE, LOW)
    nameless = [c for c in page.controls() if not spoken_name(c) and not _inside(c)]
    assert nameless == []
    assert set(re.findall(r"[A-Za-z]+", page.words())) <= LATIN


def _inside(control):
    return control.objectName().startswith("qt_")


def test_escape_leads_back_to_the_patients_without_the_name(page):
    assert page.window.desk.status.words().endswith("本页显示全名")
    page.press(Qt.Key.Key_Escape)
    assert page.shows("患者列表")
    assert NAME not in page.words()
