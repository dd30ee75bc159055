"""JSON Web Tokens of a Login server, checked: once for the tokens of users and for those of webhooks."""
