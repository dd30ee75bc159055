"""The Login server's part towards a partner's endpoints: what `login-contract webhooks` plays."""
