import { basename } from "node:path";
import { EnvironmentError } from "../../pipeline/mod.ts";
import { ArchiveError, packFiles } from "../../pipeline/archive/mod.ts";
import { explainFileError } from "./explain_file_error.ts";
import { formatSize } from "./format_size.ts";
import { signMessage } from "../../pipeline/signing/mod.ts";
import { readSecretKey } from "./sign/read_keys.ts";
import { parseOptions } from "./options.ts";
import { checkMembers } from "./pack/check_members.ts";
import { gatherExperiment } from "./pack/gather_experiment.ts";
import { resolveTyped } from "./places.ts";
import { requirePlace } from "./require_place.ts";
import { formatToolHelp, parseToolLine, type ToolDescription } from "./tool_options.ts";

const DONE = 0;
const DAMAGED = 4;

const PACK: ToolDescription = {
  verb: "pack",
  summary: "packs what a spec needs into one file: records, code, artifacts, report, description",
  operands: { names: "SPEC OUT.tar.gz", least: 2, most: 2 },
  options: {
    "with-checkpoints": { help: "and the checkpoints of trainings that have not ended" },
    sign: { value: "KEY", help: "sign it with this minisign key; see keygen" },
    preset: { value: "NAME", help: "the results of a preset of the spec" },
    quick: { help: "--preset quick" },
    seeds: { value: "LIST", help: "the results of other seeds than the spec's, such as 1-10" },
    results: { value: "DIR", help: "folder of artifacts and reports (default: results/)" },
    json: { help: "one JSON object on stdout: {path, sizeBytes, records, files, missing}" },
    help: { help: "this text" },
  },
  examples: [
    "deno task pack experiments/ring.ts ring.tar.gz",
    "deno task pack experiments/ring.ts ring.tar.gz --sign ~/keys/lab.key",
    "deno task pack experiments/ring.ts ring.tar.gz --quick --with-checkpoints",
  ],
  exitCodes: "0 packed, 2 usage or spec error, 3 nothing to pack, 4 something of it is damaged",
};

/** `pack SPEC OUT.tar.gz`: the same results give the same bytes. */
export async function packCommand(args: readonly string[]): Promise<number> {
  const { options, operands: [spec, out] } = parseToolLine(PACK, args);
  if (options.help) {
    console.log(formatToolHelp(PACK));
    return DONE;
  }
  const path = resolveTyped(out);
  await requirePlace(path, "file", "pack into");
  const secret = options.sign === undefined ? null : await readSecretKey(String(options.sign));
  const line = ["results", "seeds", "preset"].flatMap((name) =>
    options[name] === undefined ? [] : [`--${name}`, String(options[name])]
  );
  const gathered = await gatherExperiment(
    spec,
    parseOptions([spec, ...line, ...(options.quick ? ["--quick"] : [])]),
    { withCheckpoints: options["with-checkpoints"] === true },
  );
  const { experiment, members, records, missing, notes } = gathered;
  checkMembers(experiment, members);
  try {
    const comment = `results of ${experiment}, packed by Assay`;
    const sizeBytes = await packFiles(path, members, {
      experiment,
      ...(secret === null
        ? {}
        : { sign: (manifest: Uint8Array) => signMessage(manifest, secret, comment) }),
    });
    if (options.json) {
      console.log(JSON.stringify({ path, sizeBytes, records, files: members.length, missing }));
      return DONE;
    }
    for (const note of notes) console.error(`note: ${note}`);
    console.error(
      `${basename(path)}: ${records} records, ${members.length} files, ${formatSize(sizeBytes)}`,
    );
    console.log(path);
    return DONE;
  } catch (error) {
    if (error instanceof ArchiveError) {
      console.error(error.message);
      return DAMAGED;
    }
    const reason = explainFileError(error);
    if (reason === null) throw error;
    throw new EnvironmentError(`Cannot write "${path}": ${reason}`, { cause: error });
  }
}
