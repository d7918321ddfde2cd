/**
 * How fast `verify` reads, beside `sha256sum` on the same files: `deno run -A bench/verify/main.ts [megabytes]`.
 *
 * Both read the same artifacts in turn, five times each; the files are in the page cache for both.
 */
import { join } from "node:path";
import { digestData } from "../../pipeline/digest.ts";
import { verifyStore } from "../../pipeline/verify/mod.ts";

const ROUNDS = 5;
const WANTED = 0.8;
const ARTIFACT_BYTES = 4_000_000;

const sizeBytes = Number(Deno.args[0] ?? 400) * 1e6;
const results = await Deno.makeTempDir({ prefix: "assay-verify-" });
const paths = await fill(Math.ceil(sizeBytes / ARTIFACT_BYTES));
const times: { verify: number[]; sha256sum: number[] } = { verify: [], sha256sum: [] };
for (let round = 0; round < ROUNDS; round++) {
  times.sha256sum.push(await time(readWithPeer));
  times.verify.push(await time(readWithVerify));
}
await Deno.remove(results, { recursive: true });

const bytes = paths.length * ARTIFACT_BYTES;
const speeds = { verify: bytes / median(times.verify), sha256sum: bytes / median(times.sha256sum) };
const ratio = speeds.verify / speeds.sha256sum;
const show = (speed: number) => `${(speed / 1e6).toFixed(2)} GB/s`;
console.log(
  `verify ${show(speeds.verify)}, sha256sum ${show(speeds.sha256sum)}: ${ratio.toFixed(2)} times ` +
    `as fast, at least ${WANTED} is wanted`,
);
Deno.exit(ratio >= WANTED ? 0 : 1);

async function fill(count: number): Promise<string[]> {
  const paths: string[] = [];
  const bytes = new Uint8Array(ARTIFACT_BYTES);
  for (let index = 0; index < count; index++) {
    for (let at = 0; at < bytes.length; at += 65536) {
      crypto.getRandomValues(bytes.subarray(at, at + 65536));
    }
    const digest = digestData(bytes);
    const folder = join(results, ".store", "objects", digest.slice(0, 2));
    await Deno.mkdir(folder, { recursive: true });
    await Deno.writeFile(join(folder, digest), bytes);
    paths.push(join(folder, digest));
  }
  return paths;
}

async function readWithPeer(): Promise<void> {
  const command = new Deno.Command("sha256sum", { args: paths, stdout: "null" });
  const { success } = await command.output();
  if (!success) throw new Error("sha256sum failed");
}

async function readWithVerify(): Promise<void> {
  const { damage, bytesRead } = await verifyStore(results);
  if (damage.length > 0 || bytesRead !== paths.length * ARTIFACT_BYTES) {
    throw new Error("verify did not read every byte");
  }
}

async function time(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1];
}
