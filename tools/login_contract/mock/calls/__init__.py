"""What the API, the hosted pages and the control interface share: a decoded call, and how a login is answered."""
