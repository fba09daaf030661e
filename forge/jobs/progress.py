"""How far a prompt has come, from the executor's own events and never from a clock."""

from __future__ import annotations

from ..host.port import (
    Event,
    Graph,
    NodeFinished,
    NodeProgress,
    NodesCached,
    NodeStarted,
)

_LONG = 20.0
_NODES_THAT_TAKE_LONG = frozenset(
    {"KSampler", "KSamplerAdvanced", "SamplerCustom", "SamplerCustomAdvanced"}
)
"""Beside these, hardly anything else takes time."""


class Progress:
    """Counts a graph's nodes, a sampler as many; steps inside a node move within its part."""

    def __init__(self, graph: Graph) -> None:
        self._weights = {
            node_id: _LONG if node.get("class_type") in _NODES_THAT_TAKE_LONG else 1.0
            for node_id, node in graph.items()
        }
        self._total = sum(self._weights.values()) or 1.0
        self._done: set[str] = set()
        self._running: str | None = None
        self._highest = 0.0

    @property
    def percent(self) -> float:
        """0..100, never falling. 100 is left to the job's end."""
        return self._highest

    @property
    def running(self) -> str | None:
        return self._running

    @property
    def done(self) -> frozenset[str]:
        return frozenset(self._done)

    def see(self, event: Event) -> None:
        part = 0.0
        match event:
            case NodesCached(node_ids=node_ids):
                self._done.update(node_ids)
            case NodeStarted(node_id=node_id):
                # A node without output in the UI has no other sign of its end.
                if self._running is not None:
                    self._done.add(self._running)
                self._running = node_id
            case NodeFinished(node_id=node_id):
                self._done.add(node_id)
            case NodeProgress(node_id=node_id, value=value, total=total) if total > 0:
                if node_id not in self._done:
                    part = min(1.0, value / total) * self._weight(node_id)
        done = sum(map(self._weight, self._done)) + part
        done = min(99.0, 100.0 * done / self._total)
        self._highest = max(self._highest, done)

    def _weight(self, node_id: str) -> float:
        return self._weights.get(node_id, 0.0)
