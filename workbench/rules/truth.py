"""Yes, no, and not known: what a known answer settles and what an unknown one leaves open."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias, TypeVar

Truth: TypeAlias = bool | None
Key = TypeVar("Key", bound=Hashable)
REMEMBERED = 4096  # what follows from which grades; of whom they are is not kept


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
    return _reachable(frozenset(grades))


def deciding(
    grades: Mapping[Key, frozenset[int]], outcome: Callable[[int], Hashable]
) -> tuple[Key, ...]:
    """Name the facts whose grade, once known, could still change what follows from the worst."""
    if len(reachable(grades.values())) == 1:
        return ()
    ends = {grade: outcome(grade) for grade in frozenset[int]().union(*grades.values())}
    # Which grades end alike is all that matters, and it is so of most people of a register.
    alike = tuple((grade, _first(ends, end)) for grade, end in ends.items())
    matter = _matter(tuple(grades.values()), alike)
    return tuple(key for key, matters in zip(grades, matter, strict=True) if matters)


def _first(ends: Mapping[int, Hashable], wanted: Hashable) -> int:
    return next(grade for grade, end in ends.items() if end == wanted)


@lru_cache(REMEMBERED)
def _reachable(grades: frozenset[frozenset[int]]) -> frozenset[int]:
    floor = max(min(possible) for possible in grades)
    return frozenset(grade for possible in grades for grade in possible if grade >= floor)


@lru_cache(REMEMBERED)
def _matter(
    grades: tuple[frozenset[int], ...], alike: tuple[tuple[int, int], ...]
) -> tuple[bool, ...]:
    """Tell of each fact whether it matters, `alike` naming for each grade one that ends alike."""
    ends = dict(alike)
    return tuple(_matters(number, grades, ends) for number in range(len(grades)))


def _matters(number: int, grades: Sequence[frozenset[int]], ends: Mapping[int, int]) -> bool:
    own, rest = grades[number], [*grades[:number], *grades[number + 1 :]]
    floors = reachable(rest) if rest else frozenset({min(own)})
    return any(len({ends[max(floor, grade)] for grade in own}) > 1 for floor in floors)
