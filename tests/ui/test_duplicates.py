"""Two records beside each other on the screen: compared on purpose, judged with a reason."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.ui.screens import spoken_name
from tests.workbench.register import FULL
from tests.workbench.test_unmasking import audited
from workbench.duplicates import Doubt
from workbench.patients import register_patient

PAIRS = "疑似重复的登记"
LIST = "患者列表"
WHO = replace(FULL, name="丘小迟")


@pytest.fixture
def pair(bench, team):
    again = replace(WHO, id_number=None, village="柳溪村1组", phone="")
    first = register_patient(bench, WHO)
    return first, register_patient(bench, again, accepted=[Doubt.SAME_PERSON])


@pytest.fixture
def comparing(pair, screen):
    screen.do("go_patients")
    screen.do("list_resemblances")
    return screen


def test_a_pair_is_masked_until_it_is_opened_and_differences_are_named(bench, pair, comparing):
    (row,) = comparing.rows(PAIRS)
    assert "姓名和出生日期相同，待核对" in row
    assert WHO.name not in comparing.words()
    assert not comparing.dialog().different.isEnabled()
    assert comparing.holder().accessibleName() == PAIRS
    comparing.press(Qt.Key.Key_Return)
    assert WHO.name in comparing.words()
    assert "现住村（社区）·不同" in comparing.words()
    assert "姓名·不同" not in comparing.words()
    described = comparing.named("两条登记逐项对照").accessibleDescription()
    assert "身份证号、" in described
    assert audited(bench, "compare_patients") == [{"patient": pair[0], "other": pair[1]}]
    comparing.dialog().close()


def test_one_is_kept_the_other_set_aside_and_brought_back(comparing):
    comparing.click("核对这一对")
    comparing.click("保留右边")
    assert "还没有填写“理由”" in comparing.words()
    comparing.write("理由", "本人到场核对")
    comparing.click("保留右边")
    assert "已核对：重复登记，保留丘*迟" in comparing.words()
    comparing.dialog().close()
    comparing.settle()
    assert len(comparing.rows(LIST)) == 4
    comparing.pick("常用筛选", "重复登记（已收起1条）")
    (aside,) = comparing.rows(LIST)
    assert "重复登记" in aside
    assert "梧桐村3组" in aside
    comparing.do("list_resemblances")
    comparing.write("理由", "弄错了")
    comparing.click("撤回结论")
    comparing.dialog().close()
    comparing.settle()
    assert len(comparing.rows(LIST)) == 5


def test_two_people_are_said_to_be_two(comparing):
    comparing.click("核对这一对")
    comparing.write("理由", "两个人，堂兄弟")
    comparing.click("不是同一人")
    assert "已核对：不是同一人。理由：两个人，堂兄弟。" in comparing.words()
    assert not comparing.dialog().first.isEnabled()
    comparing.dialog().close()


def test_it_fits_a_small_screen_and_names_its_controls(comparing):
    comparing.click("核对这一对")
    dialog = comparing.dialog()
    assert dialog.minimumSizeHint().width() <= 940
    assert dialog.minimumSizeHint().height() <= 470
    fields = [w for w in comparing.controls() if dialog.isAncestorOf(w)]
    unnamed = [w for w in fields if not spoken_name(w) and not w.objectName().startswith("qt_")]
    assert unnamed == []
    dialog.close()


def test_without_any_pair_that_is_said(screen, team):
    screen.do("go_patients")
    screen.do("list_resemblances")
    assert "没有疑似重复的登记" in screen.words()
    screen.dialog().close()
