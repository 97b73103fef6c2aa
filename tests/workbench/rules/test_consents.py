"""When somebody who refused is asked again."""

from datetime import date

import pytest

from data.profiles import NATIONAL, read_profile
from data.register_codes import ConsentAnswer, ReportType
from workbench.rules.consents import ask_again_on


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
