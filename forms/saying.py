"""Say answers in words: sentences with answers in them, names, days and levels."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from string import Formatter

from forms.answers import Answers, names_of, number_of, part_of, rows_of, text_of
from forms.blocks import Blank, Box, Change, Face, Line, Run, Squares, Words
from forms.fields import Field, Kind
from forms.wording import (
    BLANK,
    HALF_SPACE,
    HELD_ON,
    NOTHING,
    UNKNOWN,
    WEEKDAYS,
    WIDE_SPACE,
    Said,
    column_name,
    form,
    is_near,
    label_runs,
    level,
    lines,
    long_day,
    name,
    printed,
    short_day,
    typed,
)

Fields = Mapping[str, Field]
LISTS = "lists"  # where the option lists of the stored form version come with the answers
SHOWN_BLANK = (Kind.TICKS, Kind.CODES, Kind.SQUARES)  # what they offer stands on blanks too


def sentence(
    template: str, answers: Answers, fields: Fields, face: Face = Face.VALUE
) -> tuple[Line, ...]:
    """A sentence with its answers, as the lines it was typed in.

    `{lists.reasons}` says a whole list of options with their numbers.
    """
    said: Said = []
    for literal, key, _, _ in Formatter().parse(template):
        said += printed(literal, face)
        said += _answer(key, answers, fields) if key else []
    return lines(said)


def blank_sentence(template: str, answers: Answers, fields: Fields) -> tuple[Line, ...]:
    """The same sentence to be filled by pen. An answer that is the whole sentence is white."""
    parts = list(Formatter().parse(template))
    if len(parts) == 1 and not parts[0][0] and not _offers_options(parts[0][1], fields):
        return ((),)
    said: Said = []
    for literal, key, _, _ in parts:
        said += printed(literal, Face.FORM)
        said += _blank(key, answers, fields) if key else []
    return lines(said)


def say(answers: Answers, field: Field) -> tuple[Line, ...]:
    """One answer on its own, as the lines it was typed in."""
    return lines(SAYING[field.kind](answers, field))


def squares_of(answers: Answers, field: Field) -> Line:
    """The squares that the numbers of chosen options are written in."""
    chosen = _chosen(answers, field.key)[: field.boxes]
    white = [""] * (field.boxes - len(chosen))
    return (Squares((*chosen, *white), slashes=field.boxes > 1),)


def asked_in(template: str, fields: Fields) -> list[Field]:
    """The fields a sentence says, in order."""
    keys = (key.partition(".")[0] for _, key, _, _ in Formatter().parse(template) if key)
    return [fields[key] for key in keys]


def options_of(answers: Answers, name: str) -> list[tuple[str, str]]:
    """The codes and labels of an option list."""
    rows = rows_of(part_of(answers, LISTS), name)
    return [(text_of(row, "code"), text_of(row, "label")) for row in rows]


def _answer(key: str, answers: Answers, fields: Fields) -> Said:
    plain, _, measure = key.partition(".")
    if measure == "count":
        return [Words(str(len(names_of(answers, plain))))]
    if plain == LISTS:
        return _codes(answers, Field(plain, options=measure))
    return SAYING[fields[plain].kind](answers, fields[plain])


def _line(answers: Answers, field: Field) -> Said:
    return list(typed(text_of(answers, field.key) or UNKNOWN))


def _day(answers: Answers, field: Field) -> Said:
    day = text_of(answers, field.key)
    if not day:
        return list(_blank_day())
    return [Words(f"{long_day(day)}（星期{WEEKDAYS[date.fromisoformat(day).weekday()]}）")]


def _long_date(answers: Answers, field: Field) -> Said:
    day = text_of(answers, field.key)
    return [Words(long_day(day))] if day else list(_blank_day())


def _date(answers: Answers, field: Field) -> Said:
    return [Words(text_of(answers, field.key) or UNKNOWN)]


def _short(answers: Answers, field: Field) -> Said:
    return [*short_day(text_of(answers, field.key), text_of(answers, HELD_ON))]


def _time(answers: Answers, field: Field) -> Said:
    time = text_of(answers, field.key)
    return [Words(time)] if time else list(_blank_time())


def _count(answers: Answers, field: Field) -> Said:
    number = number_of(answers, field.key)
    return [Blank(3)] if number is None else [Words(str(number))]


def _level(answers: Answers, field: Field) -> Said:
    number = number_of(answers, field.key)
    return [Words(UNKNOWN if number is None else level(number))]


def _rated(answers: Answers, field: Field) -> Said:
    rated = part_of(answers, field.key)
    number, on = number_of(rated, "level"), text_of(rated, "on")
    if number is None:
        return [Words(UNKNOWN)]
    near = is_near(on, text_of(answers, HELD_ON)) if on else False
    return [Words(level(number)), *([Words(HALF_SPACE + (on[5:] if near else on))] if on else [])]


def _name(answers: Answers, field: Field) -> Said:
    return [column_name(text_of(answers, field.key) or UNKNOWN)]


def _names(answers: Answers, field: Field) -> Said:
    said: Said = []
    for person in names_of(answers, field.key):
        said += [Words("、")] if said else []
        said.append(name(person))
    return said or [Words(NOTHING)]


def _person(answers: Answers, field: Field) -> Said:
    person = part_of(answers, field.key)
    post = text_of(person, "post")
    return [name(text_of(person, "name") or UNKNOWN), *([Words(f"（{post}）")] if post else [])]


def _actor(answers: Answers, field: Field) -> Said:
    actor = part_of(answers, field.key)
    role, called = text_of(actor, "role"), text_of(actor, "name")
    said: Said = [Words(role)] if role else []
    said += [Words(WIDE_SPACE)] if role and called else []
    return [*said, column_name(called)] if called else said or [Words(UNKNOWN)]


def _absences(answers: Answers, field: Field) -> Said:
    said: Said = []
    for absence in rows_of(answers, field.key):
        said += [Words("；")] if said else []
        written = "已交书面意见" if absence.get("written") else ""
        why = "，".join(filter(None, (text_of(absence, "reason"), written)))
        said.append(name(text_of(absence, "name")))
        said += [Words(f"（{why}）")] if why else []
    return said or [Words(NOTHING)]


def _occasion(answers: Answers, field: Field) -> Said:
    meeting = part_of(answers, field.key)
    day, place = text_of(meeting, "held_on"), text_of(meeting, "place")
    when = " ".join(filter(None, (long_day(day) if day else "", text_of(meeting, "begins"))))
    return [Words("，".join(filter(None, (when, place))))]


def _ticks(answers: Answers, field: Field) -> Said:
    said: Said = []
    for code, label in options_of(answers, field.options):
        ticked = code in _chosen(answers, field.key)
        said += [Words(HALF_SPACE, Face.FORM)] if said else []
        said += [Box(ticked), *label_runs(label, Face.STRONG if ticked else Face.FORM)]
    return said


def _codes(answers: Answers, field: Field) -> Said:
    said: Said = []
    for code, label in options_of(answers, field.options):
        said += [Words(HALF_SPACE, Face.FORM)] if said else []
        told = f"{code}{label}"
        if BLANK in label:
            said += label_runs(told, Face.FORM, _written_into(answers, field.key, code))
        else:
            said.append(Words(told, Face.FORM, whole=True))
    return said


def _written_into(answers: Answers, key: str, code: str) -> list[str]:
    """What stands in the blanks of one option, in order."""
    words = part_of(part_of(answers, key), "words")
    one = text_of(words, code)
    return [one] if one else names_of(words, code)


def _squares(answers: Answers, field: Field) -> Said:
    signs = tuple(text_of(answers, field.key))
    return [Squares((*signs, *[""] * (field.boxes - len(signs))))]


def _archive(answers: Answers, field: Field) -> Said:
    return [Words(text_of(answers, field.key).replace("-", "") or UNKNOWN)]


def _changed(answers: Answers, field: Field) -> Said:
    said: Said = []
    for part in rows_of(answers, field.key):
        change = CHANGES.get(text_of(part, "change"), Change.NONE)
        words = part.get("text")
        said += [
            replace(run, change=change) if isinstance(run, Words) else run
            for run in typed(words if isinstance(words, str) else "")
        ]
    return said or [Words("（无）", Face.FORM)]


def _written(answers: Answers, field: Field) -> Said:
    return list(typed(text_of(answers, field.key)))


def _nothing_said(_answers: Answers, _field: Field) -> Said:
    return []


CHANGES = {"added": Change.ADDED, "removed": Change.REMOVED}
SAYING: dict[Kind, Callable[[Answers, Field], Said]] = {
    Kind.LINE: _line,
    Kind.DAY: _day,
    Kind.LONG_DATE: _long_date,
    Kind.ARCHIVE: _archive,
    Kind.DATE: _date,
    Kind.SHORT: _short,
    Kind.TIME: _time,
    Kind.COUNT: _count,
    Kind.LEVEL: _level,
    Kind.RATED: _rated,
    Kind.NAME: _name,
    Kind.NAMES: _names,
    Kind.PERSON: _person,
    Kind.ACTOR: _actor,
    Kind.ABSENCES: _absences,
    Kind.OCCASION: _occasion,
    Kind.TICKS: _ticks,
    Kind.CODES: _codes,
    Kind.SQUARES: _squares,
    Kind.CHANGED: _changed,
    Kind.PEN: _written,
    Kind.INK: _nothing_said,
}


def _chosen(answers: Answers, key: str) -> list[str]:
    if choice := part_of(answers, key):
        return _chosen(choice, "chosen")
    one = text_of(answers, key)
    return [one] if one else names_of(answers, key)


def _offers_options(key: str | None, fields: Fields) -> bool:
    return bool(key) and fields[str(key).partition(".")[0]].kind in SHOWN_BLANK


def _blank(key: str, answers: Answers, fields: Fields) -> tuple[Run, ...]:
    plain, _, measure = key.partition(".")
    if measure == "count":
        return (Blank(3),)
    if plain == LISTS:
        return tuple(run for run in _answer(key, answers, fields) if run is not None)
    field = fields[plain]
    match field.kind:
        case Kind.DAY | Kind.LONG_DATE | Kind.DATE | Kind.ARCHIVE | Kind.SHORT:
            return _blank_day()
        case Kind.TIME:
            return _blank_time()
        case Kind.COUNT:
            return (Blank(3),)
        case Kind.LEVEL:
            return (Blank(2), form("级"))
        case Kind.RATED:
            return (Blank(2), form("级"), *_blank_day())
        case Kind.OCCASION:
            return (*_blank_day(), *_blank_time(), form("，地点"), Blank(12))
        case Kind.TICKS | Kind.CODES | Kind.SQUARES:
            return tuple(run for run in SAYING[field.kind](answers, field) if run is not None)
        case Kind.NAMES | Kind.ABSENCES | Kind.CHANGED | Kind.PEN | Kind.INK:
            return ()
        case _:
            return (Blank(field.room),)


def _blank_day() -> tuple[Run, ...]:
    return (Blank(3), form("年"), Blank(1.5), form("月"), Blank(1.5), form("日"))


def _blank_time() -> tuple[Run, ...]:
    return (Blank(1.5), form("时"), Blank(1.5), form("分"))
