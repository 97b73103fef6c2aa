"""Rows for lists, as Qt wants them."""
