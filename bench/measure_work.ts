import { join } from "node:path";
import { chooseMode } from "../src/training/choose_mode.ts";
import type { Competitor } from "./competitor.ts";
import { summarizeRounds, type Timing } from "./summarize.ts";
import type { Work } from "./work.ts";

/** A turn of a competitor in a round lasts about this long, or one step. */
const TURN_MS = 250;
/** Spinning threads of the one before come to rest. */
const PAUSE_MS = 30;
/** Steps before the first round, of which the last ones say how many fit into a turn. */
const WARM_UP_MS = 500;

/** Timings of one work. */
export interface WorkResult {
  readonly work: string;
  readonly label: string;
  /** The mode of ours that a run uses. */
  readonly chosen: string;
  readonly ours: Record<string, Timing>;
  readonly peers: Record<string, Timing>;
  /** Who could not take part, and why. */
  readonly failures: Record<string, string>;
}

/**
 * Measures one work: every competitor warms up, then they take turns, round by round, so that what else the machine does
 * hits all alike.
 *
 * @param work The work.
 * @param competitors Who takes part.
 * @param options Rounds, a folder for the fixture, and where progress is told.
 */
export async function measureWork(
  work: Work,
  competitors: readonly Competitor[],
  options: { rounds: number; folder: string; tell: (line: string) => void },
): Promise<WorkResult> {
  const fixture = await writeFixture(work, competitors, options.folder);
  const failures: Record<string, string> = {};
  const turns = new Map<Competitor, { count: number; rounds: number[] }>();
  for (const competitor of competitors) {
    const { name } = competitor.description;
    options.tell(`${work.name}: ${name} warms up`);
    try {
      turns.set(competitor, { count: await warmUp(competitor, work, fixture), rounds: [] });
    } catch (error) {
      failures[name] = (error as Error).message;
    }
  }
  for (let round = 0; round < options.rounds; round++) {
    options.tell(`${work.name}: round ${round + 1} of ${options.rounds}`);
    for (const [competitor, { count, rounds }] of turns) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      try {
        const { ms } = await competitor.ask({ do: "run", count });
        rounds.push(ms! / count);
      } catch (error) {
        failures[competitor.description.name] = (error as Error).message;
        turns.delete(competitor);
      }
    }
  }
  await Deno.remove(fixture);
  const timings = (side: "ours" | "peers") =>
    Object.fromEntries(
      [...turns]
        .filter(([{ description }]) => description.side === side)
        .map(([{ description }, { rounds }]) => [description.name, summarizeRounds(rounds)]),
    );
  return {
    work: work.name,
    label: work.label,
    chosen: chooseOurs(work),
    ours: timings("ours"),
    peers: timings("peers"),
    failures,
  };
}

/** The mode in which a run takes a work's steps. */
function chooseOurs(work: Work): string {
  if (work.kind === "frechet" || work.kind === "prdc") return "plain";
  return work.kind === "gan" ? chooseMode(work) : "graph";
}

/** Writes what all start from: initial parameters, data and inputs. */
export async function writeFixture(
  work: Work,
  competitors: readonly Competitor[],
  folder: string,
): Promise<string> {
  const fixture = join(folder, `${work.name}.safetensors`);
  const writer = competitors.find(({ description }) => description.side === "ours")!;
  await writer.ask({ do: "fixture", work, path: fixture });
  return fixture;
}

/** Takes steps until compilers and caches are done with; gives the number of steps of a turn. */
async function warmUp(competitor: Competitor, work: Work, fixture: string): Promise<number> {
  await competitor.ask({ do: "prepare", work, fixture });
  let { ms: stepMs } = await competitor.ask({ do: "run", count: 1 });
  let count = 1;
  for (let spentMs = 0; spentMs < WARM_UP_MS;) {
    const { ms } = await competitor.ask({ do: "run", count });
    spentMs += ms!;
    stepMs = ms! / count;
    count = countSteps(stepMs, WARM_UP_MS / 2);
  }
  return countSteps(stepMs!, TURN_MS);
}

function countSteps(stepMs: number, turnMs: number): number {
  return Math.max(1, Math.round(turnMs / stepMs));
}
