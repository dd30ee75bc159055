"""What API, hosted pages and control interface share: a decoded call, and how a login is answered."""
