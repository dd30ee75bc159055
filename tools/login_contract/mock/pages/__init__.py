"""The mock's web pages: pure functions that return whole HTML documents, without scripts or outside files."""
