"""Quick entries: one record about a person, written, corrected, ended or taken back."""
