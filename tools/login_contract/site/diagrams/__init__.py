"""Sequence diagrams of the guides, written in Mermaid and drawn as SVG when the site is built."""
