import { EnvironmentError } from "../../pipeline/mod.ts";
import { formatPublicKey, makeKeyPair } from "../../pipeline/signing/mod.ts";
import { resolveTyped } from "./places.ts";
import { formatToolHelp, parseToolLine, type ToolDescription } from "./tool_options.ts";

const DONE = 0;
/** For its owner alone. */
const SECRET_MODE = 0o600;

const KEYGEN: ToolDescription = {
  verb: "keygen",
  summary:
    "makes a pair of keys to sign packs with, as minisign does; one of minisign's will do too",
  operands: { names: "NAME", least: 1, most: 1 },
  options: {
    json: { help: "one JSON object on stdout: {secretPath, publicPath, publicKey}" },
    help: { help: "this text" },
  },
  examples: ["deno task keygen ~/keys/lab"],
  exitCodes: "0 made, 2 usage error, 3 the files cannot be written or are there",
};

/** `keygen NAME`: writes `NAME.key`, which has no password, and `NAME.pub`. */
export async function keygenCommand(args: readonly string[]): Promise<number> {
  const { options, operands: [typed] } = parseToolLine(KEYGEN, args);
  if (options.help) {
    console.log(formatToolHelp(KEYGEN));
    return DONE;
  }
  const [secretPath, publicPath] = [".key", ".pub"].map((ending) => resolveTyped(typed + ending));
  const { secretText, publicKey } = await makeKeyPair();
  const publicText = formatPublicKey(publicKey);
  try {
    await Deno.writeTextFile(publicPath, publicText, { createNew: true });
    try {
      await Deno.writeTextFile(secretPath, secretText, { createNew: true, mode: SECRET_MODE });
    } catch (error) {
      // Its secret key is lost, and one of another pair may be what stands there.
      await Deno.remove(publicPath);
      throw error;
    }
  } catch (cause) {
    throw new EnvironmentError(
      `Cannot write "${typed}.key" and "${typed}.pub": ${(cause as Error).message}. ` +
        `Keys are never replaced; give another name`,
      { cause },
    );
  }
  const key = publicText.trim().split("\n")[1];
  if (options.json) console.log(JSON.stringify({ secretPath, publicPath, publicKey: key }));
  else {
    console.log(`${secretPath}: keep it secret; who has it can sign in your name`);
    console.log(`${publicPath}: give it to those who check: ${key}`);
  }
  return DONE;
}
