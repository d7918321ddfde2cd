import type { JsonObject } from "../../pipeline/mod.ts";
import { drawPermutation } from "../engine/random.ts";
import type { FeatureMatrix } from "../metrics/feature_matrix.ts";
import { takeRows } from "../metrics/take_rows.ts";
import { chooseEnvironment } from "./engine_environment.ts";
import { checkSets, countSamples, type NamedSets } from "./evaluate/check_sets.ts";
import { findEngine } from "./evaluate/find_engine.ts";
import { findJudge } from "./evaluate/find_judge.ts";
import { formatEvaluation } from "./evaluate/format_evaluation.ts";
import { judgeSets } from "./evaluate/judge_sets.ts";
import { asksNeighbourhoods, measureSubject, parseMetrics } from "./evaluate/measure_subject.ts";
import { readSamples } from "./evaluate/read_samples.ts";
import type { ImageSet } from "./evaluate/sample_set.ts";
import { searchNeighbourhoods } from "./evaluate/search_neighbourhoods.ts";
import type { Subject } from "./evaluate/set_metric.ts";
import { parseEngine } from "./options.ts";
import { resolveTyped } from "./places.ts";
import { formatToolHelp, parseToolOptions, type ToolDescription } from "./tool_options.ts";
import { UsageError } from "./usage_error.ts";

const DONE = 0;
const DEFAULT_NEIGHBOUR = 5;

const EVALUATE: ToolDescription = {
  verb: "evaluate",
  summary: "measures any two sets of samples or features against each other",
  options: {
    real: {
      value: "PATH",
      help: "the data: .safetensors, .npy, IDX (also .gz), or a folder of PNG files",
    },
    fake: { value: "PATH", help: "the samples, likewise" },
    judge: {
      value: "FILE",
      help: "the judge of images (default: the last one trained in results/)",
    },
    k: {
      value: "N",
      help: `neighbour of precision, recall, density and coverage (default: ${DEFAULT_NEIGHBOUR})`,
    },
    metrics: { value: "LIST", help: "some metrics only, such as frechet_distance,precision_k5" },
    engine: {
      value: "NAME",
      help:
        "engine of the judge, as for run, and of a long search for neighbours, where its library is there (default: auto)",
    },
    results: { value: "DIR", help: "folder of artifacts (default: results/)" },
    json: { help: "one JSON object on stdout: {protocol, counts, metrics, reasons}" },
    help: { help: "this text" },
  },
  examples: [
    "deno task evaluate --real real.npy --fake fake.npy",
    "deno task evaluate --real t10k-images-idx3-ubyte.gz --fake samples/ --json",
    "deno task evaluate --real a.safetensors --fake b.safetensors --k 3 --metrics precision_k3,recall_k3",
  ],
  exitCodes:
    "0 done, 2 usage error or sets that cannot be compared, 3 environment missing, 130 interrupted",
};

/** `evaluate`: measures two sets, and prints the metrics. */
export async function evaluateCommand(args: readonly string[]): Promise<number> {
  refuseNegativeNeighbour(args);
  const options = parseToolOptions(EVALUATE, args);
  if (options.help) {
    console.log(formatToolHelp(EVALUATE));
    return DONE;
  }
  const text = (name: string) => options[name] as string | undefined;
  const neighbour = parseNeighbour(text("k"));
  const asked = parseMetrics(text("metrics"), neighbour);
  const engine = parseEngine(text("engine"));
  const sets = {
    real: await readSamples(findTyped(text("real"), "real")),
    fake: await readSamples(findTyped(text("fake"), "fake")),
  };
  checkSets(sets, { neighbour, judge: text("judge") });
  const { subject, protocol, environment } = await prepareSubject(sets, {
    neighbour,
    engine,
    judge: text("judge"),
    results: text("results"),
  });
  const progress = makeProgress();
  const neighbourhoods = asksNeighbourhoods(asked)
    ? await searchNeighbourhoods(subject, {
      findEngine: async () => environment ?? await findEngine(engine, console.error),
      onStart: () => progress.tell("Searching neighbours on the engine"),
      report: (message) => {
        progress.close();
        console.error(message);
      },
    })
    : undefined;
  const measurement = measureSubject({ ...subject, neighbourhoods }, {
    ...(asked === undefined ? {} : { asked }),
    onStart: (names) => progress.tell(`Measuring ${names.join(", ")}`),
  });
  progress.close();
  const counts = { real: countSamples(sets.real), fake: countSamples(sets.fake) };
  if (options.json) {
    const { metrics, reasons } = measurement;
    const features = subject.real.columns;
    const digests = { real: sets.real.digest, fake: sets.fake.digest };
    console.log(JSON.stringify({
      protocol: { ...protocol, digests, metrics: measurement.protocol },
      counts: { ...counts, features },
      metrics,
      reasons,
    }));
  } else {
    console.log(formatEvaluation(measurement, [
      `Real   ${sets.real.source}`,
      `       SHA-256 ${sets.real.digest}`,
      `Fake   ${sets.fake.source}`,
      `       SHA-256 ${sets.fake.digest}`,
      `Space  ${protocol.space}`,
      ...(protocol.judge === undefined ? [] : [`Judge  SHA-256 ${protocol.judge}`]),
    ]));
  }
  return DONE;
}

/** Features of both sets, rows in a fixed random order: files may be sorted, and parts of a set are its first rows. */
async function prepareSubject(
  sets: NamedSets,
  options: {
    readonly neighbour: number;
    readonly engine: ReturnType<typeof parseEngine>;
    readonly judge: string | undefined;
    readonly results: string | undefined;
  },
): Promise<{
  readonly subject: Subject;
  readonly protocol: JsonObject & { readonly space: string };
  /** Variables that name the judge's engine. */
  readonly environment?: Readonly<Record<string, string>>;
}> {
  const { neighbour } = options;
  const { real, fake } = sets;
  const orders = {
    real: drawPermutation({ seed: 0, stream: "evaluate/real", step: 0 }, countSamples(real)),
    fake: drawPermutation({ seed: 0, stream: "evaluate/fake", step: 0 }, countSamples(fake)),
  };
  const shuffle = (pair: { real: FeatureMatrix; fake: FeatureMatrix }) => ({
    real: takeRows(pair.real, orders.real),
    fake: takeRows(pair.fake, orders.fake),
  });
  const labels = real.labels === undefined || fake.labels === undefined ? {} : {
    labels: {
      real: Array.from(orders.real, (row) => real.labels![row]),
      fake: Array.from(orders.fake, (row) => fake.labels![row]),
    },
  };
  const shared = { neighbour, real: real.source, fake: fake.source };
  if (real.kind === "features" && fake.kind === "features") {
    const features = shuffle({ real: real.features, fake: fake.features });
    return {
      subject: { ...features, neighbour, ...labels },
      protocol: { space: "features as given", ...shared },
    };
  }
  const { judged, digest, environment } = await judge(
    sets as { real: ImageSet; fake: ImageSet },
    options,
  );
  const features = shuffle({ real: judged.real.features, fake: judged.fake.features });
  const logits = shuffle({ real: judged.real.logits, fake: judged.fake.logits });
  const space = `judge's penultimate layer, ${features.real.columns} features`;
  return {
    subject: { ...features, neighbour, logits, ...labels },
    protocol: { space, judge: digest, engine: judged.engine, ...shared },
    environment,
  };
}

async function judge(
  sets: { readonly real: ImageSet; readonly fake: ImageSet },
  options: Pick<Parameters<typeof prepareSubject>[1], "engine" | "judge" | "results">,
) {
  const file = options.judge === undefined ? {} : { file: resolveTyped(options.judge) };
  const { path, digest, size } = await findJudge({ ...file, results: options.results });
  const { width, height } = sets.real;
  if (width !== size || height !== size) {
    throw new UsageError(
      `Cannot judge images of ${width} × ${height} pixels: the judge takes ${size} × ${size}`,
    );
  }
  const environment = await chooseEnvironment(options, (event) => {
    if (event.type === "log") console.error(event.message);
  });
  return { judged: await judgeSets(sets, { judge: path, environment }), digest, environment };
}

/** A line that is written anew on a terminal, and nothing elsewhere. */
function makeProgress(): { tell: (line: string) => void; close: () => void } {
  const isTerminal = Deno.stderr.isTerminal();
  const write = (line: string) => {
    if (isTerminal) Deno.stderr.writeSync(new TextEncoder().encode(`\r\x1b[K${line}`));
  };
  return {
    tell: (line) => write(line.slice(0, isTerminal ? Deno.consoleSize().columns - 1 : undefined)),
    close: () => write(""),
  };
}

function findTyped(path: string | undefined, name: string): string {
  if (path !== undefined) return resolveTyped(path);
  throw new UsageError(
    `Cannot evaluate without "--${name}": two sets are wanted, --real PATH --fake PATH`,
  );
}

function parseNeighbour(text: string | undefined): number {
  if (text === undefined) return DEFAULT_NEIGHBOUR;
  const neighbour = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(neighbour) && neighbour >= 1) return neighbour;
  throw new UsageError(
    `Cannot read "--k" as it must be an integer >= 1, in decimal digits: value is ${text}`,
  );
}

/** A number below 0 after "--k" would be taken for an option of its own. */
function refuseNegativeNeighbour(args: readonly string[]): void {
  const at = args.indexOf("--k");
  if (at >= 0 && /^-[\d.]/.test(args[at + 1] ?? "")) parseNeighbour(args[at + 1]);
}
