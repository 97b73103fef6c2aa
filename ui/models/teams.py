"""Teams and their members as lists and dialogs show them."""

from __future__ import annotations

from collections.abc import Sequence

from ui.models.people import person_text
from ui.widgets.lists import Face
from workbench.team_duties import MemberDuties, TeamDuties

Line = TeamDuties | MemberDuties
INDENT = " "


def team_lines(teams: Sequence[TeamDuties]) -> list[Line | Face]:
    """Each team with its members below it."""
    lines: list[Line | Face] = []
    for team in teams:
        lines += [team, *team.members]
    return lines


def line_face(line: Line) -> Face:
    """A team stands out; a member stands under it."""
    if isinstance(line, TeamDuties):
        note = "·".join(filter(None, (line.team.kind.label, line.team.area, lacking_words(line))))
        return Face(
            line.team.name,
            note,
            right=f"{len(line.members)}人",
            strong=True,
            attention=bool(line.lacking),
        )
    return Face(called(line), member_note(line), lead=INDENT, right=in_hands(line))


def line_spoken(line: Line) -> str:
    """The same as one sentence."""
    face = line_face(line)
    return "，".join(filter(None, (face.title, face.right, face.note)))


def key_of(line: Line | Face | None) -> tuple[str, int] | None:
    """What tells one line from the others."""
    match line:
        case TeamDuties():
            return "team", line.team.id
        case MemberDuties():
            return "member", line.id
    return None


def called(member: MemberDuties) -> str:
    """Part and shortened name."""
    return person_text(member.role.label, member.name)


def member_note(member: MemberDuties) -> str:
    """Where they work, how they are reached, and from or until which day they are on the team."""
    until = f"到{member.until_on}为止" if member.until_on else ""
    said = (member.unit, member.post, member.phone, member.other_phone, until)
    return "·".join(filter(None, said))


def in_hands(member: MemberDuties) -> str:
    """How much is in their hands."""
    cases = f"管理个案{len(member.cases)}例" if member.cases else ""
    tasks = f"任务{len(member.tasks)}项" if member.tasks else ""
    return "·".join(filter(None, (cases, tasks)))


def lacking_words(team: TeamDuties) -> str:
    """Which kinds of member a village team lacks."""
    kinds = "、".join(lack.kind for lack in team.lacking)
    return f"还缺：{kinds}" if kinds else ""


def successor_words(member: MemberDuties) -> str:
    """What waits for somebody else when a member leaves; empty when nothing does."""
    cases = f"管理的个案{'、'.join(member.cases)}" if member.cases else ""
    tasks = f"没办结的任务“{'”“'.join(member.tasks)}”" if member.tasks else ""
    waiting = "；".join(filter(None, (cases, tasks)))
    return f"还在手上：{waiting}。离开后请给个案换个案管理员，任务另请人接着办。" if waiting else ""
