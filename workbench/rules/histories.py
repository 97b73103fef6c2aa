"""What had been before management began, as it is asked, and what it must not say.

严重精神障碍患者个人信息补充表 and 患者报告卡, unless a rule says that it is this program's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from data.codes import RiskLevel
from data.form_versions import is_on
from data.register_codes import FamilyHistory, PastEffect, PastOutpatientCare
from data.visit_codes import DangerousAct, FormVersion, Locking, Symptom
from workbench.rules.rough_days import RoughDay
from workbench.rules.visit_records import Problem, problems_of_acts
from workbench.words import clean_text


@dataclass(frozen=True)
class History:
    """既往史 as it was asked on a day. None and empty text are not known.

    `acts` counts each kind of dangerous behaviour; `admissions` is 0 for who never was in a
    psychiatric ward.
    """

    asked_on: date
    acts: Mapping[DangerousAct, int] | None = None
    level: RiskLevel | None = None
    locking: Locking | None = None
    symptoms: tuple[Symptom, ...] | None = None
    symptoms_other: str = ""
    outpatient: PastOutpatientCare | None = None
    admissions: int | None = None
    first_treated: RoughDay | None = None
    effect: PastEffect | None = None
    family_history: FamilyHistory | None = None
    specialist_words: str = ""
    form_version: FormVersion = FormVersion.V2017

    def cleaned(self) -> History:
        """The same, fit to keep."""
        return replace(
            self,
            acts=dict(self.acts) if self.acts else None,
            symptoms_other=clean_text(self.symptoms_other),
            first_treated=self.first_treated.cleaned() if self.first_treated else None,
            specialist_words=clean_text(self.specialist_words),
        )


def check_history(history: History, onset: RoughDay | None) -> tuple[Problem, ...]:
    """Name everything that cannot be kept; `onset` is when the illness is said to have begun."""
    return (
        *problems_of_acts(history.acts or {}),
        *_not_on_form(history),
        *_symptoms(history),
        *_treatment(history, onset),
    )


def _not_on_form(history: History) -> Iterator[Problem]:
    for act in history.acts or ():
        if not is_on(history.form_version, act):
            words = f"{history.form_version.label}的“危险行为”没有“{act.label}”这一项"
            yield Problem("acts", words)


def _symptoms(history: History) -> Iterator[Problem]:
    if Symptom.OTHER in (history.symptoms or ()) and not history.symptoms_other:
        yield Problem("symptoms_other", "既往主要症状选了“其他”，请写明")


def _treatment(history: History, onset: RoughDay | None) -> Iterator[Problem]:
    if history.admissions is not None and history.admissions < 0:
        yield Problem("admissions", "住院次数不能小于0")
    first = history.first_treated
    if first and onset and first.last < onset.on:
        # 患者报告卡：首次治疗时间不早于初次发病时间.
        words = f"首次抗精神病药治疗时间（{first.words}）早于初次发病时间（{onset.words}）"
        yield Problem("first_treated", words)
