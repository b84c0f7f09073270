"""The base page: in two languages or not at all."""
