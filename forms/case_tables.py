"""One table for each item on an agenda: what was said, rated, decided and disputed."""

from __future__ import annotations

from forms.answers import Answers, names_of, number_of, rows_of, text_of
from forms.blocks import Blank, Cell, Face, Group, Line, Role, Row, Run, Table, Words
from forms.wording import (
    NOTHING,
    UNKNOWN,
    WIDE_SPACE,
    column_name,
    form,
    level,
    lines,
    name,
    rating_change,
    short_day,
    spread,
    strong,
    typed,
)

PEN_ROW = 9.0


def case_table(item: Answers, held_on: str, widths: tuple[float, ...]) -> Table:
    """The table of one item."""
    groups = [_labelled("讨论", _discussion(item))]
    if _was_to_rate(item):
        groups.append(_labelled("集体评定", _rating(item)))
    groups += [_decisions(item, held_on), _labelled("不同意见", _dissents(item))]
    position = number_of(item, "position")
    return Table(widths, tuple(groups), head=(_subject(item),), place=f"第{position}案")


def blank_case_table(position: int, widths: tuple[float, ...]) -> Table:
    """The same table to be filled by pen."""
    subject = (form(f"{position}{WIDE_SPACE}姓名"), Blank(8), form("个案编号"), Blank(8))
    rating = (
        *(form("上次"), Blank(2), form("级 → 本次"), Blank(2), form("级；病情分类")),
        *(Blank(6), form("。理由：")),
    )
    white = tuple(Row((Cell(((),), span=2), Cell(((),)), Cell(((),))), PEN_ROW) for _ in range(3))
    groups = (
        _labelled("讨论", ((),), least=4 * PEN_ROW),
        _labelled("集体评定", (rating,), least=2 * PEN_ROW),
        Group(white, _label("会议决定")),
        _labelled("不同意见", ((),), least=PEN_ROW),
    )
    return Table(widths, groups, (_subject_row(subject),), place=f"第{position}案")


def _subject(item: Answers) -> Row:
    facts = [text_of(item, "case_number"), *names_of(item, "facts")]
    told = WIDE_SPACE.join(filter(None, facts))
    title = text_of(item, "name")
    called = strong(title) if item.get("tier") == "matter" else column_name(title, Face.STRONG)
    number = strong(f"{number_of(item, 'position')}{WIDE_SPACE}")
    return _subject_row((number, called, *([Words(WIDE_SPACE + told)] if told else [])))


def _subject_row(line: Line) -> Row:
    return Row((Cell((line,), Role.SUBJECT, span=5),), 8.5)


def _label(text: str) -> Cell:
    return Cell(((form(spread(text)),),), Role.LABEL, centred=True)


def _labelled(text: str, said: tuple[Line, ...], least: float = 7.4) -> Group:
    return Group((Row((Cell(said, span=4),), least),), _label(text))


def _was_to_rate(item: Answers) -> bool:
    """Whether a rating is spoken of: a meeting that only hears of a case leaves it as it is."""
    told = ("stability", "reason", "deferred")
    rated = number_of(item, "level") is not None or any(text_of(item, key) for key in told)
    return rated and item.get("tier") != "matter"


def _discussion(item: Answers) -> tuple[Line, ...]:
    found: tuple[Line, ...] = ()
    for opinion in rows_of(item, "opinions"):
        found += lines(_opinion(opinion))
    if discussed := text_of(item, "discussion"):
        found += lines(typed(discussed))
    return found or ((Words(NOTHING),),)


def _opinion(opinion: Answers) -> list[Run | None]:
    proposed = number_of(opinion, "level")
    remarks = "，".join(
        (
            *(["书面"] if opinion.get("written") else []),
            *([f"建议{level(proposed)}"] if proposed is not None else []),
        )
    )
    return [
        name(text_of(opinion, "name"), Face.STRONG),
        *([Words(f"（{remarks}）", whole=True)] if remarks else []),
        Words(WIDE_SPACE),
        *typed(text_of(opinion, "words")),
    ]


def _rating(item: Answers) -> tuple[Line, ...]:
    reason = text_of(item, "reason")
    before, now = number_of(item, "previous_level"), number_of(item, "level")
    said: list[Run | None] = [*rating_change(before, now)]
    if stability := text_of(item, "stability"):
        said += [Words("；病情分类 "), strong(stability)]
    if reason:
        changed = None not in (before, now) and before != now
        said += [Words("。变动理由：" if changed else "。理由："), *typed(reason)]
    elif len(said) > 1:
        said.append(Words("。"))
    return lines(said)


def _decisions(item: Answers, held_on: str) -> Group:
    rows = [_decision(decision, held_on) for decision in rows_of(item, "decisions")]
    if deferred := text_of(item, "deferred"):
        rows.append(_wide_row(lines([strong("暂缓议："), *typed(deferred)])))
    return Group(tuple(rows) or (_wide_row(((Words(NOTHING),),)),), _label("会议决定"))


def _wide_row(said: tuple[Line, ...]) -> Row:
    return Row((Cell(said, span=4),))


def _decision(decision: Answers, held_on: str) -> Row:
    who = column_name(text_of(decision, "implementer") or UNKNOWN)
    due = lines(short_day(text_of(decision, "due_on"), held_on))
    text = lines(typed(text_of(decision, "text") or UNKNOWN))
    return Row((Cell(text, span=2), Cell(((who,),), centred=True), Cell(due, centred=True)))


def _dissents(item: Answers) -> tuple[Line, ...]:
    found: tuple[Line, ...] = ()
    for dissent in rows_of(item, "dissents"):
        said = [name(text_of(dissent, "name")), Words("："), *typed(text_of(dissent, "words"))]
        found += lines(said)
    return found or ((Words(NOTHING),),)
