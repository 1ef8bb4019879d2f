"""Answers: what people ask, computed from a Graph; pure functions that give frozen records."""
