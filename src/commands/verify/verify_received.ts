import { EnvironmentError } from "../../../pipeline/mod.ts";
import { ArchiveError, verifyPack } from "../../../pipeline/archive/mod.ts";
import { checkSignature, type PublicKey, SigningError } from "../../../pipeline/signing/mod.ts";
import { explainFileError } from "../explain_file_error.ts";
import { formatSize } from "../format_size.ts";
import { readPublicKey } from "../sign/read_keys.ts";

const DONE = 0;
const DAMAGED = 4;

/** Options of {@linkcode verifyReceived}. */
export interface VerifyReceivedOptions {
  /** The key as typed; nothing is asked of a signature unless given. */
  readonly key?: string;
  readonly isJson: boolean;
}

/**
 * Checks a pack, or a folder that one was unpacked to by hand, against its manifest, and the manifest's signature.
 *
 * @param path The archive or the folder.
 * @param options The key that must have signed it.
 * @returns The exit code.
 */
export async function verifyReceived(
  path: string,
  { key, isJson }: VerifyReceivedOptions,
): Promise<number> {
  const publicKey = key === undefined ? null : await readPublicKey(key);
  let signedAs: string | null = null;
  try {
    const { experiment, damage, fileCount, bytesRead } = await verifyPack(path, {
      onHead: async ({ manifestBytes, signature }) => {
        if (publicKey !== null) signedAs = await check(manifestBytes, signature, publicKey);
      },
    });
    if (isJson) {
      console.log(JSON.stringify({ experiment, damage, fileCount, bytesRead, signedAs }));
      return damage.length === 0 ? DONE : DAMAGED;
    }
    for (const { path, problem, detail } of damage) {
      console.log(`${problem.padEnd(16)}  ${path}\n${" ".repeat(18)}${detail}`);
    }
    const trust = publicKey === null
      ? "Its signature was not asked for: --key checks it"
      : `Signed by this key: ${signedAs}`;
    console.log(
      `${experiment}: ${fileCount} files, ${formatSize(bytesRead)}. ` +
        `${damage.length === 0 ? "All as packed" : `${damage.length} are not as packed`}. ${trust}`,
    );
    return damage.length === 0 ? DONE : DAMAGED;
  } catch (error) {
    const reason = explainFileError(error);
    if (reason !== null) {
      throw new EnvironmentError(`Cannot verify "${path}": ${reason}`, { cause: error });
    }
    if (!(error instanceof ArchiveError || error instanceof SigningError)) throw error;
    const message = `Cannot trust "${path}": ${error.message}`;
    if (isJson) console.log(JSON.stringify({ refused: message }));
    else console.error(message);
    return DAMAGED;
  }
}

/** The signed comment, if the signature holds. */
export async function check(
  manifest: Uint8Array,
  signature: string | null,
  publicKey: PublicKey,
): Promise<string> {
  if (signature === null) throw new SigningError("it is not signed");
  try {
    return await checkSignature(manifest, signature, publicKey);
  } catch (error) {
    if (!(error instanceof SigningError)) throw error;
    throw new SigningError(`its signature is refused: ${error.message}`, { cause: error });
  }
}
