"""Where our description and the vendor's own differ, for whoever has the latter."""
