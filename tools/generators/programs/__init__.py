"""Programs that register a user, log in and ask who it is, each with another client; run by `logins`."""
