"""How the weights are made: from corpora to what ships, one command a step."""
