"""What tokens of the Login server say of who gave them out, and those for webhooks of what they are for."""

ISSUER = "https://login.xsolla.com"
GATEWAY_TOKEN = "gateway_token"
