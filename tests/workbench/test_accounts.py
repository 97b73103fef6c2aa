"""Making a store and opening it, with every refusal in words."""

import pytest

from data import computer, keys
from data.folder import FILE
from data.problems import StoreProblem
from workbench import file_errors
from workbench.accounts import (
    FIRST_ACCOUNT,
    create_store,
    renew_recovery,
    set_password,
    unlock,
    unlock_with_recovery,
)
from workbench.door import store_exists
from workbench.errors import EmptyField, PasswordTooShort
from workbench.file_errors import FileRefused
from workbench.teams import add_team, list_teams

PASSWORD = "鸢尾花开 1234"


class KeyChain:
    """A key store that keeps what it is given."""

    def __init__(self):
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password


@pytest.fixture(autouse=True)
def cheap_guesses(monkeypatch):
    """A guess costs the least that is allowed, so that the tests do not wait."""
    monkeypatch.setattr(keys.KeySlots.with_password, "__defaults__", (keys.Cost(2, 19456, 1),))
    monkeypatch.setattr(keys.KeySlots.with_recovery, "__defaults__", (keys.Cost(2, 19456, 1),))


@pytest.fixture
def made(tmp_path):
    new = create_store(tmp_path / "store", unit="云栖镇", password=PASSWORD, computer=lambda: None)
    add_team(new.bench, name="小组", kind="village")
    new.bench.close()
    return new


@pytest.fixture
def store(made, tmp_path):
    return tmp_path / "store"


def refusal(attempt):
    """The code of a refusal, which must say what happened, what is safe and what to do."""
    with pytest.raises(FileRefused) as caught:
        attempt()
    for words in (caught.value.message, caught.value.safe, caught.value.next_step):
        assert words.endswith("。")
        assert "！" not in words
    return caught.value.code


def test_a_new_store_opens_with_its_password(store):
    bench = unlock(store, PASSWORD)
    assert (bench.unit, bench.demo, bench.administers) == ("云栖镇", False, True)
    assert [team.name for team in list_teams(bench)] == ["小组"]
    bench.close()


def test_nothing_of_a_new_store_is_left_half_made(store):
    assert sorted(path.name for path in store.iterdir()) == [keys.FILE, "lock", FILE]
    assert FIRST_ACCOUNT.encode() not in (store / keys.FILE).read_bytes()


@pytest.mark.parametrize(
    ("values", "expected"),
    [({"password": "1234567"}, PasswordTooShort), ({"unit": " "}, EmptyField)],
)
def test_a_store_is_not_made_without_its_essentials(tmp_path, values, expected):
    given = {"unit": "云栖镇", "password": PASSWORD} | values
    with pytest.raises(expected):
        create_store(tmp_path / "store", **given, computer=lambda: None)
    assert not store_exists(tmp_path / "store")


def test_a_wrong_password_is_refused_in_words(store):
    assert refusal(lambda: unlock(store, "鸢尾花开 1235")) == "WrongPassword"


def test_a_mistyped_recovery_code_is_told_apart_from_a_wrong_one(made, store, tmp_path):
    code = made.recovery_code
    typo = code[:-1] + ("2" if code[-1] != "2" else "3")
    assert refusal(lambda: unlock_with_recovery(store, typo)) == "RecoveryMistyped"
    other = create_store(tmp_path / "other", unit="别处", password=PASSWORD, computer=lambda: None)
    other.bench.close()
    assert refusal(lambda: unlock_with_recovery(store, other.recovery_code)) == "RecoveryWrong"


def test_the_recovery_code_opens_and_lets_one_choose_a_new_password(made, store):
    bench = unlock_with_recovery(store, made.recovery_code)
    set_password(bench, "新口令新口令12", computer=lambda: None)
    bench.close()
    assert refusal(lambda: unlock(store, PASSWORD)) == "WrongPassword"
    unlock(store, "新口令新口令12").close()


def test_a_renewed_recovery_code_replaces_the_printed_one(made, store):
    bench = unlock(store, PASSWORD)
    code = renew_recovery(bench)
    bench.close()
    assert refusal(lambda: unlock_with_recovery(store, made.recovery_code)) == "RecoveryWrong"
    unlock_with_recovery(store, code).close()


def test_a_store_bound_to_a_computer_opens_there_only(tmp_path):
    here = KeyChain()
    folder = tmp_path / "store"
    new = create_store(folder, unit="云栖镇", password=PASSWORD, computer=lambda: here)
    new.bench.close()
    assert new.bound_to_computer
    unlock(folder, PASSWORD, computer=lambda: here).close()
    elsewhere = refusal(lambda: unlock(folder, PASSWORD, computer=lambda: KeyChain()))
    assert elsewhere == "ComputerUnknown"
    assert refusal(lambda: unlock(folder, PASSWORD, computer=lambda: None)) == "ComputerUnknown"
    bench = unlock_with_recovery(folder, new.recovery_code)
    there = KeyChain()
    set_password(bench, PASSWORD, computer=lambda: there)
    bench.close()
    unlock(folder, PASSWORD, computer=lambda: there).close()


def test_a_key_store_that_would_keep_secrets_in_the_open_is_not_used():
    assert computer.this_computer() is None


def test_missing_slots_a_second_instance_and_no_store_are_refused_in_words(store, tmp_path):
    bench = unlock(store, PASSWORD)
    assert refusal(lambda: unlock(store, PASSWORD)) == "AlreadyOpen"
    bench.close()
    (store / keys.FILE).rename(store / "elsewhere")
    assert refusal(lambda: unlock(store, PASSWORD)) == "SlotsMissing"
    assert refusal(lambda: unlock(tmp_path / "nowhere", PASSWORD)) == "StoreMissing"
    assert refusal(lambda: create_store(store, unit="镇", password=PASSWORD)) == "FolderInUse"


def test_slots_of_another_store_open_nothing(store, tmp_path):
    other = create_store(tmp_path / "other", unit="别处", password=PASSWORD, computer=lambda: None)
    other.bench.close()
    (store / keys.FILE).write_bytes((tmp_path / "other" / keys.FILE).read_bytes())
    assert refusal(lambda: unlock(store, PASSWORD)) == "Damaged"


def test_a_damaged_file_is_refused_in_words(store):
    content = bytearray((store / FILE).read_bytes())
    content[5000] ^= 4
    (store / FILE).write_bytes(content)
    assert refusal(lambda: unlock(store, PASSWORD)) == "Damaged"
    assert (store / FILE).read_bytes() == content


def test_a_setting_up_that_was_cut_off_can_be_begun_again(tmp_path):
    half = tmp_path / "store" / ".new"
    half.mkdir(parents=True)
    (half / FILE).write_bytes(b"half")
    create_store(
        tmp_path / "store", unit="云栖镇", password=PASSWORD, computer=lambda: None
    ).bench.close()
    assert not half.exists()


def every(problem):
    yield problem
    for child in problem.__subclasses__():
        yield from every(child)


@pytest.mark.parametrize(
    "problem", [p for p in every(StoreProblem) if p is not StoreProblem], ids=lambda p: p.__name__
)
def test_every_problem_of_the_file_has_words(problem):
    words = file_errors._WORDS[problem]
    assert len(words) == 3
    assert all(sentence.endswith("。") and "！" not in sentence for sentence in words)
