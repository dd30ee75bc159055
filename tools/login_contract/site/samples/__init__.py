"""What the site shows beside each call: the same call in several languages, to be copied and run."""
