"""What each operation of the description does: one module per tag, one function per operationId."""
