"""When somebody who refused is asked again, and whom a refusal takes out of management."""

from datetime import date

import pytest

from data.profiles import NATIONAL, read_profile
from data.register_codes import ConsentAnswer, ReportType
from workbench.rules.consents import ask_again_on, check_refusal, rests_on_consent


@pytest.mark.parametrize(
    ("answer", "report_type", "due"),
    [
        (ConsentAnswer.REFUSED, ReportType.SIX_CLASSES, date(2025, 2, 28)),
        (ConsentAnswer.REFUSED, None, date(2025, 2, 28)),
        (ConsentAnswer.REFUSED, ReportType.ONSET, None),
        (ConsentAnswer.AGREED, ReportType.SIX_CLASSES, None),
    ],
)
def test_a_refusal_is_asked_again_after_a_year_unless_management_goes_on_anyway(
    answer, report_type, due
):
    profile = read_profile(NATIONAL)
    found = ask_again_on(answer, report_type, asked_on=date(2024, 2, 29), profile=profile)
    assert found == due


@pytest.mark.parametrize(
    ("report_type", "rests"),
    [(ReportType.SIX_CLASSES, True), (ReportType.ONSET, False), (None, None)],
)
def test_only_who_was_registered_by_class_is_managed_by_consent(report_type, rests):
    assert rests_on_consent(report_type) is rests


@pytest.mark.parametrize(
    ("answer", "report_type", "obstacles"),
    [
        (ConsentAnswer.REFUSED, ReportType.SIX_CLASSES, ()),
        (ConsentAnswer.AGREED, ReportType.SIX_CLASSES, ("登记的答复是同意参加管理",)),
        (None, ReportType.SIX_CLASSES, ("还没有登记本人或监护人的答复",)),
        (ConsentAnswer.REFUSED, None, ("还没有登记报告类型",)),
        (
            ConsentAnswer.REFUSED,
            ReportType.ONSET,
            ("报告类型为发病报告（30条2款2项）的患者，不同意时仍继续管理",),
        ),
        (None, None, ("还没有登记报告类型", "还没有登记本人或监护人的答复")),
    ],
)
def test_a_refusal_ends_a_case_only_where_management_rests_on_consent(
    answer, report_type, obstacles
):
    assert check_refusal(answer, report_type) == obstacles
