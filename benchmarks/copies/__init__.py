"""Copies: a collection of articles in which it is known who copied whom, and what others find in it."""
