"""Who must be at the table."""

import pytest

from data.clinical_codes import CaseFact
from data.codes import MemberRole, RiskLevel
from workbench.rules.attendance import must_attend

LEADER, PREVENTION = MemberRole.LEADER, MemberRole.PREVENTION
POLICE, VILLAGE = MemberRole.POLICE, MemberRole.VILLAGE


@pytest.mark.parametrize("level", RiskLevel)
def test_from_level_3_up_police_prevention_and_village_must_be_there(level):
    found = must_attend(level, [LEADER, PREVENTION])
    assert found.absent == ((POLICE, VILLAGE) if level >= 3 else ())
    assert (found.open_roles, found.missing) == ((), ())


def test_an_unknown_level_leaves_two_roles_open_until_they_are_there():
    found = must_attend(None, [LEADER])
    assert (found.absent, found.open_roles) == ((PREVENTION,), (POLICE, VILLAGE))
    assert found.missing == (CaseFact.RISK_LEVEL,)
    assert must_attend(None, [LEADER, PREVENTION, POLICE, VILLAGE]).missing == ()


def test_a_unit_may_ask_for_others():
    found = must_attend(RiskLevel.NONE, [], always=[MemberRole.PSYCHIATRIST])
    assert found.roles == (MemberRole.PSYCHIATRIST,)
    assert "精神科医师" in found.because
    assert "默认设置" in found.because
