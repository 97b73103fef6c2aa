"""How the sheets of one meeting look at a glance, and all of them as one print."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from ui.models.papers import Paper
from ui.widgets.lists import Face
from ui.widgets.signing_matrix import Mark
from workbench.bench import Bench
from workbench.paperwork.documents import Document, bind_documents, preview_documents
from workbench.paperwork.subjects import Subject
from workbench.printing import record_prints, sheets_to_print
from workbench.rules.printing import run_in_words
from workbench.rules.signing_steps import Stage, Step, present_step
from workbench.screen import SlotState
from workbench.signing import Signing, SigningSheet

STAGES = {
    Stage.MADE: ("生成", "份"),
    Stage.PRINTED: ("打印", "份"),
    Stage.SIGNED: ("现场签字", "格"),
    Stage.RETURNED: ("收回", "份"),
    Stage.ARCHIVED: ("归档", ""),
}
MARKS = {
    SlotState.SIGNED: Mark.SIGNED,
    SlotState.LATE: Mark.LATE,
    SlotState.PROXY: Mark.PROXY,
    SlotState.ABSENT: Mark.ABSENT,
    SlotState.TO_SIGN: Mark.WAITING,
}
NEXT_STEPS = {
    Stage.MADE: "还没有签字件。",
    Stage.PRINTED: "下一步：全部打印出来，请到会的人当场签字。",
    Stage.SIGNED: "下一步：对着签过的纸，逐份登记谁签了。",
    Stage.RETURNED: "下一步：收齐没有交回的几份。",
    Stage.ARCHIVED: "每一格都有着落，可以归档。",
    None: "这次会议已归档。",
}


def sheet_title(sheet: SigningSheet) -> str:
    """What a sheet is about: of the whole meeting its form, else whom it is about."""
    return f"{sheet.named} {sheet.title}" if sheet.named else sheet.title


def sheet_face(sheet: SigningSheet) -> Face:
    """One sheet: what it is, how far it has come."""
    done = sheet.places > 0 and sheet.settled == sheet.places
    note = "已收齐" if done else f"已签{sheet.settled}/{sheet.places}格"
    if not sheet.came_out:
        note = "还没有打印"
    return Face(
        sheet.named or sheet.title,
        "·".join(filter(None, (note, sheet.title if sheet.named else ""))),
        done=done,
        strong=not done,
        attention=sheet.came_out and not done,
    )


def sheet_spoken(sheet: SigningSheet) -> str:
    """The same in one sentence."""
    face = sheet_face(sheet)
    return "，".join(dict.fromkeys((face.title, *face.note.split("·"), f"{sheet.pages}页")))


def under_heads(sheets: Sequence[SigningSheet]) -> list[SigningSheet | Face]:
    """Those the archive waits for, then those that may come back later."""
    lines: list[SigningSheet | Face] = [sheet for sheet in sheets if not sheet.later]
    later = [sheet for sheet in sheets if sheet.later]
    if later:
        lines += [Face("可以晚些收回", f"{len(later)}份", group=True), *later]
    return lines


def step_text(step: Step) -> str:
    """One step in a word or two, with how much of it is done where that says something."""
    word, unit = STAGES[step.stage]
    return word if step.finished or not unit or not step.done else f"{word} {step.done}/{step.of}"


def steps_in_words(signing: Signing) -> tuple[tuple[str, ...], int]:
    """The words of all steps, and which one is being done."""
    present = present_step(signing.steps)
    texts = tuple(step_text(step) for step in signing.steps)
    return texts, len(texts) if present is None else int(present)


def waiting_words(signing: Signing, sheet: SigningSheet) -> str:
    """Who has still to sign a sheet."""
    people = "、".join(f"{s.name}（{s.role}）" for s in signing.waiting_for(sheet))
    return f"还差：{people}" if people else "这份已经签齐。"


def to_print(signing: Signing) -> list[SigningSheet]:
    """What one print takes: what was never printed, or everything once all of it was."""
    waiting = [sheet for sheet in signing.sheets if not sheet.later]
    return [sheet for sheet in waiting if not sheet.came_out] or waiting


def print_words(sheets: Sequence[SigningSheet]) -> str:
    """How many pages and sheets of paper that takes, both sides printed."""
    ends = [sum(sheet.pages for sheet in sheets[:number]) for number in range(len(sheets) + 1)]
    said = run_in_words(tuple(range(ends[-1])), copies=1, duplex=True, starts=ends[:-1])
    return said.replace("本次将打印", "双面打印")


def sheets_paper(bench: Bench, title: str, sheets: Sequence[SigningSheet]) -> Paper:
    """All of these sheets as one paper."""
    papers = [(sheet.form, sheet.subject) for sheet in sheets]
    return Paper(
        title,
        signed=False,
        look=lambda: _look(bench, papers),
        pages=lambda: sheets_to_print(bench, papers),
        name=lambda: title,
        save=lambda target: bind_documents(bench, papers, target),
        record=lambda numbers, copies: _record(bench, sheets, numbers, copies),
    )


def _look(bench: Bench, papers: Sequence[tuple[str, Subject]]) -> Document:
    drawn = preview_documents(bench, papers)
    return Document(drawn.pdf, True, drawn.missing)


def _record(
    bench: Bench, sheets: Sequence[SigningSheet], numbers: Sequence[int], copies: int
) -> None:
    """Keep of every sheet how many of its pages were printed."""
    ends = list(accumulate(sheet.pages for sheet in sheets))
    counted = Counter(bisect_right(ends, number) for number in numbers)
    printed = [(sheets[at].form, sheets[at].subject, pages) for at, pages in counted.items()]
    if printed:
        record_prints(bench, printed, copies=copies)
