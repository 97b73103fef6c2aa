"""How the papers of a meeting look in lists, how they are read aloud, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from ui.models.people import person_text
from ui.widgets.lists import Face
from workbench.paperwork.documents import DocumentRow, FormRow
from workbench.paperwork.standings import PaperState
from workbench.paperwork.subjects import About
from workbench.signatures import SlotRow
from workbench.words import masked

OF_THE_WHOLE = (About.MEETING, About.TEAM)
STATE_GROUNDS = {PaperState.WAITING: "warn", PaperState.SIGNED: "new"}
NAMED_AT_MOST = 6


def document_title(row: DocumentRow) -> str:
    """A paper of the whole meeting by its form, any other by what it is about."""
    return row.title if row.subject.about in OF_THE_WHOLE else row.named or row.title


def state_text(row: DocumentRow) -> str:
    """How far it has come, in a word or two."""
    if row.standing.state is PaperState.WAITING:
        return f"待签{len(row.standing.waiting)}人"
    return row.standing.state.label


def waiting_text(row: DocumentRow) -> str:
    """Whom it waits for; of many only the first."""
    names = [masked(name) for name in row.standing.waiting]
    rest = "" if len(names) <= NAMED_AT_MOST else f"等{len(names)}人"
    return "、".join(names[:NAMED_AT_MOST]) + rest


def document_note(row: DocumentRow) -> str:
    """The second line: what is still to be done about it."""
    standing = row.standing
    printed = f"已打印{standing.printed}次" if standing.printed else "还没有打印"
    if standing.state is PaperState.WAITING:
        return f"等 {waiting_text(row)}" if standing.printed else printed
    if standing.state is PaperState.DRAFT:
        return "结束会议时封存" if row.at_close else "封存后签字"
    if standing.state is PaperState.SIGNED:
        return f"{standing.places}格都已落实"
    return printed


def document_facts(row: DocumentRow) -> str:
    """Everything there is to say about where it stands, for the pane beside the list."""
    standing = row.standing
    parts = [row.title if document_title(row) != row.title else ""]
    if standing.sealed_on is not None:
        parts += [f"第{standing.version}版", f"封存 {standing.sealed_on:%Y-%m-%d}"]
        parts += [f"共{standing.pages}页"] if standing.pages else []
    elif row.signed:
        parts.append(
            "结束会议时和会议记录一起封存" if row.at_close else "还没有封存，内容随记录变动"
        )
    parts.append(f"已打印{standing.printed}次" if standing.printed else "还没有打印")
    return "·".join(filter(None, parts))


def document_face(row: DocumentRow) -> Face:
    """One paper: what it is, how far it has come, what is still open."""
    state = row.standing.state
    done = state is PaperState.SIGNED or (state is PaperState.READY and row.standing.printed > 0)
    return Face(
        document_title(row),
        document_note(row),
        right=state_text(row),
        done=done,
        strong=state is PaperState.WAITING,
    )


def document_spoken(row: DocumentRow) -> str:
    """The same in one sentence."""
    parts = (row.title, document_title(row), state_text(row), document_note(row))
    return "，".join(dict.fromkeys(parts))


def under_headings(rows: Sequence[DocumentRow]) -> list[DocumentRow | Face]:
    """Papers of the whole meeting first, then every form with one paper for each of many."""
    whole = [row for row in rows if row.subject.about in OF_THE_WHOLE]
    lines: list[DocumentRow | Face] = []
    if whole:
        lines += [Face("整次会议", f"{len(whole)}份", group=True), *whole]
    single = [row for row in rows if row.subject.about not in OF_THE_WHOLE]
    for form in dict.fromkeys(row.form for row in single):
        same = [row for row in single if row.form == form]
        lines += [Face(same[0].title, f"{len(same)}份", group=True), *same]
    return lines


def open_matters(row: DocumentRow) -> bool:
    """Whether something is still to be done about it: sealing, printing or signing."""
    state = row.standing.state
    if state is PaperState.READY or state is PaperState.SEALED:
        return not row.standing.printed
    return state in (PaperState.DRAFT, PaperState.WAITING)


def next_step(row: DocumentRow) -> str:
    """The action a paper calls for next."""
    state, printed = row.standing.state, row.standing.printed
    if state is PaperState.DRAFT:
        return "preview_document" if row.at_close else "seal_document"
    if state is PaperState.SIGNED or state is PaperState.VOID:
        return "preview_document"
    if not printed:
        return "print_document"
    return "open_sheet" if state is PaperState.WAITING else "preview_document"


def counted(rows: Sequence[DocumentRow]) -> str:
    """How many papers there are in which state, in a few words."""
    states = [row.standing.state for row in rows]
    told = [
        f"{state.label}{states.count(state)}"
        for state in (PaperState.DRAFT, PaperState.WAITING, PaperState.SIGNED)
        if state in states
    ]
    return "·".join([f"共{len(rows)}份", *told])


def slot_face(slot: SlotRow) -> Face:
    """One place on a sheet: who, and what was seen there."""
    settled = slot.state != "to_sign"
    return Face(
        person_text(slot.role, slot.name).strip(),
        slot_note(slot),
        right=slot.state.label,
        done=settled,
        strong=not settled,
    )


def slot_spoken(slot: SlotRow) -> str:
    """The same in one sentence."""
    parts = (person_text(slot.role, slot.name).strip(), slot.state.label, slot_note(slot))
    return "，".join(filter(None, parts))


def slot_note(slot: SlotRow) -> str:
    """The page, the day and the word that stands beside a signature."""
    day = f"{slot.true_on:%Y-%m-%d}" if slot.true_on else ""
    return "·".join(filter(None, (f"第{slot.page}页", day, slot.note)))


def form_face(form: FormRow) -> Face:
    """One form that can be filled by pen."""
    return Face(form.title, f"按{form.about}" + ("·签字件" if form.signed else ""), right=form.code)


def form_spoken(form: FormRow) -> str:
    """The same in one sentence."""
    return f"{form.title}，空白表"
