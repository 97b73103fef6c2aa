"""When somebody who refused is asked again."""

from __future__ import annotations

from datetime import date

from data.register_codes import ConsentAnswer, ReportType
from data.rule_values import Profile
from workbench.rules.dates import plus


def ask_again_on(
    answer: ConsentAnswer,
    report_type: ReportType | None,
    *,
    asked_on: date,
    profile: Profile,
) -> date | None:
    """The day to ask again after a refusal; None when nobody has to.

    A patient of the six classes who refuses is asked again every year, and one who was reported
    for danger to others is managed all the same; both are defaults of this program, not checked
    against a standard. Whoever's report type is not known is asked again.
    """
    if answer is ConsentAnswer.AGREED or report_type is ReportType.ONSET:
        return None
    return plus(asked_on, profile["consent.reask"])
