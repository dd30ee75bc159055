"""The Python facade: what is rendered of the SDK's calls, and of the operations for users and for servers."""
