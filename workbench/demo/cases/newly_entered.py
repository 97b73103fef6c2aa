"""In and out of hospital after years of quiet; put off once, then taken in."""

from __future__ import annotations

from datetime import date

from data.clinical_codes import Guardianship
from data.register_codes import (
    AdmissionGround,
    DiagnosisClass,
    Education,
    LivingWith,
    Marriage,
    Relation,
)
from workbench.demo.happenings import admitted, agreement, at, discharged, guardian
from workbench.demo.people import FEMALE, Person
from workbench.demo.reading import read_story
from workbench.demo.remarks import on_plan
from workbench.demo.treatment import medicine
from workbench.guardians import GuardianParticulars

_PERSON = Person(
    "蔺秋棠",
    FEMALE,
    date(1958, 9, 21),
    "柳溪社区",
    DiagnosisClass.SCHIZOPHRENIA,
    ill_for=26,
    living_with=LivingWith.SPOUSE,
    marriage=Marriage.MARRIED,
    education=Education.PRIMARY,
)
_HUSBAND = GuardianParticulars(
    "冉启明",
    Relation.SPOUSE,
    born_on=date(1955, 5, 11),
    phone="13900000307",
    address="柳溪社区1号楼",
    ill_or_disabled=True,
    lives_elsewhere=False,
    works_away=False,
    has_income=True,
    alone_and_absent=False,
)
_FALLS = "年纪大、夜间起床多，请核对有无跌倒和体位性低血压。"

STORY = read_story(
    "newly_entered",
    _PERSON,
    (
        at(1, -28, guardian(_HUSBAND, Guardianship.WEAK, "年过七十，行动不便")),
        at(1, -27, agreement(36)),
        at(1, -29, medicine("氯氮平", "25mg", "75", "25")),
        at(17, 5, admitted("拒食三天，夜间叫喊", AdmissionGround.OTHER)),
        at(18, 9, discharged()),
        at(20, -13, admitted("独处时反复报警，夜间不睡", AdmissionGround.HARM_FEARED)),
        at(21, -12, discharged()),
        at(24, 5, on_plan("夜间独处时害怕叫喊", _FALLS)),
    ),
)
