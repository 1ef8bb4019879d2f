"""Time expressions: where they stand, by rules; the words they are made of, and what TIMEX3 values mean in days."""
