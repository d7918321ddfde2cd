import type { Competitor } from "./competitor.ts";
import { writeFixture } from "./measure_work.ts";
import type { Work } from "./work.ts";

/** One competitor's values beside the first one's. */
export interface Parity {
  readonly work: string;
  readonly name: string;
  /** Largest difference of the first step's values, relative to max(1, |value|). */
  readonly firstStep?: number;
  /** The same over the later steps, after updates by Adam. */
  readonly laterSteps?: number;
  /** Why the competitor cannot take part. */
  readonly failure?: string;
}

/**
 * Compares what all competitors compute from the same parameters and inputs.
 *
 * @param work The work.
 * @param competitors Who takes part; the first is what the others are compared with.
 * @param folder A folder for the fixture.
 * @returns One row for each competitor but the first that can take part.
 */
export async function checkParity(
  work: Work,
  competitors: readonly Competitor[],
  folder: string,
): Promise<Parity[]> {
  const fixture = await writeFixture(work, competitors, folder);
  const rows: Parity[] = [];
  let expected: number[][] | undefined;
  for (const competitor of competitors) {
    const { name } = competitor.description;
    let losses: number[][];
    try {
      await competitor.ask({ do: "prepare", work, fixture });
      losses = (await competitor.ask({ do: "check" })).losses!;
    } catch (error) {
      rows.push({ work: work.name, name, failure: (error as Error).message });
      continue;
    }
    if (expected === undefined) {
      expected = losses;
      continue;
    }
    const differences = losses.map((row, step) =>
      Math.max(...row.map((value, index) => compare(value, expected![step][index])))
    );
    rows.push({
      work: work.name,
      name,
      firstStep: differences[0],
      laterSteps: Math.max(0, ...differences.slice(1)),
    });
  }
  await Deno.remove(fixture);
  return rows;
}

function compare(value: number, expected: number): number {
  return Math.abs(value - expected) / Math.max(1, Math.abs(expected));
}
