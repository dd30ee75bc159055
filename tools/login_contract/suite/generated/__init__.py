"""Requests made from the description, and their judgement."""
