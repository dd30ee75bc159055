"""The calls and webhooks as pages of their own, in Markdown: read without JavaScript, and by agents."""
