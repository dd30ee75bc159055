"""What the tests speak through: clients, partners, and the mock's control interface."""
