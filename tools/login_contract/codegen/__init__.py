"""What is derived from the description: one module per output, and the check that it is current."""
