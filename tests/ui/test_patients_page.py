"""The register on the screen: finding somebody, seeing how they are, and not seeing too much."""

import re
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from data.codes import AccountKind, RiskLevel, VisitForm
from tests.builders import a_closed_meeting, at_bench
from tests.ui.register_pages import LIST, PERSON, SEARCH, a_person, audited, choose
from tests.ui.screens import Screen, spoken_name
from tests.workbench.register import GUARDIAN
from ui.main_window import MainWindow
from workbench.register import list_patients, read_patient
from workbench.visits import record_visit


@pytest.fixture
def patient(bench, team):
    return a_person(bench)


@pytest.fixture
def register(patient, screen):
    """The window on the register."""
    screen.do("go_patients")
    return screen


def test_an_empty_register_says_how_to_begin(screen):
    screen.do("go_patients")
    assert "还没有患者" in screen.words()
    assert screen.can("register_patient")
    assert not screen.can("export_patients")
    assert not screen.can("unmask")


def test_everybody_is_listed_without_the_full_name(register):
    rows = register.rows(LIST)
    assert len(rows) == 4
    row = next(row for row in rows if row.startswith("丘*迟"))
    assert "男46岁" in row
    assert "梧桐村3组" in row
    for secret in (PERSON.name, PERSON.id_number, PERSON.phone, GUARDIAN.name):
        assert secret not in register.words()


def test_a_level_is_a_number_with_its_word_and_the_highest_come_first(bench, team, register):
    for number, level in (("GA0103", RiskLevel.ARMED), ("GA0101", RiskLevel.VERBAL)):
        day = date(2026, 11, 20)
        record_visit(bench, team.patients[number], visited_on=day, form=VisitForm.HOME, level=level)
    register.settle()
    first = register.rows(LIST)[0]
    assert "5级" in first
    assert "GA0103" in first
    assert "末访11-20" in first


@pytest.mark.parametrize("typed", ["小迟", "丘迟", PERSON.id_number[-4:], PERSON.phone[-5:]])
def test_a_few_signs_find_a_person(register, typed):
    register.write(SEARCH, typed)
    assert [row[:3] for row in register.rows(LIST)] == ["丘*迟"]


def test_a_case_number_is_found_while_the_input_method_still_composes(register):
    QApplication.sendEvent(register.named(SEARCH), QInputMethodEvent("ga'0102", []))
    register.settle()
    assert [row[:4] for row in register.rows(LIST)] == ["欧阳**"]


def test_letters_find_somebody_while_the_input_method_composes_and_enter_opens_the_first(
    bench, team, register
):
    a_closed_meeting(bench, team)
    register.settle()
    choose(register, "丘*迟")
    search = register.named(SEARCH)
    search.setFocus()
    QApplication.sendEvent(search, QInputMethodEvent("ou'yang", []))
    register.settle()
    assert [row[:4] for row in register.rows(LIST)] == ["欧阳**"]
    QApplication.sendEvent(search, QInputMethodEvent())
    QTest.keyClicks(search, "qiu")
    register.settle()
    # The one with an open case leads, though the other one was selected.
    assert [row[:3] for row in register.rows(LIST)] == ["仇*满", "丘*迟"]
    register.press(Qt.Key.Key_Return)
    assert "仇小满" in register.words()


def test_from_the_search_one_goes_down_to_the_list_and_esc_empties_it(register):
    search = register.named(SEARCH)
    search.setFocus()
    QTest.keyClicks(search, "qxc")
    register.settle()
    register.press(Qt.Key.Key_Return)  # has no case, so is selected
    assert register.holder().accessibleName() == LIST
    search.setFocus()
    register.press(Qt.Key.Key_Down)
    assert register.holder().accessibleName() == LIST
    search.setFocus()
    register.press(Qt.Key.Key_Escape)
    assert search.text() == ""
    assert len(register.rows(LIST)) == 4


def test_nobody_found_is_said_and_the_whole_list_comes_back(register):
    register.write(SEARCH, "没有这个人")
    assert "没有符合条件的患者" in register.words()
    assert not register.can("unmask")
    register.named(SEARCH).clear()
    register.settle()
    assert len(register.rows(LIST)) == 4


def test_filters_show_who_is_meant_and_how_many(register):
    register.click("在管个案")
    assert len(register.rows(LIST)) == 3
    register.click("资料不全")
    assert len(register.rows(LIST)) == 4
    register.click("失访")
    assert register.rows(LIST) == []
    assert register.named("在管个案").accessibleDescription() == "3人"


def test_the_list_is_put_in_another_order(register):
    register.pick("排列", "按个案编号")
    numbers = [re.search(r"GA\d+|未入组", row)[0] for row in register.rows(LIST)]
    assert numbers == ["GA0101", "GA0102", "GA0103", "未入组"]


def test_the_list_is_narrowed_the_way_is_kept_and_chosen_again(register):
    everybody = register.rows(LIST)
    register.click("在管个案")
    register.pick("常用筛选", "缩小范围…")
    register.pick("危险性等级", "3级及以上")
    register.pick("村组", "梧桐村3组")
    register.write("存成常用筛选", "梧桐村三级以上")
    register.dialog().verb.click()
    register.settle()
    (only,) = register.rows(LIST)
    assert "GA0101" in only
    assert register.named("常用筛选").currentText() == "梧桐村三级以上"
    register.pick("常用筛选", "不另缩小范围")
    register.click("全部")
    assert register.rows(LIST) == everybody
    register.pick("常用筛选", "梧桐村三级以上")
    assert register.rows(LIST) == [only]
    register.do("drop_view")
    register.dialog().verb.click()
    register.settle()
    assert register.named("常用筛选").currentText() == "已缩小范围"
    assert register.rows(LIST) == [only]


def test_the_sheet_tells_what_is_known_without_names(register):
    choose(register, "丘*迟")
    words = register.words()
    for said in ("双相情感障碍", "石*田·父亲", "同意", "缺危险性等级", "未入组", "990***"):
        assert said in words


def test_names_are_shown_on_purpose_kept_in_the_audit_and_hidden_again(bench, patient, register):
    choose(register, "丘*迟")
    register.do("unmask")
    assert "丘小迟" in register.words()
    assert PERSON.phone in register.words()
    assert audited(bench, "unmask") == [{"patient": patient}]
    register.do("unmask")
    assert "丘小迟" not in register.words()
    assert len(audited(bench, "unmask")) == 1


def test_names_do_not_outlast_the_page_or_the_person(register):
    choose(register, "丘*迟")
    register.do("unmask")
    choose(register, "GA0101")
    choose(register, "丘*迟")
    assert "丘小迟" not in register.words()
    register.do("unmask")
    register.do("go_meetings")
    register.do("go_patients")
    assert "丘小迟" not in register.words()


def test_a_reader_is_told_why_names_stay_hidden(qtbot, bench, patient):
    reader = at_bench(bench.store, bench.now, kind=AccountKind.READER, administers=False)
    screen = Screen(qtbot, MainWindow(reader))
    screen.do("go_patients")
    screen.do("unmask")
    assert screen.dialog() is not None
    screen.dialog().close()
    assert "丘小迟" not in screen.words()


def test_a_person_is_registered_and_stands_selected(bench, register):
    register.do("register_patient")
    register.write("姓名", "仉清欢")
    register.click("女")
    register.write("村组", "柳溪村1组")
    register.dialog().verb.click()
    register.settle()
    assert register.dialog() is None
    assert "仉*欢" in [row.masked for row in list_patients(bench)]
    assert register.window.desk.patients.selected().masked == "仉*欢"


def test_registering_without_a_sex_is_refused_in_place(register):
    register.do("register_patient")
    register.write("姓名", "仉清欢")
    register.dialog().verb.click()
    assert "还没有填写“性别”" in register.words()
    register.dialog().close()


def test_somebody_like_a_known_person_is_registered_once_it_was_checked(bench, register):
    register.do("register_patient")
    register.write("姓名", "丘小迟")
    register.click("男")
    register.day("出生日期", PERSON.born_on)
    register.dialog().verb.click()
    register.settle()
    assert "同名同出生日期" in register.words()
    register.dialog().verb.click()
    register.settle()
    assert len(list_patients(bench)) == 5


def test_a_correction_keeps_its_reason_and_what_was_not_asked(bench, patient, register):
    choose(register, "丘*迟")
    register.do("correct_patient")
    assert register.reads("姓名") == "丘小迟"
    register.named("村组").clear()
    register.write("村组", "柳溪村1组")
    register.dialog().verb.click()
    register.settle()
    assert "还没有填写“更正理由”" in register.words()
    register.write("更正理由", "抄录时写错")
    register.dialog().verb.click()
    register.settle()
    assert read_patient(bench, patient).particulars == replace(PERSON, village="柳溪村1组")
    assert "柳溪村1组" in register.words()


def test_a_case_is_opened_from_the_list_and_who_has_none_has_nothing_to_open(bench, team, register):
    a_closed_meeting(bench, team)
    register.settle()
    choose(register, "丘*迟")
    assert not register.can("open_selected_case")
    choose(register, "GA0102")
    register.named(LIST).setFocus()
    register.press(Qt.Key.Key_Return)
    assert "欧阳" in register.words()
    assert not register.shows(LIST)


@pytest.mark.parametrize(
    "name",
    ["register_patient", "correct_patient", "export_patients", "narrow_register", "drop_view"],
)
def test_its_dialogs_fit_a_small_screen_and_name_their_controls(register, name):
    register.do(name)
    dialog = register.dialog()
    assert dialog.minimumSizeHint().width() <= 940
    assert dialog.minimumSizeHint().height() <= 470
    fields = [w for w in register.controls() if dialog.isAncestorOf(w)]
    unnamed = [w for w in fields if not spoken_name(w) and not w.objectName().startswith("qt_")]
    assert unnamed == []
    dialog.close()


def test_the_page_is_worked_by_keyboard_alone_on_a_small_screen(qtbot, bench, patient):
    small = Screen(qtbot, MainWindow(bench), (940, 470))
    small.press(Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    assert small.holder().accessibleName() == SEARCH
    small.write(SEARCH, "小迟")
    small.press(Qt.Key.Key_F8)
    assert "丘小迟" in small.words()
    small.press(Qt.Key.Key_F8)
    assert "丘小迟" not in small.words()
    assert (small.window.width(), small.window.height()) == (940, 470)


def test_after_the_screen_was_locked_one_is_back_at_the_register(register):
    desk = register.window.desk
    place = desk.place()
    desk.go("meetings")
    desk.go_back_to(place)
    assert register.shows(LIST)
