import { assertEquals, assertThrows } from "@std/assert";
import { parseSeeds } from "../../src/experiment/parse_seeds.ts";
import { SpecError } from "../../src/experiment/spec_error.ts";

Deno.test("parseSeeds() reads numbers and ranges in the order written", () => {
  assertEquals(parseSeeds("5"), [5]);
  assertEquals(parseSeeds("1,2,5"), [1, 2, 5]);
  assertEquals(parseSeeds("8-10, 0 ,3-3"), [8, 9, 10, 0, 3]);
  assertEquals(parseSeeds("4294967294-4294967295"), [4294967294, 4294967295]);
});

Deno.test("parseSeeds() refuses what is no list of different seeds", () => {
  const refusals: Record<string, string> = {
    "": "nothing stands where a seed is wanted, such as 5, or a range, such as 1-10",
    "1,,2": "nothing stands where a seed is wanted, such as 5, or a range, such as 1-10",
    "1-x": '"1-x" stands where a seed is wanted, such as 5, or a range, such as 1-10',
    "-1": '"-1" stands where a seed is wanted, such as 5, or a range, such as 1-10',
    "1.5": '"1.5" stands where a seed is wanted, such as 5, or a range, such as 1-10',
    "4294967296": '"4294967296" is out of range, and 0..4294967295 is wanted',
    "3-1": '"3-1" runs backwards, and 1-3 is wanted',
    "1-3,2": "seed 2 is there twice, and different seeds are wanted",
    "0-4294967295": "more than 10000 seeds, and no more are wanted",
  };
  for (const [text, problem] of Object.entries(refusals)) {
    const { issues } = assertThrows(() => parseSeeds(text), SpecError);
    assertEquals(issues, [`Cannot read seeds "${text}": ${problem}`]);
  }
});
