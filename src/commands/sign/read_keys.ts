import { EnvironmentError } from "../../../pipeline/mod.ts";
import {
  parsePublicKey,
  parseSecretKey,
  type PublicKey,
  type SecretKey,
  SigningError,
} from "../../../pipeline/signing/mod.ts";
import { resolveTyped } from "../places.ts";
import { UsageError } from "../usage_error.ts";

/** Reads the key that `--sign` names; its password, if it has one, is in `ASSAY_SIGNING_PASSWORD`. */
export async function readSecretKey(typed: string): Promise<SecretKey> {
  const password = Deno.env.get("ASSAY_SIGNING_PASSWORD");
  return await explain(typed, async () => parseSecretKey(await read(typed), password));
}

/** Reads the key that `--key` names: a `.pub` file, or the key itself, which begins with RW. */
export async function readPublicKey(typed: string): Promise<PublicKey> {
  const isKey = /^RW[A-Za-z0-9+/=]{54}$/.test(typed);
  return await explain(typed, async () => parsePublicKey(isKey ? typed : await read(typed)));
}

async function read(typed: string): Promise<string> {
  return await Deno.readTextFile(resolveTyped(typed)).catch((cause) => {
    throw new EnvironmentError(`Cannot read the key "${typed}": ${cause.message}`, { cause });
  });
}

async function explain<T>(typed: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SigningError)) throw error;
    throw new UsageError(`Cannot use the key "${typed}": ${error.message}`);
  }
}
