"""The members of a team as one list: typed or pasted at once, and written together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from data.codes import MemberRole
from data.models.teams import Member, Team
from workbench.bench import Bench, Work
from workbench.errors import NotFound, Refused
from workbench.team_duties import hand_on
from workbench.teams import contacts_on, members_on, write_contact
from workbench.words import clean_name, clean_text


@dataclass(frozen=True)
class MemberLine:
    """One line of the list; `id` is the member on record it shows, empty for somebody new."""

    name: str = ""
    role: MemberRole | None = None
    unit: str = ""
    phone: str = ""
    post: str = ""
    id: int | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was filled in."""
        return not (self.name.strip() or self.role or self.unit.strip() or self.phone.strip())


class LinesUnfit(Refused):
    """Lines lack something or repeat one another; each is named with its number."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__(
            "".join(f"{sentence}。" for sentence in sentences),
            safe="填写的内容都在，还没有保存。",
            next_step="请补全后再继续，或清空这一行。",
        )


def list_member_lines(bench: Bench, team_id: int) -> list[MemberLine]:
    """Who is on a team today, as lines that can be changed and handed back."""
    with bench.asking("list_member_lines") as session:
        members = members_on(session, team_id, bench.today())
        phones = contacts_on(session, [member.id for member in members], bench.today())
        return [
            MemberLine(
                m.name, m.role, m.unit, phones[m.id].phone if m.id in phones else "", m.post, m.id
            )
            for m in members
        ]


def record_members(
    bench: Bench, team_id: int, lines: Sequence[MemberLine], *, request_id: str = ""
) -> int:
    """Let a team be as a list says; return how many are on it.

    Who is on record and stays the same is left alone. Another name, role or unit ends the old
    membership and begins a new one, and so does clearing a line without the new one.
    """
    with bench.doing("record_members", request_id) as work:
        if work.answer is not None:
            return work.answer
        if work.session.get(Team, team_id) is None:
            raise NotFound("这个小组")
        before = {m.id: m for m in members_on(work.session, team_id, work.today)}
        filled = _cleaned(lines, before)
        kept = {line.id for line in filled}
        shown = {line.id for line in lines}
        for key, member in before.items():
            if key in shown - kept:
                _end(work, member)
        for line in filled:
            _write(work, team_id, line, before.get(line.id or 0))
        work.about(team=team_id, members=len(filled))
        return work.answers(len(filled))


def _cleaned(lines: Sequence[MemberLine], before: dict[int, Member]) -> list[MemberLine]:
    wrong, found = [], []
    first: dict[tuple[str, MemberRole | None], int] = {}
    for number, line in enumerate(lines, start=1):
        if line.empty:
            continue
        if line.id is not None and line.id not in before:
            raise NotFound("这名成员")
        missing = _missing(line)
        if missing:
            wrong.append(f"第{number}行还没有填写{missing}")
            continue
        line = replace(
            line,
            name=clean_name("姓名", line.name),
            unit=clean_text(line.unit),
            phone=clean_text(line.phone),
            post=clean_text(line.post),
        )
        same = first.setdefault((line.name, line.role), number)
        if same != number:
            wrong.append(f"第{number}行与第{same}行姓名和角色相同")
        found.append(line)
    if wrong:
        raise LinesUnfit(wrong)
    return found


def _missing(line: MemberLine) -> str:
    said = {"姓名": line.name.strip(), "角色": line.role, "单位": line.unit.strip()}
    return "、".join(label for label, value in said.items() if not value)


def _write(work: Work, team_id: int, line: MemberLine, old: Member | None) -> None:
    said = {"name": line.name, "role": line.role, "unit": line.unit, "post": line.post}
    member = old
    if old is None or any(getattr(old, key) != value for key, value in said.items()):
        if old is not None:
            _end(work, old)
        member = Member(team_id=team_id, from_on=work.today, **said)
        work.session.add(member)
        work.session.flush()
        if old is not None and old.name == member.name:
            hand_on(work, old, member)
    if member is None:
        return
    contact = contacts_on(work.session, [member.id], work.today).get(member.id)
    if line.phone != (contact.phone if contact else ""):
        other = contact.other_phone if contact else ""
        write_contact(work, member.id, work.today, line.phone, other)


def _end(work: Work, member: Member) -> None:
    """Until yesterday; who joined today was then never on the team."""
    member.until_on = work.today - timedelta(days=1)
