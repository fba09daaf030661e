"""HTTP's face: parse, act, respond."""
