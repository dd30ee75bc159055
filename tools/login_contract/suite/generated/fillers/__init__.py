"""What of a request only the server knows, made live: a module for each family of bodies and calls."""
