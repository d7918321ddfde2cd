import { join } from "node:path";
import type { CompetitorDescription } from "./competitor.ts";
import { MODE_NAMES } from "./ours/open_mode.ts";
import type { Work } from "./work.ts";

const FOLDER = import.meta.dirname!;

const isStep = ({ kind }: Work) => kind === "gan" || kind === "judge" || kind === "product";
const isMetric = (work: Work) => !isStep(work);

/** Whether a work has convolutions, so that the layout of its tensors matters. */
function hasConvolutions(work: Work): boolean {
  return work.kind === "judge" || (work.kind === "gan" && work.discriminator.kind === "dcgan");
}

/**
 * Lists who competes.
 *
 * @param options Threads of each, and the Python that has the peers' packages; without it, only ours.
 */
export function listCompetitors(
  options: { threads: number; python?: PeerPython },
): CompetitorDescription[] {
  const threads = String(options.threads);
  const worker = join(FOLDER, "ours", "worker.ts");
  const ours = (name: string, takes: (work: Work) => boolean): CompetitorDescription => ({
    side: "ours",
    name,
    command: [Deno.execPath(), "run", "-A", "--quiet", worker, name, threads],
    takes,
  });
  return [
    ...MODE_NAMES.map((name) => ours(name, isStep)),
    ours("plain", isMetric),
    ...(options.python === undefined ? [] : listPeers(threads, options.python)),
  ];
}

/** A Python environment with the peers in it. */
export interface PeerPython {
  /** Path of the interpreter. */
  readonly program: string;
  /** Where compiled kernels of `torch.compile` are kept between runs. */
  readonly compiledFolder: string;
}

function listPeers(threads: string, python: PeerPython): CompetitorDescription[] {
  const peer = (
    name: string,
    [script, ...args]: string[],
    takes: (work: Work) => boolean,
  ): CompetitorDescription => ({
    side: "peers",
    name,
    command: [python.program, join(FOLDER, "peers", script), threads, ...args],
    environment: { TORCHINDUCTOR_CACHE_DIR: python.compiledFolder },
    takes,
  });
  return [
    peer("torch", ["torch_peer.py"], isStep),
    peer("torch channels-last", ["torch_peer.py", "channels-last"], hasConvolutions),
    peer(
      "torch.compile",
      ["torch_peer.py", "compile", "channels-last"],
      (work) => work.kind === "gan" || work.kind === "judge",
    ),
    peer("jax", ["jax_peer.py"], isStep),
    peer("scipy", ["metrics_peer.py"], ({ kind }) => kind === "frechet"),
    peer("prdc", ["metrics_peer.py"], ({ kind }) => kind === "prdc"),
  ];
}
