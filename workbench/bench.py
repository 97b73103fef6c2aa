"""The open workbench: what every use case needs, in one argument."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone

from sqlalchemy import select
from sqlalchemy.orm import Session

from data import audit
from data.cipher import forget_statements
from data.codes import AccountKind, Outcome
from data.facts import Written
from data.models.accounts import Request
from data.permissions import granted
from data.store import Store
from workbench.errors import NotPermitted, Refused
from workbench.file_errors import FileRefused, in_words

BEIJING = timezone(timedelta(hours=8))


def system_clock() -> datetime:
    """The one place where the program reads the clock."""
    return datetime.now(UTC)


@dataclass
class Work:
    """One command being carried out."""

    session: Session
    written: Written
    today: date
    answer: int | None = None
    detail: dict[str, object] = field(default_factory=dict)

    def about(self, **keys: int | str) -> None:
        """Say in the audit row which keys and codes this is about; never names or words."""
        self.detail |= keys

    def answers(self, key: int) -> int:
        """Keep what a creating command answers, so that the same request gets it again."""
        self.answer = key
        self.about(key=key)
        return key


@dataclass(frozen=True)
class Bench:
    """The store, who works at it, and the clock, so that a test can choose the moment."""

    store: Store
    account_id: int
    kind: AccountKind
    administers: bool
    unit: str
    code: str
    demo: bool
    now: Callable[[], datetime] = system_clock

    def today(self) -> date:
        """The day it is for the team."""
        return self.now().astimezone(BEIJING).date()

    def may(self, action: str) -> bool:
        """Whether whoever works here may carry out an action."""
        return granted(action, self.kind, administers=self.administers)

    @contextmanager
    def asking(self, action: str) -> Iterator[Session]:
        """A session to read in. Only the permission is checked."""
        self._require(action)
        with in_words(), self.store.reading() as session:
            yield session

    @contextmanager
    def preparing(self, action: str) -> Iterator[Session]:
        """A session in which a command reads before it writes; its refusals are recorded."""
        with self._recording_refusals(action, {}), self.asking(action) as session:
            yield session

    @contextmanager
    def drafting(self, action: str) -> Iterator[Session]:
        """A session that keeps what is being typed: neither audited nor announced."""
        self._require(action)
        with in_words(), self.store.writing() as session:
            yield session

    @contextmanager
    def doing(self, action: str, request_id: str = "") -> Iterator[Work]:
        """Carry out a command: permission, change and audit row in one transaction.

        Where the request was answered before, `answer` holds that answer and nothing is written.
        A refusal undoes everything and is recorded in a transaction of its own.
        """
        detail: dict[str, object] = {}
        with self._recording_refusals(action, detail), in_words():
            self._require(action)
            with self.store.writing() as session:
                work = self._start(session, action, request_id, detail)
                repeated = work.answer is not None
                yield work
                if not repeated:
                    self._finish(work, action, request_id)

    def close(self) -> None:
        """Let go of the file."""
        with in_words():
            self.store.close()

    def lock_away(self) -> None:
        """Let go of the file, and of every word that was asked for."""
        self.close()
        forget_statements()

    def _require(self, action: str) -> None:
        if not self.may(action):
            raise NotPermitted

    def _start(
        self, session: Session, action: str, request_id: str, detail: dict[str, object]
    ) -> Work:
        at = audit.next_moment(session, self.now())
        work = Work(session, Written(at, self.account_id), self.today(), detail=detail)
        if request_id:
            asked = Request.request == request_id, Request.action == action
            work.answer = session.scalar(select(Request.answer).where(*asked))
        return work

    def _finish(self, work: Work, action: str, request_id: str) -> None:
        if request_id and work.answer is not None:
            work.session.add(Request(request=request_id, action=action, answer=work.answer))
        self._append(work.session, work.written.at, action, Outcome.DONE, work.detail)

    def _append(
        self,
        session: Session,
        at: datetime,
        action: str,
        outcome: Outcome,
        detail: dict[str, object],
    ) -> None:
        audit.append(session, at, self.account_id, action, outcome, detail)

    @contextmanager
    def _recording_refusals(self, action: str, detail: dict[str, object]) -> Iterator[None]:
        try:
            yield
        except FileRefused:
            raise  # the file itself cannot be written
        except Refused as refusal:
            with in_words(), self.store.writing() as session:
                at = audit.next_moment(session, self.now())
                because = {**detail, "because": refusal.code}
                self._append(session, at, action, Outcome.REFUSED, because)
            raise
