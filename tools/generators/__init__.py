"""Generators that others use, tried on the description of the overlay `portable`."""
