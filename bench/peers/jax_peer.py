"""JAX as a peer: `python jax_peer.py THREADS`. XLA takes as many threads as the process may use cores."""

import os
import sys

from protocol import limit_threads, serve

limit_threads(int(sys.argv[1]))
os.environ["JAX_PLATFORMS"] = "cpu"

from jax_steps import STEPS  # noqa: E402  threads are fixed first

serve(lambda work, tensors: STEPS[work["kind"]](work, tensors))
