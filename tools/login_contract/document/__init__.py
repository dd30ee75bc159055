"""The description as a document: load it, bundle it, overlay it, check it."""
