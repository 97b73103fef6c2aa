"""What is typed at the table and must not be read from across the room."""

from datetime import date

import pytest

from data.codes import MemberRole, Sex
from data.register_codes import Relation
from tests.builders import NAMES
from workbench.guardians import GuardianParticulars, name_guardian
from workbench.patients import Particulars, register_patient
from workbench.projection import read_veil
from workbench.teams import add_member

EARLY = date(2026, 1, 1)


@pytest.fixture
def veil(bench, team):
    """Somebody whose family, numbers and houses are all on file."""
    given = Particulars(
        "令狐㛃",
        Sex.FEMALE,
        date(1985, 3, 7),
        "苜蓿村",
        "精神分裂症",
        former_name="令狐小满",
        address="苜蓿村桂花巷拐角红门",
        registered_address="澄江县外婆桥边",
    )
    guard = GuardianParticulars("令狐守拙", Relation.SIBLING, address="苜蓿村水塔西边平房")
    name_guardian(bench, register_patient(bench, given), guard, from_on=EARLY)
    add_member(bench, team.id, name="逄雪", role=MemberRole.VILLAGE, unit="苜蓿村", from_on=EARLY)
    return read_veil(bench)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("由逄雪陪令狐㛃复诊", "由逄*陪令*㛃复诊"),
        ("逄　雪、逄 雪", "逄*、逄*"),
        ("曾用名令狐小满", "曾用名令狐**"),
        ("到苜蓿村桂花巷拐角红门走访", "到苜蓿村走访"),
        ("桂花巷拐角红门，户籍澄江县外婆桥边", "（住址），户籍（住址）"),
        ("联系令狐守拙，住水塔西边平房", "联系令狐**，住（住址）"),
        ("欧阳松柏的电话13900000617", "欧阳**的电话139********"),
        ("两周内完成针剂评估。", "两周内完成针剂评估。"),
        ("", ""),
    ],
)
def test_names_numbers_and_addresses_of_everybody_are_covered(veil, text, shown):
    assert veil.over(text) == shown


def test_every_member_and_patient_on_file_is_covered(veil):
    assert [name for name in NAMES if name in veil.over("、".join(NAMES))] == []


def test_a_veil_says_nothing_of_what_it_covers(veil):
    assert "令狐" not in repr(veil)
