"""Who is meant by the few signs somebody typed, and who most of all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from workbench.rules.pinyin import readings

_LEAST_DIGITS = 2
# What a name is parted by, and what an input method puts between syllables.
_PARTS = str.maketrans({**dict.fromkeys("·'’ -"), "ü": "v"})
_TWO_LETTERS = ("zh", "ch", "sh")


class Nearness(IntEnum):
    """How well somebody fits what was typed, best first."""

    WHOLE = 0
    BEGINNING = 1
    WITHIN = 2
    ELSEWHERE = 3


@dataclass(frozen=True)
class Sought:
    """What a person can be found by. Numbers are told by their last digits."""

    names: tuple[str, ...]
    words: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()

    @cached_property
    def _spelled(self) -> tuple[_Spelled, ...]:
        return tuple(_Spelled(_plain(name)) for name in self.names if name)

    @cached_property
    def _plain_words(self) -> tuple[str, ...]:
        return tuple(_plain(each) for each in self.words if each)

    @cached_property
    def _ends(self) -> tuple[str, ...]:
        return tuple(_plain(each) for each in self.numbers if each)

    def spell(self) -> Sought:
        """Work out the readings now, so that nobody waits for them at the first key."""
        for name in self._spelled:
            name.spell()
        return self

    def nearness(self, typed: str) -> Nearness | None:
        """How well the person fits: by a name as a whole, else by every part typed; else not."""
        return self.fits(*_signs(typed))

    def fits(self, whole: str, parts: Sequence[str]) -> Nearness | None:
        """The same for what was typed as plain signs, which of thousands is made ready once."""
        near = self._by_name(whole)
        if near is not None:
            return near
        worst = Nearness.WHOLE
        for part in parts:
            near = None if part == whole else self._by_name(part)
            if near is None:
                near = self._elsewhere(part)
            if near is None:
                return None
            worst = max(worst, near)
        return worst

    def _elsewhere(self, sign: str) -> Nearness | None:
        if sign in self._plain_words:
            return Nearness.WHOLE
        elsewhere = any(sign in words for words in self._plain_words) or self._by_number(sign)
        return Nearness.ELSEWHERE if elsewhere else None

    def _by_name(self, sign: str) -> Nearness | None:
        if not sign:
            return Nearness.WHOLE
        best: Nearness | None = None
        for name in self._spelled:
            near = name.nearness(sign)
            if near is not None and (best is None or near < best):
                best = near
        return best

    def _by_number(self, sign: str) -> bool:
        digits = sum(each.isdigit() for each in sign)
        if digits < max(_LEAST_DIGITS, len(sign) - 1):
            return False
        return any(number.endswith(sign) for number in self._ends)


class _Spelled:
    """A name as it may be typed: each character as itself, a syllable, or how that begins."""

    def __init__(self, name: str) -> None:
        self._name = name

    def spell(self) -> None:
        _ = self._anywhere

    @cached_property
    def _typed_as(self) -> tuple[tuple[str, ...], ...]:
        return tuple(_typed_as(character) for character in self._name)

    @cached_property
    def _begins(self) -> tuple[frozenset[str], ...]:
        """The signs each character may begin with: most names are told apart by them alone."""
        return tuple(frozenset(each[0] for each in ways) for ways in self._typed_as)

    @cached_property
    def _anywhere(self) -> frozenset[str]:
        return frozenset[str]().union(*self._begins)

    def nearness(self, sign: str) -> Nearness | None:
        if sign[0] not in self._anywhere:
            return None
        for first, begins in enumerate(self._begins):
            if sign[0] in begins and (ends := self._met(sign, first)):
                if first:
                    return Nearness.WITHIN
                whole = len(self._name) in ends
                return Nearness.WHOLE if whole else Nearness.BEGINNING
        return None

    def _met(self, sign: str, place: int) -> set[int]:
        """Behind which characters what was typed may end, beginning with the one at a place."""
        if place == len(self._name):
            return set()
        ends: set[int] = set()
        for way in self._typed_as[place]:
            if way.startswith(sign):
                ends.add(place + 1)
            elif sign.startswith(way):
                ends |= self._met(sign[len(way) :], place + 1)
        return ends


def nearest(typed: str, people: Iterable[tuple[int, Sought]]) -> dict[int, Nearness]:
    """Everybody who may be meant, by key; whoever stands there twice counts by the better fit."""
    found: dict[int, Nearness] = {}
    whole, parts = _signs(typed)
    for key, sought in people:
        near = sought.fits(whole, parts)
        if near is not None:
            found[key] = min(near, found.get(key, near))
    return dict(sorted(found.items(), key=lambda each: each[1]))


def _typed_as(character: str) -> tuple[str, ...]:
    """Every way to type one character in full, and in short by the first letters of a syllable."""
    ways = {character}
    for syllable in readings(character):
        ways |= {syllable, syllable[0]}
        if syllable.startswith(_TWO_LETTERS):
            ways.add(syllable[:2])
    return tuple(sorted(ways))


def _signs(typed: str) -> tuple[str, tuple[str, ...]]:
    """What was typed as one word, and as so many, in plain signs."""
    return _plain(typed), tuple(_plain(part) for part in typed.split())


def _plain(text: str) -> str:
    return text.casefold().translate(_PARTS)
