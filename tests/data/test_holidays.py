"""The official days off."""

from datetime import date, timedelta

import pytest

from data.holidays import working_years


def test_the_table_covers_three_years():
    assert list(working_years()) == [2024, 2025, 2026]


@pytest.mark.parametrize(("year", "days"), [(2024, 251), (2025, 248), (2026, 248)])
def test_a_year_has_as_many_working_days_as_were_announced(year, days):
    found = working_years()[year]
    first = date(year, 1, 1)
    all_days = [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]
    weekdays = {day for day in all_days if day.weekday() < 5}
    assert len((weekdays - found.off) | found.worked) == days
    assert all(day.weekday() >= 5 for day in found.worked)
    assert date(year, 10, 1) in found.off
