"""Clients with each feature of the runtime alone, with each pair, and with all of them."""
