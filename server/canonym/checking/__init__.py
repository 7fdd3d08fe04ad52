"""Floor 3a: what is wrong with a draft?"""
