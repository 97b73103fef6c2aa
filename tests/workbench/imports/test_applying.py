"""A list is shown before it is written, written as a whole, never over what is known."""

from datetime import date

import pytest
import sqlalchemy as sa

from data.codes import AccountKind, Outcome, RiskLevel, Sex, VisitForm
from data.models.audit import AuditRow
from data.models.patients import Patient, PatientDetails
from data.register_codes import DiagnosisClass, Relation
from tests.builders import at_bench
from tests.workbench.imports.sheets import (
    HEADER,
    given,
    id_number,
    pasted,
    patients,
    previewed,
    sentences,
)
from workbench.diagnoses import Diagnosed, record_diagnosis
from workbench.errors import NotPermitted
from workbench.guardians import GuardianParticulars, list_guardians, name_guardian
from workbench.imports.applying import apply_import, list_imports, preview_import
from workbench.imports.errors import (
    ChangedSincePreview,
    ImportStopped,
    NothingToImport,
    RowsUnfit,
)
from workbench.patients import Particulars, change_patient, details_on, register_patient
from workbench.resemblances import mark_duplicate
from workbench.visits import record_visit

WITH_GUARDIAN = [*HEADER, "监护人", "与患者关系", "监护人电话"]
WHO = ["石䶮", id_number(), "男", "1980-02-29", "梧桐村3组", "精神分裂症"]
OTHER = ["仇小满", id_number("19910101", 2), "女", "1991-01-01", "柳溪村", "双相障碍"]


def imported(bench, sheet, **more):
    listed = given(bench, sheet)
    return apply_import(bench, listed, seen=preview_import(bench, listed).seen, **more)


def person(bench, key):
    with bench.store.reading() as session:
        return details_on(session, key, bench.today())


def count(bench, table):
    with bench.store.reading() as session:
        return session.scalar(sa.select(sa.func.count()).select_from(table))


def test_a_preview_writes_nothing(bench):
    heard = []
    bench.store.on_write(heard.append)
    audited = count(bench, AuditRow)
    preview = previewed(bench, pasted(WHO, OTHER))
    assert [(row.row, row.masked, row.key) for row in preview.new] == [
        (2, "石*", None),
        (3, "仇*满", None),
    ]
    assert heard == []
    assert (count(bench, AuditRow), count(bench, Patient)) == (audited, 0)


def test_a_list_is_written_as_it_says(bench):
    imported(bench, pasted(WHO, OTHER))
    found = person(bench, 1)
    assert (found.name, found.sex, found.born_on, found.village, found.diagnosis) == (
        "石䶮",
        Sex.MALE,
        date(1980, 2, 29),
        "梧桐村3组",
        "精神分裂症",
    )
    assert found.details.id_number == id_number()
    assert found.details.true_from == bench.today()
    assert person(bench, 2).name == "仇小满"


def test_whoever_listens_hears_what_was_written(bench):
    heard = []
    bench.store.on_write(heard.append)
    imported(bench, pasted([*WHO, "石某", "", ""], header=WITH_GUARDIAN))
    assert len(heard) == 1
    assert heard[0] >= {"patient", "patient_details", "guardian", "guardian_details"}


def test_an_import_leaves_one_audit_row_without_names(bench):
    before = count(bench, AuditRow)
    imported(bench, pasted(WHO, OTHER))
    assert count(bench, AuditRow) == before + 1
    with bench.store.reading() as session:
        row = session.scalars(sa.select(AuditRow).order_by(AuditRow.id.desc())).first()
    assert (row.action, row.outcome) == ("apply_import", Outcome.DONE)
    assert '"new":2' in row.detail
    assert "石" not in row.detail


def test_the_same_request_imports_once(bench):
    listed = given(bench, pasted(WHO))
    seen = preview_import(bench, listed).seen
    first = apply_import(bench, listed, seen=seen, request_id="r1")
    assert apply_import(bench, listed, seen=seen, request_id="r1") == first
    assert count(bench, Patient) == 1


def test_the_same_list_again_changes_nothing(bench):
    imported(bench, pasted(WHO, OTHER))
    preview = previewed(bench, pasted(WHO, OTHER))
    assert (len(preview.new), len(preview.same), len(preview.different)) == (0, 2, 0)
    with pytest.raises(NothingToImport):
        imported(bench, pasted(WHO, OTHER))


def test_what_differs_is_shown_field_by_field(bench):
    imported(bench, pasted(WHO))
    moved = ["石䶮", id_number(), "男", "", "柳溪村", ""]
    preview = previewed(bench, pasted(moved))
    (row,) = preview.different
    assert [(c.label, c.was, c.becomes) for c in row.changes] == [("村组", "梧桐村3组", "柳溪村")]
    assert row.key == 1


def test_what_differs_holds_from_today_and_empty_cells_erase_nothing(bench, clock):
    imported(bench, pasted(WHO))
    registered_on = bench.today()
    clock.move(days=30)
    imported(bench, pasted(["石䶮", id_number(), "", "", "柳溪村", ""]))
    found = person(bench, 1)
    assert (found.village, found.diagnosis, found.born_on) == (
        "柳溪村",
        "精神分裂症",
        date(1980, 2, 29),
    )
    with bench.store.reading() as session:
        assert details_on(session, 1, registered_on).village == "梧桐村3组"
    assert count(bench, PatientDetails) == 2


def test_somebody_without_an_id_number_is_found_by_name_and_birth_date(bench):
    key = register_patient(bench, Particulars("石䶮", Sex.MALE, date(1980, 2, 29)))
    preview = previewed(bench, pasted(WHO))
    (row,) = preview.different
    assert row.key == key
    assert ("身份证号", "（空）", id_number()) in [(c.label, c.was, c.becomes) for c in row.changes]
    (same,) = previewed(bench, pasted(["石䶮", "", "男", "1980-02-29"])).same
    assert same.key == key


def test_somebody_of_the_same_name_with_another_id_number_is_new(bench):
    imported(bench, pasted(WHO))
    namesake = ["石䶮", id_number(sequence=5), "男", "1980-02-29"]
    assert len(previewed(bench, pasted(namesake)).new) == 1


def test_a_name_alone_does_not_say_who_it_is(bench):
    imported(bench, pasted(WHO))
    preview = previewed(bench, pasted(["石䶮", "", "男", ""], ["丘迟", "", "男", ""]))
    assert sentences(preview) == ["第2行：姓名在登记里有同名的人，请补上身份证号或出生日期"]
    assert [row.row for row in preview.new] == [3]


def test_two_people_who_both_fit_have_to_be_told_apart(bench):
    for sequence in (1, 3):
        imported(bench, pasted(["石䶮", id_number(sequence=sequence)]))
    preview = previewed(bench, pasted(["石䶮", "", "男", "1980-02-29"]))
    assert sentences(preview) == ["第2行：姓名在登记里有2个人都对得上，请补上身份证号"]


def test_two_rows_that_meet_one_person_are_reported(bench):
    imported(bench, pasted(WHO))
    sheet = pasted(["石某", id_number(), "男", "1979-01-01"], ["石䶮", "", "男", "1980-02-29"])
    assert len(sentences(previewed(bench, sheet))) == 1  # the first contradicts its number
    sheet = pasted(["石某", id_number(), "男"], ["石䶮", "", "男", "1980-02-29"])
    assert sentences(previewed(bench, sheet)) == ["第3行：姓名与第2行对上了登记里的同一个人"]


def test_a_list_with_problems_is_refused_as_a_whole(bench):
    sheet = pasted(WHO, ["", "", "男"])
    with pytest.raises(RowsUnfit, match="第3行：姓名没有填写"):
        imported(bench, sheet)
    assert count(bench, Patient) == 0
    imported(bench, sheet, without_bad_rows=True)
    assert count(bench, Patient) == 1


def test_what_changed_since_the_preview_is_not_written_over(bench):
    imported(bench, pasted(WHO))
    listed = given(bench, pasted(["石䶮", id_number(), "男", "", "柳溪村", ""]))
    seen = preview_import(bench, listed).seen
    given_now = Particulars("石䶮", Sex.MALE, village="别处", id_number=id_number())
    change_patient(bench, 1, given_now, from_on=bench.today())
    with pytest.raises(ChangedSincePreview):
        apply_import(bench, listed, seen=seen)
    assert person(bench, 1).village == "别处"


def test_another_list_than_the_one_seen_is_refused(bench):
    seen = previewed(bench, pasted(WHO)).seen
    with pytest.raises(ChangedSincePreview):
        apply_import(bench, given(bench, pasted(OTHER)), seen=seen)


def test_a_guardian_is_named_with_the_patient(bench):
    imported(bench, pasted([*WHO, "石某", "父亲", "13800000001"], header=WITH_GUARDIAN))
    (guardian,) = list_guardians(bench, 1)
    told = guardian.particulars
    assert (told.name, told.relation, told.phone) == ("石某", Relation.FATHER, "13800000001")


def test_words_of_kinship_that_leave_a_doubt_are_kept_as_words(bench):
    imported(bench, pasted([*WHO, "石某", "父子", ""], header=WITH_GUARDIAN))
    (guardian,) = list_guardians(bench, 1)
    assert (guardian.particulars.relation, guardian.particulars.relation_words) == (None, "父子")


def test_a_guardian_on_record_is_not_replaced_by_a_list(bench):
    imported(bench, pasted(WHO))
    name_guardian(bench, 1, GuardianParticulars("石某", phone="1"), from_on=bench.today())
    sheet = pasted([*WHO, "别人", "父亲", "2"], header=WITH_GUARDIAN)
    preview = previewed(bench, sheet)
    assert (len(preview.same), len(preview.different)) == (1, 0)
    assert "第2行：表格里的监护人是“别人”，登记的是“石某”，没有改动" in preview.notices


def test_a_guardian_still_missing_is_named_later(bench):
    imported(bench, pasted(WHO))
    sheet = pasted([*WHO, "石某", "", ""], header=WITH_GUARDIAN)
    (row,) = previewed(bench, sheet).different
    assert [(c.label, c.was, c.becomes) for c in row.changes] == [("监护人", "（空）", "石某")]
    imported(bench, sheet)
    assert [g.particulars.name for g in list_guardians(bench, 1)] == ["石某"]
    assert count(bench, PatientDetails) == 1


def test_a_phone_without_a_guardian_is_mentioned(bench):
    preview = previewed(bench, pasted([*WHO, "", "", "2"], header=WITH_GUARDIAN))
    assert "第2行：没有监护人姓名，监护人的其他内容没有导入" in preview.notices


def test_a_clinical_rating_is_compared_but_never_written(bench):
    imported(bench, pasted(WHO))
    day = bench.today()
    record_visit(bench, 1, visited_on=day, form=VisitForm.HOME, level=RiskLevel.AT_HOME)
    preview = previewed(bench, pasted([*WHO, "3级"], header=[*HEADER, "危险等级"]))
    assert len(preview.same) == 1
    assert "第2行：表格里的危险等级是“3级”，登记的是“2级”，没有改动" in preview.notices


def test_a_recorded_diagnosis_is_not_changed_by_words(bench):
    imported(bench, pasted(WHO))
    record_diagnosis(bench, 1, Diagnosed(bench.today(), DiagnosisClass.BIPOLAR))
    preview = previewed(bench, pasted(WHO))
    assert len(preview.same) == 1
    assert any("表格里的诊断是“精神分裂症”" in notice for notice in preview.notices)


def test_imports_are_listed_with_what_they_did(bench):
    imported(bench, pasted(WHO))
    imported(bench, pasted(["石䶮", id_number(), "", "", "柳溪村"], OTHER))
    latest, first = list_imports(bench)
    assert (latest.new, latest.changed, first.new, first.changed) == (1, 1, 1, 0)
    assert latest.undone_at is None


def test_only_the_recorder_may_import(bench):
    reader = at_bench(bench.store, bench.now, kind=AccountKind.READER, administers=False)
    with pytest.raises(NotPermitted):
        given(reader, pasted(WHO))
    assert list_imports(reader) == []


def test_a_long_list_is_imported_as_a_whole(bench, tmp_path):
    rows = [
        [f"龚砚{n}", id_number(f"{1950 + n // 500:04}0301", n % 500), "", "", f"梧桐村{n % 9}组"]
        for n in range(20_000)
    ]
    sheet = patients(tmp_path, *rows)
    imported(bench, sheet)
    assert count(bench, Patient) == 20_000
    assert len(previewed(bench, sheet).same) == 20_000


def test_a_stopped_import_leaves_nothing(bench, tmp_path):
    with pytest.raises(ImportStopped):
        imported(bench, patients(tmp_path, WHO, OTHER), stopped=lambda: True)
    with bench.store.reading() as session:
        assert session.scalars(sa.select(Patient)).all() == []
    assert list_imports(bench) == []


def test_an_import_says_how_far_it_is_and_stops_between_two_parts(bench, tmp_path):
    people = [(f"龚砚{n}", "", "男", "1980-02-29", "柳溪村", "") for n in range(1_200)]
    sheet, heard = patients(tmp_path, *people), []
    with pytest.raises(ImportStopped):
        imported(bench, sheet, told=heard.append, stopped=lambda: 20 in heard)
    assert heard == [20]
    assert list_imports(bench) == []
    imported(bench, sheet, told=heard.append)
    assert heard[1:] == [20, 41, 50, 70, 91, 100]


def test_who_was_found_by_name_and_birth_date_alone_is_pointed_out(bench, tmp_path):
    register_patient(bench, Particulars("石䶮", Sex.MALE, date(1980, 2, 29)))
    register_patient(bench, Particulars("仇小满", Sex.FEMALE, id_number=OTHER[1]))
    preview = previewed(bench, patients(tmp_path, WHO, OTHER))
    assert [row.by_name for row in preview.different] == [True, False]


def test_a_list_is_held_against_the_record_that_is_kept(bench, tmp_path):
    kept = register_patient(bench, Particulars("石䶮", Sex.MALE, id_number=WHO[1]))
    twin = register_patient(bench, Particulars("石䶮", Sex.MALE))
    mark_duplicate(bench, twin, kept_id=kept, why="同一人")
    name_only = patients(tmp_path, ["石䶮", None, "男", "1980-02-29", "梧桐村3组", ""])
    preview = previewed(bench, name_only)
    assert [row.key for row in preview.different] == [kept]
