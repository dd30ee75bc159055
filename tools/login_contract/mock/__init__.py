"""A stateful Login server for a laptop or a test: its contract comes from the description, its state from a store."""
