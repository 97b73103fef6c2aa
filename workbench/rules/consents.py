"""When somebody who refused is asked again, and whom a refusal takes out of management."""

from __future__ import annotations

from datetime import date

from data.register_codes import ConsentAnswer, ReportType
from data.rule_values import Profile
from workbench.rules.dates import plus
from workbench.rules.truth import Truth


def rests_on_consent(report_type: ReportType | None) -> Truth:
    """Whether a patient is managed only as long as they agree; None when it is not known.

    Type 1 is the report on somebody who harmed or may harm others
    (精神卫生法 第三十条第二款第二项). The national report card takes 知情同意 as given for it,
    so here management goes on whatever is answered. That a patient of the six classes may leave
    is a default of this program: no document on leaving was found.
    """
    return None if report_type is None else report_type is ReportType.SIX_CLASSES


def ask_again_on(
    answer: ConsentAnswer,
    report_type: ReportType | None,
    *,
    asked_on: date,
    profile: Profile,
) -> date | None:
    """The day to ask again after a refusal; None when nobody has to.

    Who may refuse is asked again every year, which is a default of this program and not checked
    against a standard. Whoever's report type is not known is asked again.
    """
    if answer is ConsentAnswer.AGREED or rests_on_consent(report_type) is False:
        return None
    return plus(asked_on, profile["consent.reask"])


def check_refusal(answer: ConsentAnswer | None, report_type: ReportType | None) -> tuple[str, ...]:
    """What keeps a case from ending because consent was withdrawn, in words."""
    obstacles = []
    rests = rests_on_consent(report_type)
    if rests is None:
        obstacles.append("还没有登记报告类型")
    elif not rests:
        obstacles.append(f"报告类型为{ReportType.ONSET.label}的患者，不同意时仍继续管理")
    if answer is None:
        obstacles.append("还没有登记本人或监护人的答复")
    elif answer is ConsentAnswer.AGREED:
        obstacles.append("登记的答复是同意参加管理")
    return tuple(obstacles)
