"""Lists that leave the program: chosen columns, names only for a stated purpose."""

import csv
import tempfile
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from tests.workbench.register import FULL
from tests.workbench.test_unmasking import audited
from workbench.errors import EmptyField
from workbench.patient_export import (
    ExportColumn,
    ExportPurpose,
    NotATable,
    NothingToExport,
    export_patients,
)
from workbench.patients import register_patient

COLUMNS = (ExportColumn.PHONE, ExportColumn.NAME, ExportColumn.ID_NUMBER, ExportColumn.ADDRESS)


@pytest.fixture
def patient(bench):
    return register_patient(bench, FULL)


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_names_and_numbers_are_hidden_unless_asked_for(bench, patient, tmp_path):
    target = tmp_path / "名单.csv"
    assert export_patients(bench, target, [patient], COLUMNS) == 1
    head, line = table(target)
    assert head == ["姓名", "身份证号", "联系电话", "住址"]
    assert line[0] == "石*"
    assert line[3] == "已隐去"
    text = target.read_text("utf-8-sig")
    for secret in (FULL.name, FULL.id_number, FULL.phone, FULL.address):
        assert secret not in text


def test_names_leave_only_for_a_purpose_which_the_audit_keeps(bench, patient, tmp_path):
    target = tmp_path / "名单.csv"
    with pytest.raises(EmptyField):
        export_patients(bench, target, [patient], COLUMNS, named=True)
    assert not target.exists()
    purpose = ExportPurpose.VISITS
    export_patients(bench, target, [patient], COLUMNS, named=True, purpose=purpose)
    assert table(target)[1] == [FULL.name, FULL.id_number, FULL.phone, FULL.address]
    refused, done = audited(bench, "export_patients")
    assert refused == {"because": "EmptyField"}
    assert (done["patients"], done["named"], done["purpose"]) == (1, 1, "visits")


def test_people_stand_in_the_order_asked_for_and_once(bench, team, tmp_path):
    first, _, third = team.patients.values()
    target = tmp_path / "名单.csv"
    wanted = [third, first, third, 4711]
    assert export_patients(bench, target, wanted, [ExportColumn.NUMBER]) == 2
    assert table(target) == [["个案编号"], ["GA0103"], ["GA0101"]]


def test_what_somebody_typed_does_not_become_a_formula(bench, tmp_path):
    given = replace(FULL, village="=HYPERLINK(1)", diagnosis="@SUM(1)")
    patient = register_patient(bench, given)
    target = tmp_path / "名单.csv"
    export_patients(bench, target, [patient], [ExportColumn.VILLAGE, ExportColumn.DIAGNOSIS])
    assert table(target)[1] == ["'=HYPERLINK(1)", "'@SUM(1)"]


def test_a_workbook_says_the_same_and_holds_nothing_but_words(bench, tmp_path):
    given = replace(FULL, village="=HYPERLINK(1)", diagnosis="+1")
    patient = register_patient(bench, given)
    columns = [ExportColumn.VILLAGE, ExportColumn.DIAGNOSIS, ExportColumn.AGE]
    target = tmp_path / "名单.xlsx"
    assert export_patients(bench, target, [patient], columns) == 1
    head, line = load_workbook(target).active.iter_rows()
    assert [cell.value for cell in head] == ["年龄", "村组", "诊断"]
    assert [cell.value for cell in line] == ["46", "=HYPERLINK(1)", "+1"]
    assert {cell.data_type for cell in (*head, *line)} == {"s"}
    assert [cell.quotePrefix for cell in line] == [False, True, True]


def test_while_a_workbook_is_written_nothing_stands_anywhere_but_in_its_place(
    bench, patient, tmp_path, monkeypatch
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "没有这个文件夹"))
    target = tmp_path / "名单.xlsx"
    export_patients(bench, target, [patient], COLUMNS)
    assert [path.name for path in tmp_path.glob("*") if path.is_file()] == ["名单.xlsx"]


def test_an_empty_list_and_another_kind_of_file_are_refused(bench, patient, tmp_path):
    for people, columns in (([], COLUMNS), ([patient], ())):
        with pytest.raises(NothingToExport):
            export_patients(bench, tmp_path / "名单.csv", people, columns)
    with pytest.raises(NotATable):
        export_patients(bench, tmp_path / "名单.pdf", [patient], COLUMNS)
