"""The mock's own operations under ``/_mock``: what a test or a person may see and do behind the API."""
