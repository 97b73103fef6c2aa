"""Bringing lists of patients and members in from sheets: read apart, checked, shown, applied."""
