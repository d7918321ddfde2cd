import { assertEquals } from "@std/assert";
import { describeCommand, formatTask } from "../../src/commands/describe_command.ts";
import { parseOptions } from "../../src/commands/options.ts";

Deno.test("describeCommand() names all that decides about results, and leaves out the rest", () => {
  const describe = (...args: string[]) => describeCommand(parseOptions(args));
  assertEquals(describe("ring.ts", "--jobs", "2", "--no-progress"), {
    command: "deno task run ring.ts",
    verifyCommand: "deno task verify",
  });
  const whole = "--quick --seeds 1,2 --engine portable --results theirs".split(" ");
  assertEquals(describe("ring.ts", ...whole), {
    command: "deno task run ring.ts --quick --seeds 1,2 --engine portable --results theirs",
    verifyCommand: "deno task verify theirs",
  });
  assertEquals(
    describe("ring.ts", "--preset", "long").command,
    "deno task run ring.ts --preset long",
  );
});

Deno.test("formatTask() quotes what a shell would take for something else", () => {
  assertEquals(formatTask("verify", "my results"), 'deno task verify "my results"');
  assertEquals(
    formatTask("run", 'a$b"`c.ts', "C:\\d.ts"),
    'deno task run "a\\$b\\"\\`c.ts" C:\\d.ts',
  );
});

Deno.test("formatTask() writes words that a shell reads back", async () => {
  const words = ["my specs/ring.ts", 'it\'s "$HOME" `date`', "a\\ b", "plain"];
  const line = formatTask(...words).replace("deno task", "printf '%s\\n'");
  const { stdout } = await new Deno.Command("sh", { args: ["-c", line] }).output();
  assertEquals(new TextDecoder().decode(stdout).trimEnd().split("\n"), words);
});
