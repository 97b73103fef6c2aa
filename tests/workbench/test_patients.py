"""Putting people on the register, correcting them, and what changes from a day on."""

from dataclasses import fields, replace
from datetime import date

import pytest
import sqlalchemy as sa

from data import register_codes as codes
from data.codes import Sex
from data.models.audit import AuditRow
from data.models.patients import PatientDetails
from data.visit_codes import FormVersion
from tests.builders import an_id_number
from tests.workbench.register import BORN, FULL, a_moment
from workbench.errors import EmptyField, NotFound
from workbench.patients import (
    Doubt,
    Particulars,
    change_patient,
    correct_patient,
    register_patient,
)
from workbench.register import list_patients, read_patient
from workbench.register_errors import (
    DayNotCome,
    DoubtsOpen,
    IdNumberTaken,
    IdNumberWrong,
    OptionOfOldForm,
    OptionsExclude,
)
from workbench.rules.rough_days import RoughDay

NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def patient(bench):
    return register_patient(bench, FULL)


def newest_reason():
    return sa.select(PatientDetails.why).order_by(PatientDetails.id.desc())


def particulars(bench, patient, **when):
    return read_patient(bench, patient, **when).particulars


def test_every_field_of_the_register_is_kept(bench, patient):
    assert particulars(bench, patient) == FULL
    assert all(getattr(FULL, field.name) not in (None, "") for field in fields(FULL))


def test_what_is_not_known_stays_unknown(bench):
    patient = register_patient(bench, Particulars("丘迟", Sex.MALE))
    assert particulars(bench, patient) == Particulars("丘迟", Sex.MALE)


def test_what_is_typed_is_made_fit_to_keep(bench):
    typed = replace(
        FULL,
        name=" 阿依努尔•买买提 ",
        id_number=FULL.id_number.lower().translate({n: n + 0xFEE0 for n in range(48, 58)}),
        phone=" 139\t0000 ",
        former_name="  ",
        onset=RoughDay(date(2009, 3, 17), codes.Precision.MONTH),
    )
    kept = particulars(bench, register_patient(bench, typed))
    assert (kept.name, kept.id_number) == ("阿依努尔·买买提", FULL.id_number)
    assert (kept.phone, kept.former_name) == ("139 0000", "")
    assert kept.onset == RoughDay(date(2009, 3, 1), codes.Precision.MONTH)


def test_the_id_number_gives_the_birth_date(bench):
    found = register_patient(bench, replace(FULL, born_on=None))
    assert particulars(bench, found).born_on == BORN


def test_a_number_of_fifteen_is_kept_with_eighteen(bench):
    old = FULL.id_number[:6] + FULL.id_number[8:17]
    patient = register_patient(bench, replace(FULL, id_number=old))
    assert particulars(bench, patient).id_number == FULL.id_number


@pytest.mark.parametrize(
    ("change", "refusal", "words"),
    [
        ({"name": " "}, EmptyField, "姓名"),
        ({"payment_other": " "}, EmptyField, "其他医疗费用支付方式"),
        ({"id_number": "12345"}, IdNumberWrong, "填写的是5位"),
        ({"id_number": FULL.id_number[:17] + "A"}, IdNumberWrong, "第18位的“A”"),
        ({"onset": RoughDay(date(2026, 11, 26))}, DayNotCome, "初次发病日期2026年11月26日"),
        ({"id_number": None, "born_on": date(2027, 1, 1)}, DayNotCome, "出生日期"),
        (
            {"living_with": (codes.LivingWith.NOBODY, codes.LivingWith.FRIENDS)},
            OptionsExclude,
            "无",
        ),
        ({"economy": codes.Economy.UNCLEAR}, OptionOfOldForm, "不详"),
    ],
)
def test_what_cannot_be_is_refused_in_words(bench, change, refusal, words):
    with pytest.raises(refusal, match=words):
        register_patient(bench, replace(FULL, **change))
    assert list_patients(bench) == []


def test_an_option_of_the_older_form_is_kept_with_its_edition(bench):
    older = replace(FULL, economy=codes.Economy.UNCLEAR, form_version=FormVersion.V2011)
    assert particulars(bench, register_patient(bench, older)) == older


def test_a_number_on_the_register_is_refused_with_the_masked_case(bench, team):
    correct_patient(bench, team.patients["GA0102"], FULL, why="补填", accepted=Doubt)
    with pytest.raises(IdNumberTaken, match=r"个案GA0102 石\*。") as refused:
        register_patient(bench, FULL, accepted=Doubt)
    assert "石䶮" not in refused.value.message


def test_a_number_of_someone_without_a_case_is_refused_with_their_key(bench, patient):
    someone = replace(FULL, name="丘迟")
    with pytest.raises(IdNumberTaken, match=rf"患者{patient}号 石\*"):
        register_patient(bench, someone)


def test_nobody_is_a_duplicate_of_themselves(bench, patient):
    correct_patient(bench, patient, replace(FULL, phone="13911111111"), why="换号")
    assert particulars(bench, patient).phone == "13911111111"


def test_the_same_name_and_birth_date_is_asked_about_and_the_answer_recorded(bench, patient):
    twin = replace(FULL, id_number=None)
    with pytest.raises(DoubtsOpen, match="同名同出生日期"):
        register_patient(bench, twin, request_id="r1")
    second = register_patient(bench, twin, accepted=[Doubt.SAME_PERSON], request_id="r1")
    assert register_patient(bench, twin, request_id="r1") == second
    assert second != patient
    with bench.store.reading() as session:
        last = session.scalars(sa.select(AuditRow).order_by(AuditRow.id.desc())).first()
        kept = session.scalars(newest_reason()).first()
    assert '"accepted":"same_person"' in last.detail
    assert kept == f"已核对：与患者{patient}号 石*同名同出生日期"


def test_a_birth_date_or_sex_the_number_denies_is_asked_about(bench):
    odd = replace(FULL, born_on=date(1981, 1, 1), sex=Sex.FEMALE)
    with pytest.raises(DoubtsOpen) as refused:
        register_patient(bench, odd, accepted=[Doubt.SAME_PERSON])
    assert refused.value.doubts == ("出生日期与身份证号不一致", "性别与身份证号不一致")
    patient = register_patient(bench, odd, accepted=[Doubt.OTHER_BIRTH, Doubt.OTHER_SEX])
    assert particulars(bench, patient).born_on == date(1981, 1, 1)


def test_a_correction_is_checked_like_a_registration(bench, patient):
    other = register_patient(bench, Particulars("丘迟", Sex.MALE, BORN))
    with pytest.raises(IdNumberTaken):
        correct_patient(bench, other, FULL, why="补填", accepted=Doubt)
    with pytest.raises(EmptyField):
        correct_patient(bench, patient, FULL, why=" ")
    with pytest.raises(NotFound):
        correct_patient(bench, 99, Particulars("丘迟", Sex.MALE), why="补填")


def test_a_move_holds_from_its_day_and_leaves_the_days_before(bench, patient, clock):
    clock.move(days=30)
    moved = replace(FULL, village="柳溪村", address="柳溪村5组1号")
    change_patient(bench, patient, moved, from_on=date(2026, 12, 10))
    assert particulars(bench, patient, on=date(2026, 12, 9)).village == "梧桐村3组"
    assert particulars(bench, patient).village == "柳溪村"
    with pytest.raises(DayNotCome):
        change_patient(bench, patient, moved, from_on=date(2027, 12, 10))
    with pytest.raises(NotFound):
        change_patient(bench, 99, Particulars("丘迟", Sex.MALE), from_on=NOVEMBER)


def test_what_was_known_before_a_correction_can_still_be_read(bench, patient, clock):
    before = a_moment(clock)
    correct_patient(bench, patient, replace(FULL, phone=""), why="空号")
    assert particulars(bench, patient).phone == ""
    assert particulars(bench, patient, at=before).phone == FULL.phone
    with pytest.raises(NotFound):
        read_patient(bench, patient, at=before.replace(year=2025))


def test_a_number_given_up_by_a_correction_is_free_again(bench, patient):
    correct_patient(bench, patient, replace(FULL, id_number=an_id_number(BORN, 5)), why="抄错")
    assert register_patient(bench, replace(FULL, name="丘迟")) != patient
