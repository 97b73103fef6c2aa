"""Yes, no, and not known: what a known answer settles and what an unknown one leaves open."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping
from typing import TypeAlias, TypeVar

Truth: TypeAlias = bool | None
Key = TypeVar("Key", bound=Hashable)


def at_least(needed: int, answers: Collection[Truth]) -> Truth:
    """Tell whether so many answers are yes; not known while the unknown ones could decide it."""
    yes = sum(answer is True for answer in answers)
    if yes >= needed:
        return True
    unknown = sum(answer is None for answer in answers)
    return None if yes + unknown >= needed else False


def any_of(*answers: Truth) -> Truth:
    """Tell whether one of the answers is yes."""
    return at_least(1, answers)


def is_one_of(value: Key | None, wanted: Collection[Key]) -> Truth:
    """Tell whether a value is among those wanted; not known when the value is not."""
    return None if value is None else value in wanted


def reachable(grades: Collection[frozenset[int]]) -> frozenset[int]:
    """The worst grades there can be, given the grades each fact may still have."""
    floor = max(min(possible) for possible in grades)
    return frozenset(grade for possible in grades for grade in possible if grade >= floor)


def deciding(
    grades: Mapping[Key, frozenset[int]], outcome: Callable[[int], Hashable]
) -> tuple[Key, ...]:
    """Name the facts whose grade, once known, could still change what follows from the worst."""
    return tuple(key for key in grades if _matters(key, grades, outcome))


def _matters(
    key: Key, grades: Mapping[Key, frozenset[int]], outcome: Callable[[int], Hashable]
) -> bool:
    own = grades[key]
    rest = [possible for other, possible in grades.items() if other != key]
    floors = reachable(rest) if rest else frozenset({min(own)})
    return any(len({outcome(max(floor, grade)) for grade in own}) > 1 for floor in floors)
