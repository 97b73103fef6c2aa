"""What the computer lacks is found, installed when we may, and else asked for in one line."""

import os
import sys

import pytest

INSTALL = "sudo apt-get install -y --no-install-recommends"


@pytest.fixture
def apt(tmp_path, monkeypatch, plant):
    """A computer with nothing but an apt that knows three packages and writes down its calls."""
    folder = tmp_path / "bin"
    known = "libglib2.0-0t64|python3-venv|libplanted9"
    plant(folder / "apt-cache", f'case "$2" in {known}) echo "  Candidate: 2.74" ;; esac')
    plant(folder / "apt-get", f'echo "$@" >> {tmp_path}/calls')
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def plain_user(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


@pytest.fixture
def administrator(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)


def absent(system):
    return system.Part("libplanted.so.9", ("libplanted9",))


def test_a_plain_user_is_given_the_exact_line_and_exit_code_3(
    system, environment, apt, plain_user, capsys
):
    code = environment.plainly(lambda: system.require([absent(system)], welcome=()) or 0)
    assert code == 3
    said = capsys.readouterr().err.splitlines()
    assert said[-1] == f"sudo apt-get update && {INSTALL} libplanted9"


def test_the_line_asks_for_the_window_libraries_too_so_that_once_is_enough(system, apt, plain_user):
    also = system.Part("libplanted-window.so.1", ("libplanted-window1",))
    with pytest.raises(system.SetUpFailed) as refused:
        system.require([absent(system)], welcome=[also])
    assert refused.value.details[0].endswith(f"{INSTALL} libplanted9 libplanted-window1")


def test_nothing_is_asked_for_when_only_window_libraries_are_missing(system, apt, plain_user):
    present = system.Part("json", ())
    system.require([present], welcome=[absent(system)])
    assert not (apt.parent / "calls").exists()


def test_an_administrator_has_it_installed(
    system, apt, administrator, tmp_path, monkeypatch, plant
):
    bring = f'case "$*" in *install*) : > {tmp_path}/planted_piece.py;; esac'
    plant(apt / "apt-get", f'echo "$@" >> {tmp_path}/calls\n{bring}')
    monkeypatch.syspath_prepend(tmp_path)
    system.require([system.Part("planted_piece", ("libplanted9",))], welcome=())
    update, install = (tmp_path / "calls").read_text("utf-8").splitlines()
    assert update == "update"
    assert install.endswith("install -y --no-install-recommends libplanted9")


def test_what_is_still_missing_after_installing_is_named(system, apt, administrator):
    with pytest.raises(system.SetUpFailed, match=r"仍然缺少：libplanted\.so\.9。"):
        system.require([absent(system)], welcome=())


def test_the_reason_is_shown_when_apt_fails(system, apt, administrator, plant):
    plant(apt / "apt-get", "echo 'E: planted reason'; exit 100")
    with pytest.raises(system.SetUpFailed) as failed:
        system.require([absent(system)], welcome=())
    assert "E: planted reason" in failed.value.details


def test_without_apt_the_missing_parts_are_named(system, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(system.SetUpFailed, match=r"这台电脑缺少：libplanted\.so\.9。"):
        system.require([absent(system)], welcome=())


def test_no_package_is_offered_for_a_python_that_apt_did_not_bring(system, apt, monkeypatch):
    monkeypatch.setattr(sys, "base_prefix", "/opt/python")
    assert all(part.packages == () for part in system.venv_parts())
    with pytest.raises(system.SetUpFailed, match="这台电脑缺少：planted_piece。"):
        system.require([system.Part("planted_piece", ())], welcome=())


def test_a_package_is_asked_for_by_the_name_this_system_knows(system, apt):
    assert system.package_names([system.Part("x", system.GLIB)]) == ["libglib2.0-0t64"]


def test_debians_own_python_asks_for_its_venv(system, apt, monkeypatch):
    monkeypatch.setattr(sys, "base_prefix", "/usr")
    assert system.package_names(system.venv_parts()) == ["python3-venv"]


def test_an_apt_that_knows_nothing_yet_is_given_the_usual_names(system, apt, plant):
    plant(apt / "apt-cache", "exit 0")
    assert system.package_names(system.LIBRARIES) == [
        "libglib2.0-0",
        "libgl1",
        "libegl1",
        "libxkbcommon0",
        "libfontconfig1",
        "libdbus-1-3",
    ]


def certificate(words):
    return f"-----BEGIN CERTIFICATE-----\n{words}\n-----END CERTIFICATE-----\n"


def test_a_certificate_added_by_hand_survives_the_installation(system, tmp_path):
    trusted = tmp_path / "trusted.crt"
    trusted.write_text(certificate("public") + certificate("house"), "utf-8")
    with system.certificates_kept(trusted):
        trusted.write_text(certificate("public") + certificate("newer"), "utf-8")
    assert trusted.read_text("utf-8") == "".join(map(certificate, ("public", "newer", "house")))


def test_trust_is_left_alone_when_nothing_was_lost(system, tmp_path):
    trusted = tmp_path / "trusted.crt"
    with system.certificates_kept(trusted):
        pass
    assert not trusted.exists()
