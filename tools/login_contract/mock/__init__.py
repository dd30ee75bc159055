"""A stateful Login server for a laptop or a test: described by OpenAPI, its state in a store."""
