"""Floor 5: findings as text and in the formats other programs read."""
