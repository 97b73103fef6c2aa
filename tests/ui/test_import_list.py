"""Bringing a list in: nothing is written before it was seen, and all of it can be taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.screens import spoken_name
from tests.workbench.imports.sheets import HEADER, MEMBER_HEADER, id_number, workbook
from workbench.patients import Particulars, register_patient
from workbench.register import list_patients
from workbench.screen import Sex
from workbench.teams import list_members

ROWS = "名单各行"
NEW = ["仉清欢", id_number("19910101", 2), "女", "1991-01-01", "柳溪村", "双相障碍"]
KNOWN = ["石䶮", None, "男", "1980-02-29", "梧桐村4组", "精神分裂症"]
BAD = ["丘迟", "990101198002290000", "男", "1980-02-29", "柳溪村", ""]


@pytest.fixture
def importing(screen, team, tmp_path):
    """The dialog on a list of three: one new, one known by name and birth date, one wrong."""
    path = workbook(tmp_path / "名册.xlsx", HEADER, NEW, KNOWN, BAD)
    screen.do("apply_import")
    screen.dialog().read_file(path)
    screen.waits_for("1行有问题")
    return screen


def import_rest(screen):
    screen.named("有问题的行先不导入，只导入其余的").click()
    screen.settle()
    screen.click("导入2人")


def test_every_row_says_what_would_become_of_it_and_names_nobody(importing):
    new, known, bad = importing.rows(ROWS)
    assert new.startswith("第2行，仉*欢，新增；没有以990101开头的地区码")
    assert known.startswith("第3行，石*，按姓名和出生日期对上，请核对是同一人")
    assert "村组 梧桐村3组 → 梧桐村4组" in known
    assert bad.startswith("第4行，不能导入，身份证号不对")
    assert not [name for name in ("仉清欢", "石䶮", "丘迟") if name in importing.words()]
    importing.click("有问题")
    assert importing.rows(ROWS) == [bad]
    importing.dialog().close()


def test_rows_with_problems_stay_out_once_somebody_says_so(bench, importing):
    before = len(list_patients(bench))
    assert not importing.dialog().verb.isEnabled()
    import_rest(importing)
    importing.waits_for("已导入：新增1人，更新1人")
    assert len(list_patients(bench)) == before + 1
    assert {row.village for row in list_patients(bench)} == {"梧桐村3组", "梧桐村4组", "柳溪村"}


def test_an_import_is_taken_back_as_a_whole(bench, importing):
    import_rest(importing)
    importing.waits_until(lambda: importing.dialog() is None)
    importing.do("undo_import")
    assert "新增1人，更新1人" in importing.named("哪一次导入").currentText()
    importing.dialog().verb.click()
    assert "还没有填写“撤销理由”" in importing.words()
    importing.write("撤销理由", "选错了文件")
    importing.dialog().verb.click()
    importing.settle()
    assert {row.village for row in list_patients(bench)} == {"梧桐村3组"}
    importing.do("undo_import")
    assert "还没有导入过名单，或都已经撤销" in importing.words()
    importing.dialog().close()


def test_a_column_is_said_to_mean_something_else(importing):
    importing.pick("诊断是什么", "不导入")
    importing.waits_for("这些列没有导入：诊断")
    importing.pick("诊断是什么", "曾用名")
    importing.waits_for("1行有问题")
    importing.pick("姓名是什么", "不导入")
    importing.waits_for("没有认出这些列：姓名")
    assert not importing.dialog().verb.isEnabled()
    importing.dialog().close()


def test_members_are_pasted_onto_their_team(bench, team, screen):
    rows = [MEMBER_HEADER, ("仉清欢", "精防人员", "云栖镇卫生院", "医师", "99010007")]
    QApplication.clipboard().setText("\n".join("\t".join(row) for row in rows))
    screen.do("apply_import")
    screen.click("小组成员")
    screen.click("粘贴")
    screen.waits_for("新增1人")
    screen.click("导入1人")
    screen.waits_for("已导入：新增1人")
    assert "仉清欢" in [row.name for row in list_members(bench, team.id)]


def test_what_is_no_table_is_refused_in_words_and_another_file_may_follow(screen, team, tmp_path):
    wrong = tmp_path / "照片.xlsx"
    wrong.write_bytes(b"PK\x03\x04 no sheet")
    screen.do("apply_import")
    screen.dialog().read_file(wrong)
    screen.waits_for("这份表格读不出来")
    screen.dialog().read_file(workbook(tmp_path / "名册.xlsx", HEADER, NEW))
    screen.waits_for("新增1人")
    assert "读不出来" not in screen.words()
    screen.dialog().close()


def test_what_changed_since_the_preview_is_not_written_over(bench, screen, team, tmp_path):
    screen.do("apply_import")
    screen.dialog().read_file(workbook(tmp_path / "名册.xlsx", HEADER, NEW))
    screen.waits_for("新增1人")
    register_patient(bench, Particulars("仉清欢", Sex.FEMALE, id_number=NEW[1]))
    screen.click("导入1人")
    screen.waits_for("预览之后登记内容有了变化")
    screen.dialog().close()


def test_it_fits_a_small_screen_names_its_controls_and_is_left_by_key(importing):
    dialog = importing.dialog()
    assert dialog.minimumSizeHint().width() <= 940
    assert dialog.minimumSizeHint().height() <= 470
    fields = [w for w in importing.controls() if dialog.isAncestorOf(w)]
    unnamed = [w for w in fields if not spoken_name(w) and not w.objectName().startswith("qt_")]
    assert unnamed == []
    importing.press(Qt.Key.Key_Escape)
    assert importing.dialog() is None
