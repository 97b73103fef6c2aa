"""Filling forms from the records, and showing or saving the documents."""
