"""JSON Web Tokens: signed, read, verified, and broken in ways that have a name."""
