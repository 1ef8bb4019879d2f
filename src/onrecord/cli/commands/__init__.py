"""One module a command, each named like its command."""
