"""How a peer talks to the benchmark: one JSON object a line on stdin, one answer a line on stdout.

prepare {work, fixture}  builds the workload                       -> {}
check                    takes the fixture's steps                 -> {losses: [[…], …]}
run {count}              takes `count` steps and waits for them    -> {ms}: all of them together
"""

import json
import os
import sys
import time
import traceback

from safetensors_file import read_safetensors


def serve(prepare):
    """Answers requests until stdin closes.

    prepare(work, tensors) gives an object with check() -> losses by step, and run(count), which returns when the
    numbers are there.
    """
    # Libraries print to stdout as they like; the answers get a channel of their own.
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    workload = None
    for line in sys.stdin:
        request = json.loads(line)
        try:
            if request["do"] == "prepare":
                workload = None
                workload = prepare(request["work"], read_safetensors(request["fixture"]))
                answer = {}
            elif request["do"] == "check":
                answer = {"losses": workload.check()}
            else:
                started = time.perf_counter()
                workload.run(request["count"])
                answer = {"ms": 1000 * (time.perf_counter() - started)}
        except Exception as error:  # The benchmark shows what a peer cannot do, and goes on.
            traceback.print_exc()
            answer = {"error": f"{type(error).__name__}: {error}".splitlines()[0][:300]}
        print(json.dumps(answer), file=answers, flush=True)


def limit_threads(threads):
    """Keeps this process to as many cores, before any library counts them."""
    os.environ["OMP_NUM_THREADS"] = str(threads)
    os.environ["OPENBLAS_NUM_THREADS"] = str(threads)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:threads])
