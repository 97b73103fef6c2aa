"""What a later version of the program would ship otherwise."""

from dataclasses import replace

import data.profiles


def ship(monkeypatch, name, key, **change):
    """Let the program ship a value otherwise, as a later version would."""
    shipped = dict(data.profiles._profiles())
    value = replace(shipped[name][key], **change)
    shipped[name] = shipped[name].overlaid(name, {key: value})
    monkeypatch.setattr(data.profiles, "_profiles", lambda: shipped)
