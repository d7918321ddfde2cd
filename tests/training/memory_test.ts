import { assertEquals, assertLess } from "@std/assert";
import { ensureLibrary } from "../../src/engine/library/ensure_library.ts";

const STEPS = 100_000;
const EVERY = 10_000;
/** Code is compiled and pools are filled by then. */
const WARM_UP_STEPS = 20_000;
/** A leak of 125 bytes a step would be as much; the sketch's 6 KiB a step would be 490 MB. */
const TOLERANCE_BYTES = 10e6;

Deno.test("trainGan() holds memory flat over 100,000 steps of the ring", async () => {
  const program = new URL("./fixtures/train_ring.ts", import.meta.url).href;
  const { stdout, stderr, success } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--no-check",
      "--v8-flags=--optimize-for-size,--expose-gc",
      program,
      await ensureLibrary(() => {}),
      String(STEPS),
      String(EVERY),
    ],
    env: { TF_CPP_MIN_LOG_LEVEL: "3" },
  }).output();
  const text = new TextDecoder().decode(stdout);
  assertEquals(success, true, new TextDecoder().decode(stderr));
  const samples = text.trim().split("\n").map((line) => JSON.parse(line))
    .filter(({ step }) => step >= WARM_UP_STEPS);
  assertEquals(samples.at(-1).step, STEPS);
  assertEquals(new Set(samples.map(({ tensors }) => tensors)).size, 1, text);
  const sizes = samples.map(({ rssBytes }) => rssBytes);
  assertLess(Math.max(...sizes) - sizes[0], TOLERANCE_BYTES, text);
});
