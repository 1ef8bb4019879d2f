"""The corpora, each read into the same Documents; nothing of them is kept but offsets and word pieces."""
