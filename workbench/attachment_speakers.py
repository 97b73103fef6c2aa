"""How a file kept with a patient is said."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from data.models.attachments import Attachment
from data.models.meetings import Meeting
from workbench.speaking import Part, Speaker, column
from workbench.states import title_of


def _meeting(session: Session, fact: Attachment) -> str:
    return title_of(session.get_one(Meeting, fact.meeting_id)) if fact.meeting_id else ""


ATTACHMENT_SPEAKERS: tuple[Speaker[Any], ...] = (
    Speaker(
        Attachment,
        "附件",
        (
            column("种类", "kind"),
            Part("会议", _meeting, ("meeting_id",)),
            column("说明", "note"),
        ),
        about=column("标题", "title"),
        silent={
            "file": "the random name of the encrypted bytes beside the store",
            "digest": "tells whether the bytes are the same, and never changes",
            "size": "of the bytes, which are never changed once kept",
            "suffix": "of the file as it came, which is never changed",
            "pages": "counted once when the file came in",
            "case_id": "the case it was added from, and stays with",
            "sheet_id": "the signed sheet it is a scan of, and stays with",
        },
    ),
)
