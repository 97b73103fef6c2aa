"""What a person typed, made fit to keep; and names made fit to show."""

from __future__ import annotations

import unicodedata

from workbench.errors import EmptyField, NameTooLong

_LONGEST_NAME = 50
_DOTS = str.maketrans(dict.fromkeys("•‧・．∙", "·"))


def clean_text(typed: str) -> str:
    """Drop control characters and outer white space; keep line breaks and everything else."""
    text = typed.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    kept = (c for c in text if c == "\n" or unicodedata.category(c) not in {"Cc", "Cs"})
    return "".join(kept).strip()


def required(field: str, typed: str) -> str:
    """Return the cleaned text, or refuse when nothing is left of it."""
    text = clean_text(typed)
    if not text:
        raise EmptyField(field)
    return text


def clean_name(field: str, typed: str) -> str:
    """Return a name of up to 50 characters with its separating dots written one way."""
    name = required(field, typed).replace("\n", " ").translate(_DOTS)
    if len(name) > _LONGEST_NAME:
        raise NameTooLong(len(name))
    return name


def masked(name: str) -> str:
    """A name as screens show it: 张*, 李*华, 欧阳**."""
    if len(name) <= 2:
        return f"{name[:1]}*"
    if len(name) == 3:
        return f"{name[0]}*{name[2]}"
    return f"{name[:2]}**"
