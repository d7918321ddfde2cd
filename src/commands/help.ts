import { OPTIONS } from "./options.ts";

const NAME_WIDTH = 20;

/** The text of `--help`. */
export function formatHelp(): string {
  const options = Object.entries(OPTIONS).map(([name, { value, help }]) =>
    `  ${`--${name}${value === undefined ? "" : ` ${value}`}`.padEnd(NAME_WIDTH)}${help}`
  );
  return [
    "Assay: reproducible GAN experiments",
    "",
    "  deno task run SPEC…    run experiments; only what changed is computed",
    "  deno task plan SPEC    say what would run, and why",
    "  deno task watch SPEC   run, and again whenever a file is saved that decides about it",
    "  deno task serve        show experiments in the browser, while they run and after",
    "  deno task evaluate     measure two sets of samples: --real A --fake B",
    "  deno task doctor       say what this machine has and lacks",
    "  deno task setup        fetch libtensorflow now; --cuda for NVIDIA's GPUs",
    "  deno task status       say where every experiment stands, and what is running",
    "  deno task show STAGE   show a stage's last result, or what is in an artifact",
    "  deno task explain STAGE  say what a stage's key is made of, and what changed",
    "  deno task diff A B     compare two results",
    "  deno task compare A B  set two results side by side in one page",
    "  deno task gc           remove what no spec and no report needs; --dry-run lists it",
    "  deno task pack SPEC OUT.tar.gz  pack what a spec needs",
    "  deno task unpack FILE  take a pack into a results folder",
    "  deno task keygen NAME  make a pair of keys to sign packs with",
    "  deno task verify [DIR] read a results folder or a pack, and list all damage",
    "",
    "Options",
    ...options,
    "",
    "Examples",
    "  deno task run experiments/mode-collapse.ts",
    "  deno task run experiments/mode-collapse.ts --quick --live",
    "  deno task watch experiments/ring.ts --quick --live",
    "  deno task run experiments/ring-published.ts --preset faithful --seeds 1",
    "  deno task run experiments/ring.ts --seeds 1-10 --jobs 4",
    "  deno task plan experiments/mode-collapse.ts --json",
    "",
    "Exit codes: 0 done, 1 a stage failed, 2 usage or spec error, 3 environment missing, 4 damage found, 130 interrupted",
    "",
  ].join("\n");
}
