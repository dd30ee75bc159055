"""The documentation as a folder of pages: guides, error codes and the reference, with a search of its own."""
