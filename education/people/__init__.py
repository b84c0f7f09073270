"""Educators and editors: the only people who have an account."""
