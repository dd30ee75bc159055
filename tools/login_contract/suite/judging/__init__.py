"""Answers against the description, and why a test failed."""
