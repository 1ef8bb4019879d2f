"""Pure string functions: no records beyond Span, no lists of words, no opinions about news."""
