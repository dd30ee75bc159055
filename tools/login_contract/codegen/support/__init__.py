"""`SUPPORTED.md`: what is done about each published operation, read from the sources of the repository."""
