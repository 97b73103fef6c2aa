"""Lives alone and takes nothing for long; each reason gets its own answer."""

from __future__ import annotations

from datetime import date

from data.casework_codes import ItemState
from data.clinical_codes import Guardianship
from data.medication_codes import MedicationClass, MedicationMeasure, NotTakingCause
from data.register_codes import DiagnosisClass, Education, FlagKind, LivingWith, Marriage
from data.visit_codes import DangerousAct
from workbench.demo.happenings import at, flag, incident, judged, progress
from workbench.demo.people import MALE, Person
from workbench.demo.reading import read_story
from workbench.demo.remarks import became_task, on_last_visit
from workbench.demo.seats import Seat
from workbench.demo.treatment import medicine, stopped, strategy

_CLASS, _CAUSE, _MEASURE = MedicationClass, NotTakingCause, MedicationMeasure
_PERSON = Person(
    "褚𬭎",
    MALE,
    date(1972, 6, 30),
    "砚池村",
    DiagnosisClass.SCHIZOPHRENIA,
    ill_for=18,
    living_with=LivingWith.NOBODY,
    marriage=Marriage.SINGLE,
    education=Education.PRIMARY,
)
_SHAKES = "手抖、发僵可能与药物有关，请查后再决定是否换药。"
_ALONE = "独居又停药，建议一周内面访，并问清近期有无被害想法。"

STORY = read_story(
    "takes_nothing",
    _PERSON,
    (
        at(1, -27, judged(Guardianship.NONE, "父母去世，姐姐在外地")),
        at(
            5,
            4,
            strategy(
                _CLASS.NONE,
                (_CAUSE.POVERTY, _CAUSE.INCONVENIENT),
                (_MEASURE.FREE_MEDICINE, _MEASURE.DELIVERY),
                Seat.CENTRE,
            ),
        ),
        at(6, 6, flag(FlagKind.MINIMUM_LIVING)),
        at(7, 2, flag(FlagKind.FREE_MEDICATION)),
        at(7, 4, medicine("利培酮", "1mg", "2")),
        at(9, -9, progress("在家砸物，楼道堆物", ItemState.REACHED, "楼道清完，三个月无砸物")),
        at(
            9,
            -4,
            strategy(
                _CLASS.INTERMITTENT, (_CAUSE.RESISTANT,), (_MEASURE.EDUCATION,), Seat.PREVENTION, 12
            ),
        ),
        at(13, 6, stopped("利培酮", "嫌手抖发僵，自行停服")),
        at(13, 9, incident(DangerousAct.MINOR, "夜间敲墙叫喊，楼下住户反映", "砚池村", "居委会")),
        at(14, -3, on_last_visit(_SHAKES)),
        at(
            14,
            3,
            strategy(
                _CLASS.NONE,
                (_CAUSE.RESISTANT,),
                (_MEASURE.ADJUSTMENT, _MEASURE.EDUCATION),
                Seat.PREVENTION,
                8,
            ),
        ),
        at(
            14,
            4,
            became_task(_SHAKES, "请医师上门查手抖的原因", Seat.CENTRE, 20, "澄湾区精神卫生中心"),
        ),
        at(17, 3, medicine("阿立哌唑", "5mg", "", "10")),
        at(
            20,
            3,
            strategy(
                _CLASS.INTERMITTENT,
                (_CAUSE.UNGUARDED,),
                (_MEASURE.LONG_ACTING,),
                Seat.PREVENTION,
                16,
            ),
        ),
        at(22, -9, progress("不愿谈服药", ItemState.REACHED, "自己说出手抖和忘记两个原因")),
        at(24, 3, stopped("阿立哌唑", "家中药已吃完，没有来领")),
        at(25, -15, on_last_visit(_ALONE)),
    ),
)
