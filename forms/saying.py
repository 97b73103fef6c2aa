"""Say answers in words: sentences with answers in them, names, days and levels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from string import Formatter

from forms.answers import Answers, names_of, number_of, part_of, rows_of, text_of
from forms.blocks import Blank, Face, Line, Run, Words
from forms.definition import Kind

WEEKDAYS = "一二三四五六日"
NOTHING = "无"
UNKNOWN = "—"
WIDE_SPACE = "\u3000"
HALF_SPACE = "\u2002"
FIRST_SERIOUS_LEVEL = 3

Said = list[Run | None]  # None: what follows begins a new line


def sentence(template: str, answers: Answers, kinds: Mapping[str, Kind]) -> tuple[Line, ...]:
    """A sentence with its answers, as the lines it was typed in."""
    said: Said = []
    for literal, key, _, _ in Formatter().parse(template):
        said += [Words(literal)] if literal else []
        said += _answer(key, answers, kinds) if key else []
    return lines(said)


def blank_sentence(template: str, kinds: Mapping[str, Kind]) -> tuple[Line, ...]:
    """The same sentence to be filled by pen. An answer that is the whole sentence is white."""
    parts = list(Formatter().parse(template))
    if len(parts) == 1 and not parts[0][0]:
        return ((),)
    said: list[Run] = []
    for literal, key, _, _ in parts:
        said += [form(literal)] if literal else []
        said += _blank(key, kinds) if key else []
    return (tuple(said),)


def lines(said: Iterable[Run | None]) -> tuple[Line, ...]:
    """Runs as lines, a new one wherever the typist began one."""
    found: list[list[Run]] = [[]]
    for run in said:
        if run is None:
            found.append([])
        else:
            found[-1].append(run)
    return tuple(map(tuple, found))


def typed(text: str, face: Face = Face.VALUE) -> Iterator[Run | None]:
    """What a person typed, line by line. Nothing in it is markup."""
    for number, line in enumerate(text.splitlines()):
        if number:
            yield None
        yield Words(line, face)


def form(text: str) -> Words:
    """Words of the form itself."""
    return Words(text, Face.FORM)


def strong(text: str) -> Words:
    """Words that carry the decision."""
    return Words(text, Face.STRONG)


def name(text: str, face: Face = Face.VALUE) -> Words:
    """A person's name, never broken over two lines."""
    return Words(text, face, whole=True)


def column_name(text: str, face: Face = Face.VALUE) -> Words:
    """A name in a column, where names of two characters are set apart to the width of three."""
    return name(WIDE_SPACE.join(text) if len(text) == 2 else text, face)


def spread(label: str) -> str:
    """A label of two or three characters set to the width of four."""
    gaps = {2: WIDE_SPACE * 2, 3: HALF_SPACE}
    return gaps.get(len(label), "").join(label)


def level(number: int) -> str:
    """A level as number and word, marked from the third on."""
    return f"{'▲' if number >= FIRST_SERIOUS_LEVEL else ''}{number}级"


def long_day(day: str) -> str:
    """2026年11月25日"""
    held = date.fromisoformat(day)
    return f"{held.year}年{held.month}月{held.day}日"


def _answer(key: str, answers: Answers, kinds: Mapping[str, Kind]) -> Said:
    plain, _, measure = key.partition(".")
    if measure == "count":
        return [Words(str(len(names_of(answers, plain))))]
    return SAYING[kinds[plain]](answers, plain)


def _line(answers: Answers, key: str) -> Said:
    return list(typed(text_of(answers, key) or UNKNOWN))


def _day(answers: Answers, key: str) -> Said:
    day = text_of(answers, key)
    if not day:
        return list(_blank_day())
    return [Words(f"{long_day(day)}（星期{WEEKDAYS[date.fromisoformat(day).weekday()]}）")]


def _time(answers: Answers, key: str) -> Said:
    time = text_of(answers, key)
    return [Words(time)] if time else list(_blank_time())


def _count(answers: Answers, key: str) -> Said:
    number = number_of(answers, key)
    return [Blank(3)] if number is None else [Words(str(number))]


def _name(answers: Answers, key: str) -> Said:
    return [column_name(text_of(answers, key) or UNKNOWN)]


def _names(answers: Answers, key: str) -> Said:
    said: Said = []
    for person in names_of(answers, key):
        said += [Words("、")] if said else []
        said.append(name(person))
    return said or [Words(NOTHING)]


def _person(answers: Answers, key: str) -> Said:
    person = part_of(answers, key)
    post = text_of(person, "post")
    return [name(text_of(person, "name") or UNKNOWN), *([Words(f"（{post}）")] if post else [])]


def _absences(answers: Answers, key: str) -> Said:
    said: Said = []
    for absence in rows_of(answers, key):
        said += [Words("；")] if said else []
        written = "已交书面意见" if absence.get("written") else ""
        why = "，".join(filter(None, (text_of(absence, "reason"), written)))
        said.append(name(text_of(absence, "name")))
        said += [Words(f"（{why}）")] if why else []
    return said or [Words(NOTHING)]


def _occasion(answers: Answers, key: str) -> Said:
    meeting = part_of(answers, key)
    day, place = text_of(meeting, "held_on"), text_of(meeting, "place")
    when = " ".join(filter(None, (long_day(day) if day else "", text_of(meeting, "begins"))))
    return [Words("，".join(filter(None, (when, place))))]


SAYING: dict[Kind, Callable[[Answers, str], Said]] = {
    Kind.LINE: _line,
    Kind.DAY: _day,
    Kind.TIME: _time,
    Kind.COUNT: _count,
    Kind.NAME: _name,
    Kind.NAMES: _names,
    Kind.PERSON: _person,
    Kind.ABSENCES: _absences,
    Kind.OCCASION: _occasion,
}


def _blank(key: str, kinds: Mapping[str, Kind]) -> tuple[Run, ...]:
    plain, _, measure = key.partition(".")
    if measure == "count":
        return (Blank(3),)
    match kinds[plain]:
        case Kind.DAY:
            return _blank_day()
        case Kind.TIME:
            return _blank_time()
        case Kind.COUNT:
            return (Blank(3),)
        case Kind.OCCASION:
            return (*_blank_day(), *_blank_time(), form("，地点"), Blank(12))
        case Kind.NAMES | Kind.ABSENCES:
            return ()
        case _:
            return (Blank(4),)


def _blank_day() -> tuple[Run, ...]:
    return (Blank(3), form("年"), Blank(1.5), form("月"), Blank(1.5), form("日"))


def _blank_time() -> tuple[Run, ...]:
    return (Blank(1.5), form("时"), Blank(1.5), form("分"))
