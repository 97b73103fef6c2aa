"""On a monthly injection; one came late, and a month later it showed."""

from __future__ import annotations

from datetime import date

from data.casework_codes import ItemState
from data.clinical_codes import Guardianship
from data.register_codes import DiagnosisClass, Education, FlagKind, LivingWith, Marriage, Relation
from data.visit_codes import DangerousAct
from workbench.demo.clock import Near
from workbench.demo.happenings import agreement, at, flag, guardian, incident, progress
from workbench.demo.people import FEMALE, Person
from workbench.demo.reading import read_story
from workbench.demo.remarks import declined, on_plan
from workbench.demo.treatment import injections, medicine, monthly_injection, stopped
from workbench.guardians import GuardianParticulars

_PERSON = Person(
    "佟玉㛃",
    FEMALE,
    date(1987, 2, 14),
    "鹤鸣社区",
    DiagnosisClass.SCHIZOAFFECTIVE,
    ill_for=7,
    living_with=LivingWith.PARENTS,
    marriage=Marriage.SINGLE,
    education=Education.SENIOR,
    flags=(FlagKind.DISABILITY_CARD,),
)
_MOTHER = GuardianParticulars(
    "言静姝",
    Relation.MOTHER,
    born_on=date(1964, 10, 5),
    phone="13900000305",
    address="鹤鸣社区2号楼",
    ill_or_disabled=False,
    lives_elsewhere=False,
    works_away=False,
    has_income=True,
    alone_and_absent=False,
)
_WEIGHT = "体重上升较快，建议评估能否延长注射间隔。"
# The second follows the first after a week; the one due before meeting 14 was given late.
_GIVEN = (
    Near(4, 4),
    Near(4, 11),
    *(Near(meeting, 11) for meeting in range(5, 13)),
    *(Near(meeting, -2) for meeting in range(14, 25)),
)

STORY = read_story(
    "long_acting",
    _PERSON,
    (
        at(1, -28, guardian(_MOTHER, Guardianship.ADEQUATE, "同住，已退休")),
        at(1, -29, medicine("奥氮平", "5mg", "10")),
        at(2, 6, stopped("奥氮平", "把药冲掉，自行停服")),
        at(
            3,
            -19,
            incident(DangerousAct.OFFENCE, "推倒超市货架，母亲赔偿", "鹤鸣社区超市", "派出所"),
        ),
        at(3, 5, agreement(24)),
        at(4, 4, monthly_injection()),
        *injections(_GIVEN),
        at(6, 8, flag(FlagKind.FREE_MEDICATION)),
        at(11, -9, progress("在公共场所推搡物品", ItemState.REACHED, "半年无打砸")),
        at(18, -9, progress("把药冲掉，否认有病", ItemState.RUNNING, "知道过期会难受")),
        at(19, -3, on_plan("针剂的不良反应", _WEIGHT)),
        at(20, 3, declined(_WEIGHT, "间隔由处方医师决定，先按会上意见查代谢指标。")),
        at(22, -9, progress("外出时错过注射", ItemState.RUNNING, "六个月无过期")),
    ),
)
