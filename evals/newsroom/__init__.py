"""A newsroom simulator: cascades of invented news with known truth, and a score of what the product says of them."""
