"""Boxes: what must be seen, somebody's own words, and what a team agreed."""

from __future__ import annotations

from forms.answers import Answers, names_of, number_of, part_of, text_of
from forms.blocks import Blank, Cell, Emphasis, Group, Ink, Line, Role, Row, Run, Table
from forms.definition import Agreed
from forms.filled import Filled
from forms.grids import label_cell
from forms.prose import Boxed, FreeBox, OwnWords
from forms.wording import WIDE_SPACE, form, level, lines, name, rating_change, strong, typed

LABEL, SCALE, NEXT_LABEL, NEXT = 22.0, 102.0, 20.0, 26.0
LEVELS = 6
SCALE_ROW, WORDS_ROW, REASON_ROW = 12.0, 8.0, 12.0
_DAY = form(f"{WIDE_SPACE * 2}月{WIDE_SPACE * 2}日")


def boxed(part: Boxed, filled: Filled) -> Emphasis:
    """What nobody may overlook."""
    entries = [filled.said(part.sentence)] if part.sentence else []
    if part.field is not None:
        entries += [lines(typed(words)) for words in names_of(filled.answers, part.field.key)]
    if part.numbered:
        entries = [_numbered(number, said) for number, said in enumerate(entries, 1)]
    return Emphasis(tuple(line for said in entries for line in said), part.title, part.least)


def _numbered(number: int, said: tuple[Line, ...]) -> tuple[Line, ...]:
    first, *more = said
    return ((form(f"{number}{WIDE_SPACE}"), *first), *more)


def free_box(part: FreeBox, filled: Filled, frame: float) -> Table:
    """One cell as wide as the frame, with what was said and room for more."""
    text = text_of(filled.answers, part.field.key)
    if filled.blank:
        said: tuple[Line, ...] = ((),)
    else:
        said = lines(typed(text or part.nothing))
    cell = Cell(said, low=_signed(part, filled), ruled=True)
    return Table((frame,), (Group((Row((cell,), part.least, fills=part.fills),)),))


def _signed(part: FreeBox, filled: Filled) -> Line:
    if not part.signed:
        return ()
    key = text_of(filled.answers, part.signer.key) if part.signer else ""
    return (form(part.signed), Ink(key), _DAY)


def own_words(part: OwnWords, filled: Filled, frame: float) -> Table:
    """One box for each person, or a single one that says there is nothing."""
    rows = filled.rows(part.field) or [{}]
    boxes = (Row((_own_box(part, row, filled),), part.least) for row in rows)
    return Table((frame,), tuple(Group((box,)) for box in boxes))


def _own_box(part: OwnWords, row: Answers, filled: Filled) -> Cell:
    low = (form(part.signed), Ink(text_of(row, "key")), _DAY)
    if not row:
        said = () if filled.blank else lines(typed(part.nothing))
        return Cell(said or ((),), low=low, ruled=True)
    said = lines([name(text_of(row, "name")), form("："), *typed(text_of(row, "words"))])
    return Cell(said, low=low, ruled=True)


def agreed(part: Agreed, filled: Filled) -> Table:
    """The scale with the level chosen, the class, the next rating and the reason."""
    step = (SCALE + NEXT_LABEL + NEXT) / LEVELS
    before = SCALE - 4 * step
    after = 5 * step - SCALE - NEXT_LABEL
    widths = (LABEL, *([step] * 4), before, NEXT_LABEL, after, NEXT - after)
    rows = (_scale(part, filled), _class(part, filled), _reason(part, filled))
    return Table(widths, tuple(Group((row,)) for row in rows), whole=True)


def _scale(part: Agreed, filled: Filled) -> Row:
    chosen = None if filled.blank else number_of(filled.answers, part.level.key)
    spans = (1, 1, 1, 1, 3, 1)
    cells = (_step(n, n == chosen, span) for n, span in enumerate(spans))
    return Row((label_cell("集体评定"), *cells), SCALE_ROW)


def _step(number: int, chosen: bool, span: int) -> Cell:
    said = strong(level(number)) if chosen else form(level(number))
    role = Role.LEVEL if chosen else Role.LABEL
    return Cell(((said,),), role, span=span, centred=True, framed=chosen)


def _class(part: Agreed, filled: Filled) -> Row:
    template = f"{{{part.stability.key}}}{WIDE_SPACE}重点管理：{{{part.key_patient.key}}}"
    said = filled.said(template)
    next_on = _next(part, filled)
    return Row(
        (
            label_cell("病情分类"),
            Cell(said, span=5),
            label_cell("下次评估"),
            Cell((next_on,), span=2, centred=True),
        ),
        WORDS_ROW,
    )


def _next(part: Agreed, filled: Filled) -> Line:
    day = text_of(filled.answers, part.next_on.key)
    return (strong(day),) if day else (Blank(6),)


def _reason(part: Agreed, filled: Filled) -> Row:
    said = ((),) if filled.blank else lines([*_against(part, filled), *_because(part, filled)])
    return Row((label_cell("变动理由"), Cell(said, span=8)), REASON_ROW)


def _because(part: Agreed, filled: Filled) -> list[Run | None]:
    reason = text_of(filled.answers, part.reason.key)
    return list(typed(reason or ("" if part.before else "无")))


def _against(part: Agreed, filled: Filled) -> list[Run | None]:
    """What became of the last level, before the reason for it."""
    if not part.before:
        return []
    before = number_of(part_of(filled.answers, part.before), "level")
    now = number_of(filled.answers, part.level.key)
    return [*rating_change(before, now), *([] if now is None else [form("。")])]
