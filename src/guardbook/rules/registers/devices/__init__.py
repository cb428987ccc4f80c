"""Devices: ``device`` is one of them, ``safety`` what is wrong with it, ``register`` the list of them."""
