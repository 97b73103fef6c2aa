"""Hints on how well a patient is guarded. They suggest; a person decides.

No official definition of 弱监护 was found, so all of this is the program's own proposal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from data.clinical_codes import Guardianship
from data.register_codes import GuardianState
from workbench.rules.dates import plus_months, said
from workbench.rules.truth import Truth

AGE_LIMIT = 65


@dataclass(frozen=True, kw_only=True)
class GuardianFacts:
    """What is known of the guardian on a day; None is not known, except of the state.

    Without a state nobody was ever named. Whether there is an agreement is read from the
    register, so it is always known.
    """

    state: GuardianState | None = None
    born_on: date | None = None
    ill_or_disabled: Truth = None
    lives_elsewhere: Truth = None
    works_away: Truth = None
    has_income: Truth = None
    alone_and_absent: Truth = None
    second_patient: Truth = None
    agreement: bool = False
    refused: bool = False


@dataclass(frozen=True)
class CapacityHint:
    """What is suggested, why, and which unknowns could still speak for a weak guardianship.

    Nothing is suggested while nothing speaks against the guardian and something is not known.
    """

    suggested: Guardianship | None
    reasons: tuple[str, ...]
    missing: tuple[str, ...] = ()


def capacity_hint(facts: GuardianFacts, *, on: date, age_limit: int = AGE_LIMIT) -> CapacityHint:
    """Suggest 有监护, 弱监护 or 无监护, one reason for a weaker one being enough."""
    nobody = _nobody(facts.state)
    if nobody:
        return CapacityHint(Guardianship.NONE, (nobody,))
    reasons = (*_of_age(facts, on, age_limit), *_of_answers(facts), *_of_the_register(facts))
    missing = tuple(_missing(facts))
    if reasons:
        return CapacityHint(Guardianship.WEAK, reasons, missing)
    if missing:
        return CapacityHint(
            None, (f"没有发现监护薄弱的情况，尚不清楚：{'、'.join(missing)}",), missing
        )
    return CapacityHint(Guardianship.ADEQUATE, ("没有发现监护薄弱的情况",))


def _nobody(state: GuardianState | None) -> str:
    if state is None:
        return "没有登记监护人"
    return "" if state is GuardianState.ACTING else f"登记的监护人{state.label}"


def _of_age(facts: GuardianFacts, on: date, limit: int) -> Iterator[str]:
    if facts.born_on is not None and plus_months(facts.born_on, 12 * limit) <= on:
        years = (
            on.year
            - facts.born_on.year
            - ((on.month, on.day) < (facts.born_on.month, facts.born_on.day))
        )
        yield f"监护人{years}岁（{said(facts.born_on)}出生），已满{limit}岁"


def _of_answers(facts: GuardianFacts) -> Iterator[str]:
    if facts.ill_or_disabled:
        yield "监护人患病或残疾"
    if facts.lives_elsewhere:
        yield "监护人不与患者同住"
    if facts.works_away:
        yield "监护人在外务工"
    if facts.has_income is False:
        yield "监护人没有固定收入"
    if facts.alone_and_absent:
        yield "家中只有监护人一人且白天不在家"


def _of_the_register(facts: GuardianFacts) -> Iterator[str]:
    if facts.second_patient:
        yield "监护人还在照看另一名患者"
    if facts.refused:
        yield "监护人拒绝签订监护协议"
    elif not facts.agreement:
        yield "没有在有效期内的监护协议"


def _missing(facts: GuardianFacts) -> Iterator[str]:
    asked = {
        "监护人的出生日期": facts.born_on,
        "监护人是否患病或残疾": facts.ill_or_disabled,
        "监护人是否与患者同住": facts.lives_elsewhere,
        "监护人是否在外务工": facts.works_away,
        "监护人是否有固定收入": facts.has_income,
        "家中是否只有监护人一人且白天不在家": facts.alone_and_absent,
        "监护人是否还在照看另一名患者": facts.second_patient,
    }
    return (words for words, answer in asked.items() if answer is None)
