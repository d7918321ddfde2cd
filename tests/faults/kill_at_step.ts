/** `kill_at_step.ts RESULTS N`: runs the model's stages on disk, and ends itself with SIGKILL at the n-th change. */
import { DENO_FILE_SYSTEM } from "../../pipeline/store/deno_file_system.ts";
import { makeFaultyFileSystem } from "../pipeline/model/faulty_file_system.ts";
import { runModel } from "../pipeline/model/model_run.ts";

const [results, step] = Deno.args;
let changes = 0;
const fileSystem = makeFaultyFileSystem(DENO_FILE_SYSTEM, ({ changes: isChange }) => {
  if (isChange && ++changes === Number(step)) Deno.kill(Deno.pid, "SIGKILL");
});
await runModel({ fileSystem, writeText: Deno.writeTextFileSync, results });
