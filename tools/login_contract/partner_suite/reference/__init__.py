"""A small partner that does everything right."""
