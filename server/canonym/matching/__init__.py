"""Floor 2: is this mention that name?"""
