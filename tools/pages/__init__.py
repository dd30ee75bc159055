"""Every page of the mock in Chromium: accessibility, layout and speed, in all languages."""
