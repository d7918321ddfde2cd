import { join } from "node:path";
import { EnvironmentError } from "../../pipeline/mod.ts";
import {
  type Finding,
  STORE_FOLDER,
  type StoreVerification,
  verifyStore,
} from "../../pipeline/verify/mod.ts";
import { formatVerify } from "./describe_command.ts";
import { formatSize } from "./format_size.ts";
import { findResults, resolveTyped } from "./places.ts";
import { formatToolHelp, parseToolLine, type ToolDescription } from "./tool_options.ts";
import { UsageError } from "./usage_error.ts";
import { type CheckedViews, checkViews } from "./verify/check_views.ts";
import type { Repair } from "./verify/repair.ts";

const DONE = 0;
const DAMAGED = 4;

const VERIFY: ToolDescription = {
  verb: "verify",
  summary: "reads a results folder, or a pack, and lists all damage; needs no spec",
  operands: { names: "[DIR | FILE] [SPEC…]", least: 0, most: 100 },
  options: {
    sample: { value: "SHARE", help: "read the bytes of this share of the artifacts, such as 10%" },
    quick: { help: "read no artifact: records, codes, names and sizes only" },
    repair: { help: "put damaged files into quarantine, and run again what they were made by" },
    key: { value: "PUB", help: "of a pack: the minisign key that must have signed it" },
    json: { help: "one JSON object on stdout: {damage, notes, counts, bytesRead, elapsedMs}" },
    help: { help: "this text" },
  },
  examples: [
    "deno task verify",
    "deno task verify ~/Downloads/their-results --sample 10%",
    "deno task verify --repair",
    "deno task verify ring.tar.gz --key lab.pub",
    "deno task verify results experiments/mine.ts --repair",
  ],
  exitCodes:
    "0 nothing is damaged, or all of it was repaired; 2 usage error, 3 no results, 4 damage found",
};

/** A results folder, checked. */
interface Verification {
  readonly store: StoreVerification;
  readonly views: CheckedViews;
  readonly damage: readonly Finding[];
  readonly elapsedMs: number;
}

/** `verify [DIR]`: reads everything that a results folder holds, and lists what is not as it was stored. */
export async function verifyCommand(args: readonly string[]): Promise<number> {
  const { options, operands } = parseToolLine(VERIFY, args);
  if (options.help) {
    console.log(formatToolHelp(VERIFY));
    return DONE;
  }
  const [typed, ...specs] = operands;
  const results = findResults(typed);
  if (await isPack(results, options.key !== undefined)) {
    const { verifyReceived } = await import("./verify/verify_received.ts");
    const key = options.key as string | undefined;
    return await verifyReceived(results, {
      isJson: options.json === true,
      ...(key === undefined ? {} : { key }),
    });
  }
  const sample = options.quick ? 0 : parseShare(options.sample as string | undefined);
  const found = await verifyResults(results, sample);
  if (!options.repair || found.damage.length === 0) {
    tell(found, null, { isJson: options.json === true, typed });
    return found.damage.length === 0 ? DONE : DAMAGED;
  }
  const { repairResults } = await import("./verify/repair.ts");
  const repair = await repairResults(results, found.store, {
    viewDamage: found.views.damage,
    specs: specs.map(resolveTyped),
  });
  tell(found, repair, { isJson: options.json === true, typed });
  const left = await verifyResults(results, sample);
  const { incomplete, orphans } = repair;
  return left.damage.length + incomplete.length + orphans.length === 0 ? DONE : DAMAGED;
}

/** A file is an archive; a folder is compared with a manifest only to check who signed that. */
async function isPack(path: string, isSigned: boolean): Promise<boolean> {
  return isSigned || await Deno.stat(path).then(({ isFile }) => isFile, () => false);
}

async function verifyResults(results: string, sample: number): Promise<Verification> {
  const startedAt = performance.now();
  await Deno.stat(join(results, STORE_FOLDER)).catch((cause) => {
    throw new EnvironmentError(
      `Cannot verify "${results}": it holds no ${STORE_FOLDER}/. The folder that --results named is wanted`,
      { cause },
    );
  });
  const store = await verifyStore(results, { sample });
  const views = await checkViews(results, store.records);
  const elapsedMs = performance.now() - startedAt;
  return { store, views, damage: [...store.damage, ...views.damage], elapsedMs };
}

/** A share such as `10%` or `0.1`. */
function parseShare(text: string | undefined): number {
  if (text === undefined) return 1;
  const share = text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (share > 0 && share <= 1) return share;
  throw new UsageError(
    `Cannot read "--sample": it must be a share above 0 % and up to 100 %, such as 10%: value is ${text}`,
  );
}

function tell(
  { store, views, damage, elapsedMs }: Verification,
  repair: Repair | null,
  { isJson, typed }: { readonly isJson: boolean; readonly typed: string | undefined },
): void {
  const notes = [...store.notes, ...views.notes];
  const bytesRead = store.bytesRead + views.bytesRead;
  const counts = { ...store.counts, views: views.count };
  if (isJson) {
    const repaired = repair === null ? {} : { repair };
    console.log(JSON.stringify({ damage, notes, counts, bytesRead, elapsedMs, ...repaired }));
    return;
  }
  for (const { path, problem, detail } of damage) {
    console.log(`${problem.padEnd(16)}  ${path}\n${" ".repeat(18)}${detail}`);
  }
  for (const note of notes) console.log(`note: ${note}`);
  const read = counts.objectsRead === counts.objects ? "all" : counts.objectsRead;
  console.log(
    `${counts.records} records, ${counts.codes} codes, ${counts.objects} artifacts (${read} read), ` +
      `${counts.views} views: ${formatSize(bytesRead)} in ${(elapsedMs / 1000).toFixed(2)} s. ` +
      (damage.length === 0 ? "No damage found" : `${damage.length} damaged`),
  );
  if (repair === null) {
    if (damage.length > 0) {
      console.log(`"${formatVerify(typed)} --repair" computes again what specs can`);
    }
    return;
  }
  const again = [...repair.rerun, ...repair.incomplete];
  console.log(
    `${repair.quarantined} files are in quarantine; ` +
      (again.length === 0 ? "nothing was run again" : `run again: ${again.join(", ")}`),
  );
  for (const name of repair.incomplete) {
    console.log(
      `not repaired: ${name}. It was run again, and lacks what was lost: a stage failed, or its spec or code has changed`,
    );
  }
  for (const name of repair.orphans) {
    console.log(
      `not repaired: ${name}. Give its spec: deno task verify DIR SPEC --repair, or run it again`,
    );
  }
}
