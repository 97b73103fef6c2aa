"""Quick entries: chosen by a few letters, written by keyboard, corrected, ended, taken back."""

import re
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from data.codes import AccountKind, TeamKind
from data.visit_codes import DangerousAct
from tests.builders import at_bench
from tests.ui.entries import EXAMPLES, answer, confirm
from tests.ui.screens import Screen, spoken_name
from tests.ui.test_case_page import look_back, opened
from tests.ui.test_windows import LOW, WIDE
from tests.workbench.register import GUARDIAN, HAPPENED
from ui.dialogs.entries.kinds import KINDS
from ui.main_window import MainWindow
from ui.pages.timeline_view import TimelineView
from ui.theme import Mode, theme
from ui.widgets.inputs import LineBox
from ui.widgets.windows import ScrollColumn
from workbench.admissions import Stay, record_admission
from workbench.drafts import read_draft
from workbench.events import list_incidents, record_incident
from workbench.guardians import name_guardian
from workbench.medication import add_medication, list_medication
from workbench.rules.medication import MedicationEntry
from workbench.teams import add_team

LIST = "时间线列表"
ESC, RETURN = Qt.Key.Key_Escape, Qt.Key.Key_Return


@pytest.fixture
def page(team, bench, screen):
    """The timeline of a case, read as a list."""
    add_team(bench, name="梧桐村关爱帮扶小组", kind=TeamKind.VILLAGE, area="梧桐村")
    opened(screen)
    screen.do("show_timeline")
    screen.do("show_as_table")
    return screen


def begin(screen, kind):
    """Ctrl+N, the name of what one wants to write, Enter."""
    screen.do("write_entry")
    screen.write("记什么", kind)
    screen.press(RETURN)
    assert screen.dialog().windowTitle() == f"记一条：{kind}"


def written(screen, words):
    """Wait until a line of the timeline says so; return its place."""
    for _ in range(200):
        if any(words in row for row in screen.rows(LIST)):
            break
        screen.settle()
    else:
        pytest.fail(f"{words} stands nowhere among {screen.rows(LIST)}")
    return next(n for n, row in enumerate(screen.rows(LIST)) if words in row)


def test_every_kind_is_written_by_keyboard_and_stands_on_the_timeline(page):
    for example in EXAMPLES:
        begin(page, example.kind)
        answer(page, example.answers)
        confirm(page)
        assert page.dialog() is None, (example.kind, page.words()[-600:])
        toast = page.window.desk.toast.words()
        assert toast.startswith(f"已记录{example.kind}")
        assert not [name for name in ("石守", "皮桂香", "石䶮", "99010") if name in toast]
        written(page, example.found)
        if example.corrects:
            page.open_row(LIST, written(page, example.found))
            page.do("correct_record")
            answer(page, {**example.corrects, "更正理由": "抄写有误"})
            confirm(page)
            assert page.dialog() is None, (example.kind, page.words()[-600:])
            written(page, example.then)
    for example in EXAMPLES[::-1]:
        if example.withdrawn:
            words = example.then or example.found
            page.open_row(LIST, written(page, words))
            page.do("withdraw_record")
            page.write("撤回理由", "本来就没有")
            page.press(Qt.Key.Key_Tab)
            page.press(RETURN)
            page.waits_until(lambda w=words: not any(w in row for row in page.rows(LIST)))


def titles(screen):
    return [row.partition("，")[0] for row in screen.rows("可以记的内容")]


def test_a_kind_is_found_by_characters_by_first_letters_and_by_its_digit(page):
    page.do("write_entry")
    page.write("记什么", "zy")
    assert titles(page) == ["事件、警情", "住院"]
    page.press(Qt.Key.Key_Down)
    page.press(RETURN)
    assert page.dialog().windowTitle() == "记一条：住院"
    page.press(ESC)
    page.do("write_entry")
    page.write("记什么", "走失")
    assert titles(page) == ["事件、警情"]
    page.write("记什么", "的乙")
    assert "没有找到" in page.words()
    page.press(ESC)
    page.do("write_entry")
    page.press(Qt.Key.Key_9)
    assert page.dialog().windowTitle() == "记一条：知情同意"
    page.press(ESC)


def test_what_lasts_is_ended_from_its_mark_or_by_name(bench, team, page):
    patient = team.patients["GA0102"]
    add_medication(bench, patient, MedicationEntry(name="奥氮平", started_on=date(2026, 11, 2)))
    record_admission(bench, patient, Stay(date(2026, 11, 1), "云栖县二院"))
    name_guardian(bench, patient, GUARDIAN, from_on=date(2026, 11, 3))
    page.open_row(LIST, written(page, "用药“奥氮平”"))
    page.do("end_record")
    answer(page, {"停用原因": "换了别的药"})
    confirm(page)
    page.open_row(LIST, written(page, "停用为2026年11月25日，停用原因为换了别的药"))
    assert not page.can("end_record")
    begin(page, "出院")
    confirm(page)
    written(page, "2026-11-01住院，云栖县二院，2026-11-25出院，共25天")
    begin(page, "监护人情况变化")
    answer(page, {"电话": "99010009"})
    confirm(page)
    written(page, "2026-11-25监护人“石守田”：状态为在任")
    begin(page, "监护人不再担任")
    answer(page, {"情况": "已去世"})
    confirm(page)
    written(page, "监护人“石守田”：状态为已去世")
    begin(page, "停药")
    assert "没有在用的药" in page.words()
    confirm(page)
    assert "还没有填写“药品”" in page.words()
    page.press(ESC)


def test_what_was_half_typed_about_one_medicine_does_not_come_up_for_another(bench, team, page):
    patient = team.patients["GA0102"]
    for name in ("奥氮平", "氯氮平"):
        taken = MedicationEntry(name=name, started_on=date(2026, 11, 2))
        add_medication(bench, patient, taken)
    page.open_row(LIST, written(page, "用药“奥氮平”"))
    page.do("end_record")
    answer(page, {"停用原因": "换了别的药"})
    page.press(ESC)
    page.open_row(LIST, written(page, "用药“氯氮平”"))
    page.do("end_record")
    assert page.named("氯氮平").isChecked()
    assert page.reads("停用原因") == ""
    page.press(ESC)
    page.open_row(LIST, written(page, "用药“奥氮平”"))
    page.do("end_record")
    assert page.reads("停用原因") == "换了别的药"
    page.press(ESC)


def test_a_refusal_stands_in_the_dialog_with_the_caret_in_its_field(page):
    begin(page, "事件、警情")
    answer(page, {"发生日期": "后天"})
    confirm(page)
    assert "还没有填写“类型”" in page.words()
    assert page.holder() is page.named("类型")
    answer(page, {"类型": "肇事", "经过": "推倒摊位"})
    confirm(page)
    assert "2026年11月27日还没有到" in page.words()
    answer(page, {"发生日期": "上个月"})
    confirm(page)
    assert "“发生日期”里的“上个月”看不懂" in page.words()
    assert page.holder() is page.named("发生日期")
    page.press(ESC)
    begin(page, "服药")
    answer(page, {"药品通用名": "奥氮平", "起用日期": "2026-11-20", "停用日期": "11-2"})
    confirm(page)
    assert "停用日期早于起用日期" in page.words()
    assert page.holder() is page.named("停用日期")
    page.press(ESC)


def test_what_was_typed_and_left_with_esc_is_there_the_next_time(bench, team, page):
    begin(page, "事件、警情")
    answer(page, {"经过": "推倒摊位", "类型": "肇事", "公安处置": "批评教育"})
    page.press(ESC)
    assert page.dialog() is None
    page.do("write_entry")
    assert [row for row in page.rows("可以记的内容") if "没填完" in row] == [
        "事件、警情，打人毁物、自伤、走失等，没填完"
    ]
    page.press(ESC)
    begin(page, "事件、警情")
    assert "上次填到一半的内容还在这里" in page.words()
    assert page.reads("公安处置") == "批评教育"
    confirm(page)
    (row,) = list_incidents(bench, team.patients["GA0102"])
    assert (row.happened.words, row.happened.kind) == ("推倒摊位", DangerousAct.OFFENCE)
    assert row.happened.police_words == "批评教育"
    begin(page, "事件、警情")
    assert "上次填到一半" not in page.words()
    answer(page, {"经过": "又一次"})
    page.press(ESC)
    begin(page, "事件、警情")
    page.click("清空重填")
    assert page.reads("经过") == ""
    page.press(ESC)
    begin(page, "事件、警情")
    assert "上次填到一半" not in page.words()
    page.press(ESC)


def test_typing_is_kept_seconds_after_the_last_key(bench, team, page):
    begin(page, "事件、警情")
    answer(page, {"经过": "推倒摊位"})
    subject = f"patient/{team.patients['GA0102']}/incident"
    page.waits_until(lambda: read_draft(bench, "entry", subject) is not None)
    page.press(ESC)


def test_a_correction_needs_a_reason_and_keeps_what_it_does_not_ask(bench, team, page):
    patient = team.patients["GA0102"]
    taken = MedicationEntry(name="奥氮平", started_on=date(2026, 11, 2), evening="10mg")
    add_medication(bench, patient, taken)
    page.open_row(LIST, written(page, "用药“奥氮平”"))
    page.do("correct_record")
    answer(page, {"晚": "15mg"})
    confirm(page)
    assert "还没有填写“更正理由”" in page.words()
    assert page.holder() is page.named("更正理由")
    answer(page, {"更正理由": "抄错"})
    confirm(page)
    (row,) = list_medication(bench, patient)
    assert row.entry == replace(taken, evening="15mg")


def test_a_mark_in_the_picture_is_corrected_by_its_key_and_stays_chosen(bench, team, page):
    record_incident(bench, team.patients["GA0102"], HAPPENED)
    written(page, HAPPENED.words)
    page.do("show_as_table")
    page.press(Qt.Key.Key_Left)
    assert not page.can("correct_record")
    page.press(Qt.Key.Key_Up)  # from when the case began to the incident before it
    assert HAPPENED.words in page.holder().accessibleDescription()
    page.press(Qt.Key.Key_F2)
    answer(page, {"地点": "梧桐村桥头", "更正理由": "问清楚了"})
    confirm(page)
    page.waits_for("梧桐村桥头")
    assert page.can("correct_record")
    assert "梧桐村桥头" in page.named("时间线", TimelineView).accessibleDescription()


def test_nothing_is_corrected_while_another_day_is_looked_at(bench, team, page):
    record_incident(bench, team.patients["GA0102"], HAPPENED)
    page.open_row(LIST, written(page, HAPPENED.words))
    assert page.can("correct_record")
    assert page.can("withdraw_record")
    assert not page.can("end_record")
    look_back(page, date(2026, 11, 24))
    assert not page.can("correct_record")
    assert not page.can("write_entry")


def test_a_reader_is_refused_in_words(bench, team, qtbot):
    screen = Screen(qtbot, MainWindow(at_bench(bench.store, bench.now, kind=AccountKind.READER)))
    screen.do("go_patients")
    screen.do("write_entry")
    screen.press(Qt.Key.Key_9)
    assert "没有做这件事的权限" in screen.words()
    screen.press(ESC)


def test_every_dialog_fits_a_small_screen_and_names_its_controls_in_plain_words(page):
    page.window.resize(WIDE, LOW)
    theme().show(Mode.LIGHT, 150)
    for kind in KINDS:
        begin(page, kind.title)
        dialog = page.dialog()
        dialog.form.unfold()
        page.settle()
        assert dialog.minimumSizeHint().width() <= WIDE, kind.title
        assert dialog.minimumSizeHint().height() <= LOW, kind.title
        inside = [each for each in page.controls() if dialog.isAncestorOf(each)]
        assert not [each for each in inside if not spoken_name(each)], kind.title
        assert not set(re.findall(r"[A-Za-z]+", _labels(dialog))) - {"mg", "eq", "mL"}
        page.press(ESC)


def test_on_an_ordinary_screen_no_field_of_a_dialog_is_out_of_sight(page):
    """The duties of a guardian stood below the edge, with half of the screen left."""
    for kind in KINDS:
        begin(page, kind.title)
        dialog = page.dialog()
        scrolled = dialog.findChild(ScrollColumn).verticalScrollBar().maximum()
        assert scrolled == 0 or dialog.height() > page.window.height() - 60, kind.title
        page.press(ESC)


def _labels(dialog):
    """Whatever is written in a dialog apart from keys, numbers of cases and what one typed."""
    words = [label.text() for label in dialog.findChildren(QLabel)]
    words += [button.text() for button in dialog.findChildren(QAbstractButton)]
    hints = [line.placeholderText() for line in dialog.findChildren(LineBox)]
    return re.sub("GA[0-9]+|F20|mg×20片", "", "".join([*words, *hints]))
