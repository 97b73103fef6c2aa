"""Accounts beside the first: added, told apart at the door, given passwords, closed."""

import pytest

from data.action_words import action_words
from data.codes import AccountKind
from data.permissions import actions
from workbench.account_list import (
    add_account,
    archive_account,
    change_password,
    give_password,
    list_accounts,
    read_permissions,
)
from workbench.accounts import create_store, unlock
from workbench.door import accounts_at_door
from workbench.errors import Refused

FIRST, SECOND, THIRD = "云栖口令一二三四", "医师口令五六七八", "另设口令九九九九"
NOBODY = {"computer": lambda: None}


@pytest.fixture
def first(tmp_path):
    new = create_store(tmp_path / "store", unit="云栖镇", password=FIRST, **NOBODY)
    yield new.bench
    new.bench.close()


def refusal(attempt):
    with pytest.raises(Refused) as caught:
        attempt()
    return caught.value.code


def a_doctor(bench, **given):
    asked = {"name": "闻人医师", "kind": AccountKind.PSYCHIATRIST, "administers": False}
    return add_account(bench, **(asked | given), password=SECOND, **NOBODY)


def test_an_account_opens_the_store_as_what_it_is(first):
    key = a_doctor(first)
    folder = first.store.folder
    assert accounts_at_door(folder) == [(1, "记录员"), (key, "闻人医师")]
    first.close()
    doctor = unlock(folder, SECOND, account=key, **NOBODY)
    assert (doctor.account_id, doctor.kind) == (key, AccountKind.PSYCHIATRIST)
    assert not doctor.administers
    assert (
        refusal(
            lambda: add_account(
                doctor,
                name="别人",
                kind=AccountKind.READER,
                administers=False,
                password=THIRD,
                **NOBODY,
            )
        )
        == "NotPermitted"
    )
    doctor.close()
    assert refusal(lambda: unlock(folder, SECOND, account=1, **NOBODY)) == "WrongPassword"


def test_two_accounts_with_one_password_are_told_apart(first):
    key = add_account(
        first, name="闻人医师", kind=AccountKind.READER, administers=False, password=FIRST, **NOBODY
    )
    first.close()
    for account in (1, key):
        bench = unlock(first.store.folder, FIRST, account=account, **NOBODY)
        assert bench.account_id == account
        bench.close()


def test_a_closed_account_opens_nothing_and_stays_in_the_list(first):
    key = a_doctor(first)
    archive_account(first, key)
    assert [(row.name, row.archived) for row in list_accounts(first)] == [
        ("记录员", False),
        ("闻人医师", True),
    ]
    assert accounts_at_door(first.store.folder) == [(1, "记录员")]
    first.close()
    assert refusal(lambda: unlock(first.store.folder, SECOND, **NOBODY)) == "WrongPassword"


def test_somebody_who_administers_is_always_left(first):
    assert refusal(lambda: archive_account(first, first.account_id)) == "LastAdministrator"
    a_doctor(first, administers=True)
    assert refusal(lambda: archive_account(first, first.account_id)) == "AccountInUse"
    assert not any(row.archived for row in list_accounts(first))


def test_names_are_told_apart_and_passwords_long_enough(first):
    a_doctor(first)
    assert refusal(lambda: a_doctor(first)) == "AccountNameTaken"
    assert refusal(lambda: a_doctor(first, name=" ")) == "EmptyField"
    short = {"name": "别人", "kind": AccountKind.READER, "administers": False}
    assert (
        refusal(lambda: add_account(first, **short, password="短", **NOBODY)) == "PasswordTooShort"
    )
    assert len(list_accounts(first)) == 2


def test_a_password_is_changed_by_whoever_knows_the_present_one(first):
    wrong = refusal(lambda: change_password(first, SECOND, THIRD, **NOBODY))
    assert wrong == "WrongPassword"
    change_password(first, FIRST, THIRD, **NOBODY)
    first.close()
    assert refusal(lambda: unlock(first.store.folder, FIRST, **NOBODY)) == "WrongPassword"
    unlock(first.store.folder, THIRD, **NOBODY).close()


def test_a_forgotten_password_is_replaced_by_another(first):
    key = a_doctor(first)
    give_password(first, key, THIRD, **NOBODY)
    first.close()
    unlock(first.store.folder, THIRD, account=key, **NOBODY).close()
    assert refusal(lambda: unlock(first.store.folder, SECOND, **NOBODY)) == "WrongPassword"


def test_the_list_says_when_an_account_was_last_used(first):
    a_doctor(first)
    used = {row.name: row.last_used_at for row in list_accounts(first)}
    assert used["记录员"] is not None
    assert used["闻人医师"] is None


def test_what_each_kind_may_do_is_said_in_words(first):
    told = {row.who: "\n".join(row.lines) for row in read_permissions(first)}
    assert "会议：全部" in told["组长／记录员"]
    assert "写批注" in told["精神科医师"]
    assert "结束会议" not in told["精神科医师"]
    assert "患者资料" not in told["只读"]
    assert "添加账户" in told["另有“能管理”的账户还可以"]


def test_every_action_has_words():
    assert actions() | {"create_store"} == set(action_words())
