import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { checkSpecFile } from "../experiment/load_experiment.ts";
import { INTERRUPTED_CODE } from "./interruption.ts";
import { openLive } from "./live/open_live.ts";
import type { CommandOptions } from "./options.ts";
import { findResults, PROJECT_ROOT, resolveTyped } from "./places.ts";
import { listSources } from "./watch/list_sources.ts";
import { SourceWatch } from "./watch/source_watch.ts";

/** What the runs are not told: the pages are served by the process that outlives them. */
const OWN_SWITCHES = ["--live"];
const OWN_VALUED = ["--port", "--host"];

/**
 * `watch SPEC…`: runs experiments, and again whenever a file is saved that decides about them. A run that is under way then
 * is stopped and keeps its checkpoints. Each run is a process of its own, which reads the code as it is then.
 */
export async function watchCommand(options: CommandOptions): Promise<number> {
  const results = findResults(options.results);
  const live = options.live ? await openLive(results, options) : null;
  if (live !== null) console.error(`live: ${live.locate()}`);
  const stopped = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    if (signal === "SIGINT" || Deno.build.os !== "windows") {
      Deno.addSignalListener(signal, () => stopped.abort());
    }
  }
  const specs = options.specs.map(resolveTyped);
  for (const spec of specs) await checkSpecFile(spec);
  let sources: ReadonlySet<string> = new Set(specs);
  while (!stopped.signal.aborted) {
    sources = await listSources(specs, results).catch(() => sources);
    const watch = await SourceWatch.open(sources);
    const close = () => watch.close();
    stopped.signal.addEventListener("abort", close);
    const changed = await runUntilChange(watch, sources.size);
    stopped.signal.removeEventListener("abort", close);
    close();
    if (changed.length > 0) console.error(`changed: ${changed.map(shorten).join(", ")}`);
  }
  await live?.close();
  return INTERRUPTED_CODE;
}

/** Runs, waits for a change, and stops the run if it is still under way then. */
async function runUntilChange(watch: SourceWatch, count: number): Promise<string[]> {
  const runner = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--quiet",
      fileURLToPath(new URL("../main.ts", import.meta.url)),
      "run",
      ...listRunArguments(),
    ],
    stdin: "null",
  }).spawn();
  const change = watch.waitForChange();
  const ended = runner.status.then(({ code }) => code);
  const first = await Promise.race([change.then(() => null), ended]);
  if (first !== null) {
    const outcome = first === 0 ? "" : ` (the run ended with ${first})`;
    console.error(`watching ${count} files${outcome}`);
    return await change;
  }
  try {
    runner.kill("SIGINT");
  } catch {
    // It has ended meanwhile.
  }
  await ended;
  return await change;
}

/** The command line without what is this verb's own. */
function listRunArguments(): string[] {
  const [_verb, ...args] = Deno.args;
  return args.filter((argument, place) =>
    !OWN_SWITCHES.includes(argument) &&
    !OWN_VALUED.some((name) => argument === name || argument.startsWith(`${name}=`)) &&
    !OWN_VALUED.includes(args[place - 1])
  );
}

function shorten(path: string): string {
  const short = relative(PROJECT_ROOT, path);
  return short.startsWith("..") ? path : short;
}
