import { assert, assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import { checkParity } from "../../bench/check_parity.ts";
import { Competitor } from "../../bench/competitor.ts";
import { listCompetitors } from "../../bench/list_competitors.ts";
import { measureWork } from "../../bench/measure_work.ts";
import type { FrechetWork } from "../../bench/work.ts";

const work: FrechetWork = {
  kind: "frechet",
  name: "small",
  label: "Small",
  count: 40,
  columns: 3,
};

async function withCompetitors(
  body: (competitors: Competitor[], folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  const taking = listCompetitors({ threads: 1 }).filter(({ takes }) => takes(work));
  const competitors = [...taking, { ...taking[0], name: "again" }].map((description) =>
    new Competitor(description)
  );
  try {
    await body(competitors, folder);
  } finally {
    for (const competitor of competitors) await competitor.close();
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("measureWork() measures processes in turn, and leaves no fixture behind", async () => {
  await withCompetitors(async (competitors, folder) => {
    const told: string[] = [];
    const tell = (line: string) => void told.push(line);
    const result = await measureWork(work, competitors, { rounds: 2, folder, tell });
    assertEquals(Object.keys(result.ours), ["plain", "again"]);
    assertEquals(result.failures, {});
    const { minMs, medianMs } = result.ours.plain;
    assert(0 < minMs && minMs <= medianMs);
    assertEquals(told.at(-1), "small: round 2 of 2");
    assertEquals([...Deno.readDirSync(folder)], []);
  });
});

Deno.test("measureWork() goes on without a competitor that dies", async () => {
  await withCompetitors(async (competitors, folder) => {
    const dead = new Competitor({
      side: "peers",
      name: "dead",
      command: [Deno.execPath(), "eval", "Deno.exit(3)"],
      takes: () => true,
    });
    const all = [...competitors, dead];
    const result = await measureWork(work, all, { rounds: 1, folder, tell: () => {} });
    assertEquals(result.failures, { dead: "the process ended with exit code 3" });
    assertEquals(result.peers, {});
    assertEquals(Object.keys(result.ours).length, 2);
  });
});

Deno.test("checkParity() finds no difference between two of the same", async () => {
  await withCompetitors(async (competitors, folder) => {
    const [row] = await checkParity(work, competitors, folder);
    assertEquals(row.name, "again");
    assertAlmostEquals(row.firstStep!, 0, 0);
  });
});

Deno.test("Competitor.ask() throws what the process answers as an error", async () => {
  await withCompetitors(async ([competitor]) => {
    await assertRejects(() => competitor.ask({ do: "run", count: 1 }), Error, "undefined");
  });
});
