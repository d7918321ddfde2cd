"""PyTorch as a peer: `python torch_peer.py THREADS [compile] [channels-last]`."""

import sys

from protocol import limit_threads, serve

limit_threads(int(sys.argv[1]))

import torch  # noqa: E402  threads are fixed first

from torch_steps import STEPS  # noqa: E402

torch.set_num_threads(int(sys.argv[1]))
torch.manual_seed(0)
OPTIONS = {"compile": "compile" in sys.argv, "channels_last": "channels-last" in sys.argv}


def prepare(work, tensors):
    torch._dynamo.reset()
    return STEPS[work["kind"]](work, tensors, OPTIONS)


serve(prepare)
