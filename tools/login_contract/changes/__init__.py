"""What is different between two descriptions, and whom it breaks."""
