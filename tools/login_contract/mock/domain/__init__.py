"""What a Login server knows: users, passwords, one-time codes, sessions, tokens and keys."""
