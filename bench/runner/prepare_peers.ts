import { dirname, join } from "node:path";
import type { Peer } from "./peer.ts";
import { PEERS } from "./peers.ts";
import { runTimed } from "./run_timed.ts";

/** A peer that is installed. */
export interface PreparedPeer {
  readonly name: string;
  readonly largestNoOp: number;
  /** Runs a new project of this size once; gives what runs it again, and its milliseconds. */
  prepareNoOp(stageCount: number): Promise<() => Promise<number>>;
  /** Runs a new project; gives its milliseconds, without those of writing it. */
  runCold(stageCount: number, round: number): Promise<number>;
}

/**
 * Installs the peers by pip, each in an environment of its own, unless they are there.
 *
 * @param environments Folder of the environments, kept between benches.
 * @param folder Where their projects go.
 * @returns The peers.
 * @throws {Error} If Python or pip fails.
 */
export async function preparePeers(environments: string, folder: string): Promise<PreparedPeer[]> {
  await Deno.mkdir(environments, { recursive: true });
  const prepared = [];
  for (const peer of PEERS) {
    const bin = await install(peer, join(environments, peer.name.toLowerCase()));
    prepared.push(prepare(peer, bin, join(folder, peer.name.toLowerCase())));
  }
  return prepared;
}

async function install(peer: Peer, environment: string): Promise<string> {
  const bin = join(environment, "bin");
  const cwd = dirname(environment);
  const isThere = await Deno.stat(join(environment, "installed")).then(() => true, () => false);
  if (!isThere) {
    await runTimed("python3", ["-m", "venv", environment], { cwd });
    await runTimed(join(bin, "pip"), ["install", "--quiet", ...peer.packages], { cwd });
    await Deno.writeTextFile(join(environment, "installed"), peer.packages.join("\n"));
  }
  return bin;
}

function prepare(peer: Peer, bin: string, folder: string): PreparedPeer {
  const env = { PATH: `${bin}:${Deno.env.get("PATH")}` };
  const run = async ([program, ...args]: readonly string[], cwd: string) => {
    const own = join(bin, program);
    const isOwn = await Deno.stat(own).then(() => true, () => false);
    return (await runTimed(isOwn ? own : program, args, { cwd, env })).elapsedMs;
  };
  const write = async (cwd: string, stageCount: number) => {
    for (const [name, text] of Object.entries(peer.writeProject(stageCount))) {
      await Deno.mkdir(dirname(join(cwd, name)), { recursive: true });
      await Deno.writeTextFile(join(cwd, name), text);
    }
    for (const command of peer.setUp) await run(command, cwd);
  };
  return {
    name: peer.name,
    largestNoOp: peer.largestNoOp,
    prepareNoOp: async (stageCount) => {
      const cwd = join(folder, `no-op-${stageCount}`);
      await write(cwd, stageCount);
      await run(peer.command(stageCount), cwd);
      return () => run(peer.command(stageCount), cwd);
    },
    runCold: async (stageCount, round) => {
      const cwd = join(folder, `cold-${stageCount}-${round}`);
      await write(cwd, stageCount);
      return await run(peer.command(stageCount), cwd);
    },
  };
}
