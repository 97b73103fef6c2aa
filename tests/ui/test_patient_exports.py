"""A list of patients taken out of the register: whom, which columns, with or without names."""

import csv

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QCheckBox

from tests.ui.register_pages import LIST, PERSON, SEARCH, a_person, audited
from workbench.case_life import change_case_manager
from workbench.patient_export import ExportColumn, ExportPurpose


@pytest.fixture
def patient(bench, team):
    return a_person(bench)


@pytest.fixture
def register(patient, screen):
    """The window on the register."""
    screen.do("go_patients")
    return screen


def test_the_list_on_show_is_exported_without_names(register, tmp_path):
    register.write(SEARCH, "小迟")
    register.do("export_patients")
    dialog = register.dialog()
    assert "共1人，含姓名，姓名和号码已遮盖" in register.words()
    dialog.tick(ExportColumn.PHONE, wanted=True)
    assert "含姓名、联系电话" in register.words()
    dialog.export_to(tmp_path / "名单.csv")
    register.waits_for("已导出1人的名单")
    text = (tmp_path / "名单.csv").read_text("utf-8-sig")
    head, line = csv.reader(text.splitlines())
    assert "联系电话" in head
    assert "丘*迟" in line
    assert PERSON.phone not in text


def test_names_are_exported_for_a_purpose(bench, register, tmp_path):
    register.write(SEARCH, "小迟")
    register.do("export_patients")
    register.pick("导出姓名的用途", ExportPurpose.VISITS.label)
    assert "姓名等不遮盖" in register.words()
    register.dialog().export_to(tmp_path / "名单.xlsx")
    register.waits_for("已导出1人的名单")
    table = load_workbook(tmp_path / "名单.xlsx").active.iter_rows(values_only=True)
    assert "丘小迟" in [name for _, name, *_ in table]
    assert audited(bench, "export_patients")[0]["purpose"] == "visits"


def test_an_export_without_a_column_is_refused_in_place(register, tmp_path):
    register.do("export_patients")
    for column in ExportColumn:
        register.dialog().tick(column, wanted=False)
    register.dialog().export_to(tmp_path / "名单.csv")
    register.settle()
    assert "导出名单没有列" in register.words()
    register.dialog().close()
    assert list(tmp_path.glob("*.csv")) == []


def test_columns_are_kept_under_a_name_and_chosen_again(register, tmp_path):
    register.do("export_patients")
    register.dialog().tick(ExportColumn.CASE_MANAGER, wanted=True)
    register.click("存下")
    assert "还没有填写" in register.words()
    register.write("存成一组列", "报派出所")
    register.click("存下")
    register.dialog().close()
    register.do("export_patients")
    assert not register.named("个案管理员", QCheckBox).isChecked()
    register.pick("导出哪些列", "报派出所")
    assert register.named("个案管理员", QCheckBox).isChecked()
    register.dialog().export_to(tmp_path / "名单.csv")
    register.waits_for("的名单")
    lines = csv.DictReader((tmp_path / "名单.csv").read_text("utf-8-sig").splitlines())
    assert {line["个案管理员"] for line in lines} == {"穆青禾", ""}
    register.do("export_patients")
    register.pick("导出哪些列", "报派出所")
    register.click("不再保留")
    assert register.named("导出哪些列").count() == 1
    register.dialog().close()


def test_the_list_is_narrowed_to_the_cases_of_one_case_manager(bench, team, register):
    change_case_manager(bench, team.cases["GA0102"], team.members["亓文涛"])
    register.settle()
    register.do("narrow_register")
    register.pick("个案管理员", "亓*涛·1例")
    register.dialog().verb.click()
    register.settle()
    (only,) = register.rows(LIST)
    assert "GA0102" in only
