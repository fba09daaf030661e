"""The graph's face: node classes, one module a family, each calling into forge."""
