"""Quality measured on the development data: one command a capability, and the floors that nobody lowers silently."""
