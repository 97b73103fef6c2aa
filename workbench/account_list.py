"""The accounts that open one store: who they are, what each may do, adding and closing them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data import keys
from data.action_words import action_groups
from data.codes import AccountKind
from data.computer import read_secret, this_computer
from data.models.accounts import Account
from data.models.audit import AuditRow
from data.permissions import actions, granted
from workbench.accounts import Computer, slots_with_password
from workbench.bench import Bench
from workbench.errors import NotFound, Refused
from workbench.file_errors import in_words
from workbench.words import clean_name

_READ_ONLY = "查看"
_FEW = 6


class AccountNameTaken(Refused):
    """At the door two accounts of one name could not be told apart."""

    def __init__(self, name: str) -> None:
        super().__init__(f"已经有一个名称是“{name}”的账户。", next_step="请换一个能区分开的名称。")


class LastAdministrator(Refused):
    """Nobody would be left who can add accounts or settle what all share."""

    def __init__(self) -> None:
        super().__init__(
            "这是最后一个能管理的账户，不能停用。",
            next_step="请先添加另一个能管理的账户，用它登录后再停用这一个。",
        )


class AccountInUse(Refused):
    """Somebody tried to close the account they work with."""

    def __init__(self) -> None:
        super().__init__(
            "不能停用正在使用的账户。", next_step="请用另一个能管理的账户登录后再停用。"
        )


@dataclass(frozen=True)
class AccountRow:
    """One account, when something was last done with it, and since when it is closed."""

    id: int
    name: str
    kind: AccountKind
    administers: bool
    last_used_at: datetime | None
    archived: bool
    here: bool


@dataclass(frozen=True)
class PermissionRow:
    """What one kind of account may do in one field, in words."""

    who: str
    lines: tuple[str, ...]


def list_accounts(bench: Bench) -> list[AccountRow]:
    """Every account, those that can still be used first."""
    with bench.asking("list_accounts") as session:
        used = select(AuditRow.account_id, func.max(AuditRow.id)).group_by(AuditRow.account_id)
        last: dict[int, int] = {row.account_id: row[1] for row in session.execute(used)}
        moments = select(AuditRow.id, AuditRow.at).where(AuditRow.id.in_(last.values()))
        at: dict[int, datetime] = {row.id: row.at for row in session.execute(moments)}
        rows = session.scalars(select(Account).order_by(Account.id))
        found = [
            AccountRow(
                row.id,
                row.name,
                row.kind,
                row.administers,
                at.get(last.get(row.id, 0)),
                row.archived_on is not None,
                row.id == bench.account_id,
            )
            for row in rows
        ]
    return sorted(found, key=lambda row: (row.archived, row.id))


def add_account(
    bench: Bench,
    *,
    name: str,
    kind: AccountKind,
    administers: bool,
    password: str,
    computer: Computer = this_computer,
) -> int:
    """Make an account with a first password, typed by whoever it is for; return its key. Slow."""
    with bench.preparing("add_account") as session:
        called = _free_name(session, name)
        key = (session.scalar(select(func.max(Account.id))) or 0) + 1
        slots = slots_with_password(bench.store, key, password, computer)
    with bench.doing("add_account") as work:
        made = Account(id=key, name=called, kind=kind, administers=administers)
        work.session.add(made)
        work.session.flush()
        _save(bench, work.session, slots)
        work.about(account=key, kind=kind.value, administers=int(administers))
    return key


def archive_account(bench: Bench, account_id: int) -> None:
    """Close an account: its password opens nothing any more, what it wrote stays its own."""
    with bench.doing("archive_account") as work:
        work.about(account=account_id)
        account = _open_account(work.session, account_id)
        if account.administers and _administrators(work.session) == 1:
            raise LastAdministrator
        if account_id == bench.account_id:
            raise AccountInUse
        account.archived_on = work.today
        work.session.flush()
        slots = keys.load_slots(bench.store.folder).without_account(account_id)
        _save(bench, work.session, slots)


def give_password(
    bench: Bench, account_id: int, password: str, *, computer: Computer = this_computer
) -> None:
    """Give an account whose owner forgot the password a new one, typed by its owner. Slow."""
    with bench.preparing("give_password") as session:
        _open_account(session, account_id)
        slots = slots_with_password(bench.store, account_id, password, computer)
    with bench.doing("give_password") as work:
        work.about(account=account_id)
        _save(bench, work.session, slots)


def change_password(
    bench: Bench, present: str, password: str, *, computer: Computer = this_computer
) -> None:
    """Give the account that is open another password, once the present one was typed. Slow."""
    with bench.preparing("change_password"), in_words():
        slots = keys.load_slots(bench.store.folder)
        secret = read_secret(computer(), slots.store) if slots.bound else None
        slots.open_with_password(present, secret, bench.account_id)
        changed = slots_with_password(bench.store, bench.account_id, password, computer)
    with bench.doing("change_password") as work:
        work.about(account=bench.account_id)
        _save(bench, work.session, changed)


def read_permissions(bench: Bench) -> list[PermissionRow]:
    """What each kind of account may do, in the words of the list of what was done."""
    with bench.asking("read_permissions"):
        rows = [PermissionRow(kind.label, _granted_words(kind)) for kind in AccountKind]
        return [*rows, PermissionRow("另有“能管理”的账户还可以", _administering_words())]


def _granted_words(kind: AccountKind) -> tuple[str, ...]:
    found = []
    for group, named in _commands().items():
        wanted = [a for a in named if granted(a, kind, administers=False)]
        found.append(_told(group, [named[a] for a in wanted], list(named.values())))
    return ("可以查看患者、个案、会议、任务和文书", *filter(None, found))


def _administering_words() -> tuple[str, ...]:
    """What nobody may do by kind alone."""
    found = []
    for group, named in _commands().items():
        only = [
            words
            for action, words in named.items()
            if granted(action, AccountKind.READER, administers=True)
            and not granted(action, AccountKind.READER, administers=False)
        ]
        found.append(f"{group}：{'、'.join(only)}" if only else "")
    return tuple(filter(None, found))


def _told(group: str, granted_words: list[str], every: list[str]) -> str:
    """All, all but a few, or each by name, whichever is said fastest."""
    rest = [words for words in every if words not in granted_words]
    if not granted_words:
        return ""
    if not rest:
        return f"{group}：全部"
    if len(rest) <= min(_FEW, len(granted_words)):
        return f"{group}：除{'、'.join(rest)}以外全部"
    return f"{group}：{'、'.join(granted_words)}"


def _commands() -> dict[str, dict[str, str]]:
    """What can be done, group by group, without what only reads."""
    known = actions()
    return {
        group: {action: words for action, words in named.items() if action in known}
        for group, named in action_groups().items()
        if group != _READ_ONLY
    }


def _free_name(session: Session, name: str) -> str:
    called = clean_name("名称", name)
    present = select(Account.name).where(Account.archived_on.is_(None))
    if called in session.scalars(present).all():
        raise AccountNameTaken(called)
    return called


def _open_account(session: Session, account_id: int) -> Account:
    account = session.get(Account, account_id)
    if account is None or account.archived_on is not None:
        raise NotFound("这个账户")
    return account


def _administrators(session: Session) -> int:
    open_ones = Account.archived_on.is_(None), Account.administers.is_(True)
    return session.scalar(select(func.count()).select_from(Account).where(*open_ones)) or 0


def _save(bench: Bench, session: Session, slots: keys.KeySlots) -> None:
    """Keep the slots with the names of all accounts in use, to choose from at the door."""
    present = select(Account).where(Account.archived_on.is_(None))
    names = {account.id: account.name for account in session.scalars(present)}
    with in_words():
        slots.with_names(names).save(bench.store.folder)
