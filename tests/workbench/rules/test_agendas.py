"""When an item needs nothing more."""

import pytest

from data.codes import AgendaTier, DecisionKind
from workbench.rules.agendas import is_settled

FOCUS, MATTER = AgendaTier.FOCUS, AgendaTier.MATTER
ACTION, DEFER = DecisionKind.ACTION, DecisionKind.DEFER


@pytest.mark.parametrize(
    ("tier", "rated", "decided", "settled"),
    [
        (FOCUS, False, [], False),
        (FOCUS, True, [], False),
        (FOCUS, False, [ACTION], False),
        (FOCUS, True, [ACTION], True),
        (FOCUS, False, [DEFER], True),
        (MATTER, False, [], False),
        (MATTER, False, [ACTION], True),
        (MATTER, False, [DEFER], True),
    ],
)
def test_a_case_needs_both_and_a_matter_one(tier, rated, decided, settled):
    assert is_settled(tier, rated=rated, decided=decided) is settled
