/**
 * The command line: `main.ts VERB …`.
 *
 * @module
 */
import { EnvironmentError } from "../pipeline/mod.ts";
import { formatHelp } from "./commands/help.ts";
import { type CommandOptions, parseOptions } from "./commands/options.ts";
import { InterruptedError } from "./commands/interrupted_error.ts";
import { INTERRUPTED_CODE } from "./commands/interruption.ts";
import { UsageError } from "./commands/usage_error.ts";
import { SpecError } from "./experiment/mod.ts";

const STAGE_FAILED = 1;
const USAGE_ERROR = 2;
const ENVIRONMENT_ERROR = 3;

/** A verb that takes specs: does its work, and gives the exit code. */
type Command = (options: CommandOptions) => Promise<number>;

const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import("./commands/run.ts")).runCommand,
  plan: async () => (await import("./commands/plan.ts")).planCommand,
  watch: async () => (await import("./commands/watch.ts")).watchCommand,
};

/** Verbs that read their own options. */
const TOOLS: Readonly<Record<string, () => Promise<(args: readonly string[]) => Promise<number>>>> =
  {
    doctor: async () => (await import("./commands/doctor.ts")).doctorCommand,
    evaluate: async () => (await import("./commands/evaluate.ts")).evaluateCommand,
    setup: async () => (await import("./commands/setup.ts")).setupCommand,
    show: async () => (await import("./commands/show.ts")).showCommand,
    explain: async () => (await import("./commands/explain.ts")).explainCommand,
    serve: async () => (await import("./commands/serve.ts")).serveCommand,
    status: async () => (await import("./commands/status.ts")).statusCommand,
    diff: async () => (await import("./commands/diff.ts")).diffCommand,
    compare: async () => (await import("./commands/compare.ts")).compareCommand,
    gc: async () => (await import("./commands/gc.ts")).gcCommand,
    pack: async () => (await import("./commands/pack.ts")).packCommand,
    unpack: async () => (await import("./commands/unpack.ts")).unpackCommand,
    keygen: async () => (await import("./commands/keygen.ts")).keygenCommand,
    verify: async () => (await import("./commands/verify.ts")).verifyCommand,
  };

async function main([verb, ...rest]: readonly string[]): Promise<number> {
  if (verb === undefined || verb === "help" || verb === "--help" || verb === "-h") {
    console.log(formatHelp());
    return 0;
  }
  if (Object.hasOwn(TOOLS, verb)) return await (await TOOLS[verb]())(rest);
  if (!Object.hasOwn(COMMANDS, verb)) {
    throw new UsageError(
      `Cannot run "${verb}": there is no such verb. Known are ${
        Object.keys({ ...COMMANDS, ...TOOLS }).join(", ")
      }`,
    );
  }
  const options = parseOptions(rest);
  if (options.help) {
    console.log(formatHelp());
    return 0;
  }
  if (options.specs.length === 0) {
    throw new UsageError(
      `Cannot ${verb} nothing: the path of a spec is wanted, such as experiments/mode-collapse.ts`,
    );
  }
  return await (await COMMANDS[verb]())(options);
}

try {
  Deno.exit(await main(Deno.args));
} catch (error) {
  if (error instanceof UsageError || error instanceof SpecError) {
    console.error(error.message);
    Deno.exit(USAGE_ERROR);
  }
  if (error instanceof EnvironmentError) {
    console.error(error.message);
    Deno.exit(ENVIRONMENT_ERROR);
  }
  if (error instanceof InterruptedError) Deno.exit(INTERRUPTED_CODE);
  // By name: the bundler that its class comes with is loaded only when code has changed.
  if (error instanceof SyntaxError && error.name === "FingerprintError") {
    console.error(error.message);
    Deno.exit(STAGE_FAILED);
  }
  throw error;
}
