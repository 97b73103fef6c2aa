"""What became of the words of a text: which stayed, which went and which are new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import Enum

# Numbers, dates and Latin words are read as one; half of a number is no change one can follow.
_UNIT = re.compile(r"[0-9A-Za-z]+(?:[-./:][0-9A-Za-z]+)*|.", re.DOTALL)
# Fewer characters that happen to be the same between two changes only make them harder to read.
_SHORTEST_KEPT = 2
# Texts that share less than this were written anew.
_LEAST_SHARED = 0.3


class Fate(Enum):
    """What became of a piece of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Piece:
    """Neighbouring words with one fate."""

    text: str
    fate: Fate = Fate.KEPT


@dataclass(frozen=True)
class Rewording:
    """A text as it read and as it reads now; each side in pieces."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


@dataclass(frozen=True)
class _Step:
    """Units that stand on either side at the same place."""

    same: bool
    old: str
    new: str


def compare_wordings(before: str, after: str) -> Rewording:
    """Compare two texts by words a reader can follow; one written anew is changed as a whole."""
    steps = list(_steps(_UNIT.findall(before), _UNIT.findall(after)))
    kept = sum(len(step.old) for step in steps if step.same)
    if 2 * kept < _LEAST_SHARED * (len(before) + len(after)):
        steps = [_Step(before == after, before, after)]
    return Rewording(_side(steps, Fate.REMOVED), _side(steps, Fate.ADDED))


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[_Step]:
    """Changes and what is the same between them, short stretches of the same joined to changes."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    waiting: _Step | None = None
    codes = matcher.get_opcodes()
    for place, (tag, i, j, k, m) in enumerate(codes):
        step = _Step(tag == "equal", "".join(old[i:j]), "".join(new[k:m]))
        inside = 0 < place < len(codes) - 1
        if step.same and inside and len(step.old) < _SHORTEST_KEPT:
            step = replace(step, same=False)
        if waiting and waiting.same == step.same:
            waiting = _Step(step.same, waiting.old + step.old, waiting.new + step.new)
        else:
            yield from [waiting] if waiting else []
            waiting = step
    yield from [waiting] if waiting else []


def _side(steps: Iterable[_Step], fate: Fate) -> tuple[Piece, ...]:
    pieces = (
        Piece(step.old if fate is Fate.REMOVED else step.new, Fate.KEPT if step.same else fate)
        for step in steps
    )
    return tuple(piece for piece in pieces if piece.text)
