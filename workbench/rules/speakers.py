"""Who speaks in what was written down at a table: lines that begin with a part and a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.rules.searching import Nearness, Sought

COLON = "："
_INDENT = "\u3000"
_MARK = "@＠"
_BRACKETS = re.compile("（[^）]*）")


@dataclass(frozen=True)
class Person:
    """Somebody at the table; `short` are ever longer ways to say the name, the last in full.

    `part` is the role in full where the role itself is said in short.
    """

    key: int
    role: str
    short: tuple[str, ...]
    part: str = ""

    @property
    def roles(self) -> tuple[str, ...]:
        """Every way to say the role, without what stands in brackets too."""
        ways = (self.role, self.part, _BRACKETS.sub("", self.part))
        return tuple(dict.fromkeys(way for way in ways if way))


@dataclass(frozen=True)
class Discussion:
    """What each member said, by key, and the words of nobody in particular."""

    said: Mapping[int, str] = field(default_factory=dict)
    rest: str = ""


def tags(people: Sequence[Person]) -> dict[int, str]:
    """What each person is called at the beginning of a line: part and surname, more if needed."""
    found: dict[int, str] = {}
    for depth in range(max((len(p.short) for p in people), default=0)):
        called = {p.key: f"{p.role} {p.short[min(depth, len(p.short) - 1)]}" for p in people}
        times = Counter(called.values())
        for key, words in called.items():
            if times[words] == 1:
                found.setdefault(key, words)
    for person in people:  # two of one name in one part: the first answers to it
        found.setdefault(person.key, f"{person.role} {person.short[-1]}")
    return {person.key: found[person.key] for person in people}


def spoken(text: str, people: Sequence[Person]) -> Discussion:
    """Who said what in a text: each line belongs to whom it begins with.

    A line that begins with white space goes on where the one before it left off; every other one
    is the discussion's own.
    """
    ways = _ways(people)
    said: dict[int, list[str]] = {}
    rest: list[str] = []
    into = rest
    for line in text.split("\n"):
        if line[:1].isspace():
            into.append(line.strip())
            continue
        key, words = _who(line, ways)
        into = rest if key is None else said.setdefault(key, [])
        into.append(words if key is not None else line.rstrip())
    told = {key: "\n".join(lines).strip() for key, lines in said.items()}
    return Discussion({k: words for k, words in told.items() if words}, "\n".join(rest).strip())


def as_text(discussion: Discussion, people: Sequence[Person]) -> str:
    """The same as a text that is read back by `spoken`."""
    called = tags(people)
    lines = []
    for key, tag in called.items():
        words = discussion.said.get(key, "")
        if words:
            lines.append(f"{tag}{COLON}" + words.replace("\n", f"\n{_INDENT}"))
    return "\n".join([*lines, *([discussion.rest] if discussion.rest else [])])


def speaker_of(line: str, people: Sequence[Person]) -> int | None:
    """Whose line it is."""
    return _who(line, _ways(people))[0]


def addressed(text: str, people: Sequence[Person]) -> tuple[int, int] | None:
    """Who a text begins with, mark or none, and how many signs of it say so; the longest way."""
    begins = len(text) - len(text.lstrip(_MARK))
    for way, key in _ways(people):
        found = way.match(text, begins)
        if found is not None:
            return key, found.end()
    return None


def meant(typed: str, people: Sequence[Person]) -> list[Person]:
    """Whom a few signs may mean, by part, name or initials; only the best fits."""
    found: list[tuple[Nearness, Person]] = []
    for person in people:
        near = _nearness(typed, person)
        if near is not None:
            found.append((near, person))
    best = min((near for near, _ in found), default=None)
    return [person for near, person in found if near == best]


def offered(typed: str, people: Sequence[Person]) -> list[Person]:
    """Everybody whom a few signs may mean, the best fit first; all of them before any sign."""
    if not typed:
        return list(people)
    found = [(near, person) for person in people if (near := _nearness(typed, person)) is not None]
    return [person for _, person in sorted(found, key=lambda pair: pair[0])]


def _nearness(typed: str, person: Person) -> Nearness | None:
    return Sought(names=(person.short[-1], *person.roles)).nearness(typed)


def _who(line: str, ways: Sequence[tuple[re.Pattern[str], int]]) -> tuple[int | None, str]:
    plain = line.lstrip(_MARK)
    for way, key in ways:
        found = way.match(plain)
        if found is None:
            continue
        words = plain[found.end() :]
        if words[:1] in ("：", ":") or not words or words[:1].isspace():
            return key, words.lstrip("：: \u3000").rstrip()
    return None, line


def _ways(people: Sequence[Person]) -> list[tuple[re.Pattern[str], int]]:
    """Every way of saying who it is that means one person only, the longest first."""
    meanings: dict[str, set[int]] = {}
    for person in people:
        names = [f"{role} {short}" for role in person.roles for short in person.short]
        for words in (*person.roles, *names, person.short[-1]):
            meanings.setdefault(words, set()).add(person.key)
    # Two of one name in one part: the first answers to it.
    for person in reversed(people):
        meanings[f"{person.role} {person.short[-1]}"] = {person.key}
    alone = [(words, keys) for words, keys in meanings.items() if len(keys) == 1]
    ordered = sorted(alone, key=lambda pair: -len(pair[0]))
    return [(_loosely(words), next(iter(keys))) for words, keys in ordered]


def _loosely(words: str) -> re.Pattern[str]:
    """The words with any white space, or none, where there is some."""
    return re.compile(r"\s*".join(re.escape(part) for part in words.split(" ")))
