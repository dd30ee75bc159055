"""What the token endpoint takes (RFC 6749, RFC 8693): each grant, and the way back that a revocation is."""
