"""Left because she no longer agreed, fell ill again, and came back with a new case."""

from __future__ import annotations

from datetime import date

from data.casework_codes import ItemState
from data.clinical_codes import Guardianship
from data.register_codes import (
    ConsentAnswer,
    DiagnosisClass,
    Education,
    LifeEventKind,
    LivingWith,
    Marriage,
    Relation,
)
from data.visit_codes import DangerousAct
from workbench.demo.happenings import (
    agreement,
    at,
    burden,
    consent,
    guardian,
    handed_to,
    incident,
    progress,
)
from workbench.demo.people import FEMALE, Person
from workbench.demo.reading import read_story
from workbench.demo.seats import Seat
from workbench.demo.treatment import medicine, stopped
from workbench.guardians import GuardianParticulars

_PERSON = Person(
    "仇小满",
    FEMALE,
    date(1991, 8, 23),
    "梧桐里社区",
    DiagnosisClass.DELUSIONAL,
    ill_for=4,
    living_with=LivingWith.PARENTS,
    marriage=Marriage.DIVORCED,
    education=Education.COLLEGE,
)
_FATHER = GuardianParticulars(
    "仇立本",
    Relation.FATHER,
    born_on=date(1963, 4, 30),
    phone="13900000304",
    address="梧桐里社区6号楼",
    ill_or_disabled=False,
    lives_elsewhere=False,
    works_away=False,
    has_income=True,
    alone_and_absent=False,
)

STORY = read_story(
    "came_back",
    _PERSON,
    (
        at(1, -28, guardian(_FATHER, Guardianship.ADEQUATE, "同住，已退休")),
        at(1, -29, medicine("阿立哌唑", "5mg", "", "10")),
        at(1, -22, burden(LifeEventKind.STRESS, "离婚诉讼，与邻居长期纠纷", 24)),
        at(2, 4, agreement()),
        at(6, -9, progress("与邻居反复争吵", ItemState.REACHED, "两户都签了调解书")),
        at(8, 10, consent(ConsentAnswer.REFUSED, "本人")),
        at(11, 5, stopped("阿立哌唑", "自认已好，自行停服")),
        at(
            15,
            -18,
            incident(DangerousAct.OFFENCE, "叫骂并踢坏邻居的门", "梧桐里社区6号楼", "派出所"),
        ),
        at(15, -12, consent(ConsentAnswer.AGREED, "仇立本（父亲）")),
        at(15, 1, medicine("阿立哌唑", "5mg", "", "15")),
        at(15, 6, agreement()),
        at(18, 2, handed_to(Seat.SOCIAL, "原社工调离")),
        at(21, -9, progress("被害妄想，整夜不睡", ItemState.REACHED, "三个月睡眠正常")),
        at(21, -9, progress("在楼道叫骂、踢门", ItemState.REACHED, "六个月无踢门")),
        at(23, -9, progress("否认有病，自行停药", ItemState.RUNNING, "自己记服药日记")),
    ),
)
