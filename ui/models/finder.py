"""How what was found looks in the list and is read aloud."""

from __future__ import annotations

from datetime import date

from ui.models.commands import MenuEntry
from ui.models.days import day_in_prose, moment_text
from ui.widgets.lists import Face
from workbench.finder import FoundMeeting, FoundPerson, Hits
from workbench.recents import Recent

Hit = Recent | FoundPerson | FoundMeeting | MenuEntry


def hit_face(hit: Hit) -> Face:
    """One line: who or what, and where it belongs."""
    match hit:
        case Recent():
            return Face(hit.title, right=_recent_note(hit), chip=_level(hit))
        case FoundPerson():
            return Face(hit.masked, right=_person_note(hit))
        case FoundMeeting():
            return Face(hit.title, right=_meeting_note(hit))
        case MenuEntry():
            return Face(hit.words, right="  ".join(filter(None, ("·".join(hit.menus), hit.keys))))


def hit_spoken(hit: Hit) -> str:
    """The same in one sentence."""
    face = hit_face(hit)
    level = f"{face.chip}级" if face.chip is not None else ""
    return "，".join(filter(None, (face.title, level, face.right)))


def recent_face(recent: Recent, today: date) -> Face:
    """One line among what was opened last, with the moment."""
    kind = "个案" if recent.case_id else "会议"
    when = moment_text(recent.opened_at, today) if recent.opened_at else ""
    return Face(recent.title, right=f"{kind}·{when}", chip=_level(recent))


def recent_spoken(recent: Recent, today: date) -> str:
    """The same in one sentence."""
    face = recent_face(recent, today)
    level = f"{face.chip}级" if face.chip is not None else ""
    return "，".join(filter(None, (face.title, recent.number, level, face.right)))


def grouped(hits: Hits, commands: list[MenuEntry]) -> list[Hit | Face]:
    """What fits under a heading for each kind; commands stand first where they fit best."""
    entries = _under("命令", [commands[place] for place in hits.commands])
    others = [*_under("患者", hits.people), *_under("会议", hits.meetings)]
    return [*entries, *others] if hits.commands_first else [*others, *entries]


def to_begin_with(recents: tuple[Recent, ...], commands: list[MenuEntry]) -> list[Hit | Face]:
    """What stands there before anything is typed."""
    return [*_under("最近打开", recents), *_under("命令", commands)]


def _under(title: str, rows: list[MenuEntry] | tuple[Hit, ...]) -> list[Hit | Face]:
    return [Face(title, group=True), *rows] if rows else []


def _level(recent: Recent) -> int | None:
    return None if recent.level is None else int(recent.level)


def _recent_note(recent: Recent) -> str:
    return recent.number or (day_in_prose(recent.held_on) if recent.held_on else "")


def _person_note(person: FoundPerson) -> str:
    return "·".join(filter(None, (person.village, person.number or "未入组")))


def _meeting_note(meeting: FoundMeeting) -> str:
    return f"{meeting.held_on:%Y-%m-%d}·{meeting.state.label}"
