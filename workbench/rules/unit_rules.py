"""Which values a unit may decide for itself."""

from __future__ import annotations

from data.clinical_codes import Criterion
from data.rule_values import RuleValue, Unit

# A value beyond these is a slip of the pen. They are the program's own.
_MOST = {
    Unit.DAYS: 3660,
    Unit.MONTHS: 120,
    Unit.WORKING_DAYS: 250,
    Unit.HOURS: 720,
    Unit.CRITERIA: len(Criterion),
    Unit.TIMES: 100,
    Unit.PERCENT: 100,
    Unit.PER_TEN_THOUSAND: 10000,
}
_PERIODS = ("meeting.", "exchange.period", "screen.full")
_IN_A_YEAR = 12


def why_impossible(usual: RuleValue, amount: int, unit: Unit) -> str:
    """Say why a value cannot be decided in place of the usual one; empty when it can."""
    if not unit.fits(usual.unit):
        return f"应以“{usual.unit.label}”计"
    if amount < 1:
        return "应大于0"
    most = _most(usual.key, unit)
    if amount > most:
        return f"最多{most}{unit.label}"
    if usual.key.startswith(_PERIODS) and (unit is not Unit.MONTHS or _IN_A_YEAR % amount):
        return "应是1、2、3、4、6或12个月，才能按月、季度、半年或年计"
    return ""


def _most(key: str, unit: Unit) -> int:
    """No more criteria can be asked for than a kind of case has."""
    kinds = [c for c in Criterion if key == f"entry.{c.kind.value}.min_criteria"]
    return len(kinds) or _MOST[unit]
