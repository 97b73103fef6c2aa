"""People of the register for tests, with everything filled in. All are invented."""

from __future__ import annotations

from datetime import date

from data import register_codes as codes
from data.clinical_codes import Guardianship
from data.codes import Sex
from data.visit_codes import DangerousAct
from tests.builders import an_id_number
from workbench.admissions import Stay, record_admission
from workbench.consents import Asked, record_consent
from workbench.diagnoses import Diagnosed, record_diagnosis
from workbench.events import Burden, Happened, record_incident, record_life_event
from workbench.flags import Flagged, record_flag
from workbench.guardians import GuardianParticulars, name_guardian
from workbench.guardianship import Agreed, Judged, record_agreement, record_capacity
from workbench.patients import Particulars
from workbench.rules.rough_days import RoughDay

BORN = date(1980, 2, 29)
FULL = Particulars(
    name="石䶮",
    sex=Sex.MALE,
    born_on=BORN,
    village="梧桐村3组",
    diagnosis="精神分裂症",
    id_number=an_id_number(BORN),
    former_name="石小龙",
    file_number="001-00007",
    phone="13900000000",
    ethnicity=codes.Ethnicity.HAN,
    education=codes.Education.JUNIOR,
    marriage=codes.Marriage.DIVORCED,
    employment=codes.Employment.FARMER,
    household=codes.Household.RURAL,
    residency=codes.Residency.REGISTERED,
    address="梧桐村3组17号",
    registered_village="柳溪村",
    registered_address="柳溪村1组2号",
    living_with=(codes.LivingWith.PARENTS, codes.LivingWith.SIBLINGS),
    economy=codes.Economy.POOR,
    report_type=codes.ReportType.SIX_CLASSES,
    onset=RoughDay(date(2009, 3, 1), codes.Precision.MONTH),
    payment=(codes.Payment.RURAL, codes.Payment.OTHER),
    payment_other="村里补助",
    committee_contact="皮桂香",
    committee_phone="99010003",
)
GUARDIAN = GuardianParticulars(
    name="石守田",
    relation=codes.Relation.FATHER,
    id_number=an_id_number(date(1955, 6, 7), 3),
    phone="13900000001",
    ill_or_disabled=False,
    lives_elsewhere=False,
    works_away=False,
    has_income=True,
    alone_and_absent=False,
)
DIAGNOSED = Diagnosed(
    date(2010, 4, 1),
    codes.DiagnosisClass.BIPOLAR,
    "双相情感障碍，目前为躁狂发作",
    "F31.1",
    "云栖县精神病院",
    RoughDay(date(2010, 4, 1), codes.Precision.YEAR),
)
STAY = Stay(
    date(2026, 3, 1),
    "云栖县精神病院",
    date(2026, 4, 2),
    (codes.AdmissionGround.HARM_FEARED,),
    "连续三夜不睡，持棍守门",
)
HAPPENED = Happened(
    date(2026, 9, 12),
    DangerousAct.OFFENCE,
    "在集市推倒摊位",
    "梧桐村集市",
    "皮桂香",
    True,
    "派出所亓文涛到场，批评教育",
)
BURDEN = Burden(date(2026, 10, 1), codes.LifeEventKind.STRESS, words="父亲住院")


def a_moment(clock):
    """A moment after all that was written and before all that will be."""
    clock.move(minutes=5)
    moment = clock()
    clock.move(minutes=5)
    return moment


def fill(bench, patient: int) -> dict[str, int]:
    """Everything else the register can know of a patient, by what it is."""
    guardian = name_guardian(bench, patient, GUARDIAN, from_on=date(2024, 1, 1))
    agreed = Agreed(date(2026, 1, 5), tuple(codes.GuardianDuty), date(2026, 12, 31))
    asked = Asked(date(2026, 1, 5), codes.ConsentAnswer.AGREED, "石守田")
    card = Flagged(
        date(2025, 5, 6), codes.FlagKind.DISABILITY_CARD, True, codes.DisabilityGrade.SECOND
    )
    judged = Judged(date(2026, 1, 5), Guardianship.WEAK, "年纪大，夜里顾不过来")
    return {
        "guardian": guardian,
        "agreement": record_agreement(bench, guardian, agreed),
        "capacity": record_capacity(bench, patient, judged),
        "diagnosis": record_diagnosis(bench, patient, DIAGNOSED),
        "consent": record_consent(bench, patient, asked),
        "flag": record_flag(bench, patient, card),
        "admission": record_admission(bench, patient, STAY),
        "incident": record_incident(bench, patient, HAPPENED),
        "life_event": record_life_event(bench, patient, BURDEN),
    }
