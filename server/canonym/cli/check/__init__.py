"""``canonym check``, part by part."""
