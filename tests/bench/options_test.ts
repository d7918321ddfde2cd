import { assertEquals, assertThrows } from "@std/assert";
import { HELP, parseBenchOptions } from "../../bench/options.ts";
import { WORKLOADS } from "../../bench/workloads.ts";

Deno.test("parseBenchOptions() has five rounds and all cores unless told", () => {
  const options = parseBenchOptions([]);
  assertEquals(options.rounds, 5);
  assertEquals(options.threads, navigator.hardwareConcurrency);
  assertEquals([options.peers, options.experiment, options.only], [false, false, undefined]);
});

Deno.test("parseBenchOptions() reads works, rounds and threads", () => {
  const options = parseBenchOptions(["--only", "dcgan,runner", "--rounds", "7", "--threads=1"]);
  assertEquals(options.only, ["dcgan", "runner"]);
  assertEquals([options.rounds, options.threads], [7, 1]);
});

Deno.test("parseBenchOptions() refuses unknown options, works and counts", () => {
  const refuse = (args: string[], message: string) =>
    assertThrows(() => parseBenchOptions(args), RangeError, message);
  refuse(["--peer"], `"--peer": there is no such option`);
  refuse(["--only", "dcgna"], `"dcgna": there is no such work`);
  refuse(["--rounds", "0"], `"--rounds" as it must be an integer > 0: value is "0"`);
});

Deno.test("the help names every work", () => {
  assertEquals(WORKLOADS.filter(({ name }) => !HELP.includes(name)), []);
});
