"""How team members are named on screens: their part first, the name shortened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbench.teams import MemberRow
from workbench.words import masked


def person_text(role: str, name: str) -> str:
    """Role and shortened name."""
    return f"{role} {masked(name)}"


def member_choices(members: Iterable[MemberRow]) -> list[tuple[object, str]]:
    """Members for a picker."""
    return [(member.id, person_text(member.role.label, member.name)) for member in members]


def manager_choices(
    members: Iterable[MemberRow], loads: Mapping[int, int]
) -> list[tuple[object, str]]:
    """Members for a picker of case managers, with how many cases each has."""
    return [
        (key, f"{text}·{loads[key]}例" if isinstance(key, int) and loads.get(key) else text)
        for key, text in member_choices(members)
    ]
