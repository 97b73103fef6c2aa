"""From level 3 to none, three clean reviews, and out because the goals are reached."""

from __future__ import annotations

from datetime import date

from data.casework_codes import ItemState
from data.clinical_codes import Guardianship
from data.register_codes import DiagnosisClass, Education, FlagKind, LivingWith, Marriage, Relation
from data.visit_codes import DangerousAct
from workbench.demo.happenings import agreement, at, guardian, incident, progress, reviewed
from workbench.demo.people import MALE, Person
from workbench.demo.reading import read_story
from workbench.demo.treatment import medicine, stopped
from workbench.guardians import GuardianParticulars

_PERSON = Person(
    "欧阳松柏",
    MALE,
    date(1968, 11, 2),
    "柳溪社区",
    DiagnosisClass.BIPOLAR,
    ill_for=9,
    living_with=LivingWith.SPOUSE,
    marriage=Marriage.MARRIED,
    education=Education.SENIOR,
    flags=(FlagKind.FAMILY_DOCTOR,),
)
_WIFE = GuardianParticulars(
    "祖雪樵",
    Relation.SPOUSE,
    born_on=date(1970, 1, 26),
    phone="13900000303",
    address="柳溪社区5号楼",
    ill_or_disabled=False,
    lives_elsewhere=False,
    works_away=False,
    has_income=True,
    alone_and_absent=False,
)
_REACHED = ItemState.REACHED

STORY = read_story(
    "reached_goals",
    _PERSON,
    (
        at(1, -29, guardian(_WIFE, Guardianship.ADEQUATE, "同住，白天在家，能督促服药")),
        at(1, 5, agreement(24)),
        at(1, -29, medicine("碳酸锂", "0.25g", "500", "250")),
        at(
            1,
            -19,
            incident(
                DangerousAct.OFFENCE, "砸坏楼道灭火器箱，家属拦不住", "柳溪社区5号楼", "派出所"
            ),
        ),
        at(1, 7, stopped("碳酸锂", "血药浓度偏低，专科门诊换药")),
        at(1, 7, medicine("丙戊酸镁", "0.25g", "500", "500")),
        at(7, -9, progress("易怒、睡眠少", _REACHED, "连续两个月每晚七小时")),
        at(12, -9, reviewed()),
        at(13, -9, progress("认为自己只是脾气急", _REACHED, "自己写出五条早期表现")),
        at(14, -9, reviewed()),
        at(16, -9, progress("工作压力大时易发火", _REACHED, "半年无复发，不排夜班")),
        at(16, -9, reviewed()),
    ),
)
