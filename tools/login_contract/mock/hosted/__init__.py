"""The pages that end users see, each with its HTML beside it: whole documents without scripts."""
