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


class Progress:
    """Counts a graph's nodes as equal parts; steps inside a node move within its part."""

    def __init__(self, graph: Graph) -> None:
        self._total = max(1, len(graph))
        self._done: set[str] = set()
        self._running: str | None = None
        self._highest = 0.0

    @property
    def percent(self) -> float:
        """0..100, never falling. 100 is left to the job's end."""
        return self._highest

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
                    part = min(1.0, value / total)
        done = min(99.0, 100.0 * (len(self._done) + part) / self._total)
        self._highest = max(self._highest, done)
