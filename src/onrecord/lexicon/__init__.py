"""Word lists as commented data files, and the small functions that load them."""
