"""Who is meant by the few signs somebody typed."""

from __future__ import annotations

from dataclasses import dataclass

_LEAST_DIGITS = 2
# What a name is parted by, and what an input method puts between syllables.
_PARTS = str.maketrans("", "", "·'’ -")


@dataclass(frozen=True)
class Sought:
    """What a person can be found by. Numbers are told by their last digits."""

    words: tuple[str, ...]
    numbers: tuple[str, ...]


def found_by(typed: str, sought: Sought) -> bool:
    """Whether everything typed, part by part, is in the words or at the end of a number."""
    return all(_one(part, sought) for part in typed.split())


def _one(part: str, sought: Sought) -> bool:
    sign = _plain(part)
    if not sign or any(sign in _plain(words) for words in sought.words):
        return True
    digits = sum(each.isdigit() for each in sign)
    at_the_end = digits >= _LEAST_DIGITS and digits >= len(sign) - 1
    return at_the_end and any(_plain(number).endswith(sign) for number in sought.numbers if number)


def _plain(text: str) -> str:
    return text.translate(_PARTS).casefold()
