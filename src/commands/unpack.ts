import { EnvironmentError } from "../../pipeline/mod.ts";
import { ArchiveError, type PackHead, unpack } from "../../pipeline/archive/mod.ts";
import { SigningError } from "../../pipeline/signing/mod.ts";
import { explainFileError } from "./explain_file_error.ts";
import { publishOverview } from "./overview/publish_overview.ts";
import { readPublicKey } from "./sign/read_keys.ts";
import { check } from "./verify/verify_received.ts";
import { STAGE_KINDS } from "../stages/catalogue.ts";
import { findResults, resolveTyped } from "./places.ts";
import { requirePlace } from "./require_place.ts";
import { formatToolHelp, parseToolLine, type ToolDescription } from "./tool_options.ts";
import { UsageError } from "./usage_error.ts";

const DONE = 0;
const REFUSED = 4;
const GIGABYTE = 2 ** 30;

const UNPACK: ToolDescription = {
  verb: "unpack",
  summary:
    "takes a pack into a results folder, beside what is there; refuses whatever is not as packed",
  operands: { names: "FILE", least: 1, most: 1 },
  options: {
    limit: { value: "GB", help: "the most to write (default: 1 and a hundred times the file)" },
    key: { value: "PUB", help: "the minisign key that must have signed it" },
    results: { value: "DIR", help: "folder of artifacts and reports (default: results/)" },
    json: { help: "one JSON object on stdout: {experiment, added, present, conflicts, view}" },
    help: { help: "this text" },
  },
  examples: [
    "deno task unpack ring.tar.gz",
    "deno task unpack ring.tar.gz --key lab.pub --results theirs",
  ],
  exitCodes: "0 taken in, 2 usage error, 3 no such file, 4 refused",
};

/** `unpack FILE`: takes a pack in. */
export async function unpackCommand(args: readonly string[]): Promise<number> {
  const { options, operands: [typed] } = parseToolLine(UNPACK, args);
  if (options.help) {
    console.log(formatToolHelp(UNPACK));
    return DONE;
  }
  const limit = parseLimit(options.limit as string | undefined);
  const publicKey = options.key === undefined ? null : await readPublicKey(String(options.key));
  const path = resolveTyped(typed);
  await requirePlace(path, "file", "unpack");
  const results = findResults(options.results as string | undefined);
  await requirePlace(results, "folder", "unpack into");
  try {
    const { manifest: { experiment }, ...merge } = await unpack(path, {
      results,
      volatile: (kind) => STAGE_KINDS[kind]?.volatile ?? [],
      ...(limit === undefined ? {} : { limitBytes: limit }),
      ...(publicKey === null ? {} : {
        onHead: async ({ manifestBytes, signature }: PackHead) => {
          await check(manifestBytes, signature, publicKey);
        },
      }),
    });
    if (merge.view !== null) await publishOverview(results);
    if (options.json) {
      console.log(JSON.stringify({ experiment, ...merge }));
      return DONE;
    }
    const { added, present, conflicts, view } = merge;
    console.log(
      `${experiment}: ${added} records taken in, ${present} were there` +
        (view === null ? "" : `; its report is in ${results}/${view}/`),
    );
    for (const id of conflicts) {
      console.log(
        `conflict: another result of ${id} was there, and stands; the received one is in .store/conflicts/`,
      );
    }
    return DONE;
  } catch (error) {
    if (error instanceof ArchiveError || error instanceof SigningError) {
      console.error(`Cannot unpack "${typed}": ${error.message}. Nothing of it was taken in`);
      return REFUSED;
    }
    const reason = explainFileError(error);
    if (reason === null) throw error;
    throw new EnvironmentError(`Cannot unpack "${typed}" into "${results}": ${reason}`, {
      cause: error,
    });
  }
}

function parseLimit(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const gigabytes = Number(text);
  if (Number.isFinite(gigabytes) && gigabytes > 0) return gigabytes * GIGABYTE;
  throw new UsageError(
    `Cannot read "--limit": it must be a number of gigabytes > 0: value is ${text}`,
  );
}
