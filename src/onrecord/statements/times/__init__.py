"""What time expressions mean: days they count from, TIMEX3 values, and when a statement was said."""
