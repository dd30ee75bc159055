"""What foreign rule sets and a dictionary say of the description, beside what is accepted with a reason."""
