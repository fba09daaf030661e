"""The server's figures in Prometheus' text format, version 0.0.4."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from ..product import Product
from ..version import VERSION

MEDIA_TYPE = "text/plain"
CONTENT_TYPE = f"{MEDIA_TYPE}; version=0.0.4; charset=utf-8"

Sample = tuple[str, Mapping[str, str], float]  # suffix of the name, labels, value

_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n"})


async def metrics(product: Product) -> str:
    """Counts alone: nobody's name, no prompt, no file."""
    host = product.host
    queue = host.queue()
    jobs: Counter[tuple[str, str]] = Counter()
    if product.unavailable is None:
        for tally in await product.jobs.census():
            jobs[tally.api, tally.state] += tally.jobs
    measured = product.runner.pace.measured
    return "".join(
        (
            _family(
                *("avatarforge_info", "gauge", "The version that runs, and on which host."),
                [("", {"version": VERSION, "host": host.name}, 1)],
            ),
            _family(
                *("avatarforge_ready", "gauge", "1 where jobs can be taken."),
                [("", {}, float(product.unavailable is None))],
            ),
            _family(
                *("avatarforge_jobs", "gauge", "Jobs kept, by API and state."),
                [("", {"api": api, "state": state}, n) for (api, state), n in sorted(jobs.items())],
            ),
            _family(
                *("avatarforge_queue", "gauge", "Graphs in the executor's queue."),
                [
                    ("", {"state": "running"}, queue.running),
                    ("", {"state": "pending"}, queue.pending),
                ],
            ),
            _family(
                *("avatarforge_job_seconds", "summary", "How long graphs ran, by recipe."),
                [
                    sample
                    for recipe, each in sorted(measured.items())
                    for sample in (
                        ("_sum", {"recipe": recipe}, each.seconds),
                        ("_count", {"recipe": recipe}, each.jobs),
                    )
                ],
            ),
            _family(
                *("avatarforge_requests_total", "counter", "Answers, by route and status."),
                [
                    ("", {"method": method, "route": route, "status": str(status)}, n)
                    for (method, route, status), n in sorted(product.traffic.items())
                ],
            ),
            _family(
                *("avatarforge_upkeep_total", "counter", "Rounds of upkeep, by how they ended."),
                [
                    ("", {"of": name, "result": result}, n)
                    for (name, result), n in sorted(product.upkeep.rounds.items())
                ],
            ),
        )
    )


def _family(name: str, kind: str, about: str, samples: Iterable[Sample]) -> str:
    lines = [f"# HELP {name} {about}", f"# TYPE {name} {kind}"]
    for suffix, labels, value in samples:
        shown = ",".join(f'{key}="{text.translate(_ESCAPES)}"' for key, text in labels.items())
        lines.append(f"{name}{suffix}{f'{{{shown}}}' if shown else ''} {value:.12g}")
    return "\n".join(lines) + "\n"
