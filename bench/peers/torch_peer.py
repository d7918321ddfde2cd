"""PyTorch as a peer: `python torch_peer.py THREADS [compile] [channels-last]`.

Compiled are whole steps: measured against compiled networks, with `backward()` and fused Adam outside, that is faster on
every workload, and second derivatives work only so.
"""

import sys

from protocol import limit_threads, serve

limit_threads(int(sys.argv[1]))

import torch  # noqa: E402  threads are fixed first

from torch_compiled import COMPILED  # noqa: E402
from torch_steps import STEPS  # noqa: E402

torch.set_num_threads(int(sys.argv[1]))
torch.manual_seed(0)
OPTIONS = {"channels_last": "channels-last" in sys.argv}
MAKERS = COMPILED if "compile" in sys.argv else STEPS


def prepare(work, tensors):
    torch._dynamo.reset()
    return MAKERS[work["kind"]](work, tensors, OPTIONS)


serve(prepare)
