/** The parts of a lock file that name versions. */
interface Lock {
  readonly specifiers?: Readonly<Record<string, string>>;
  readonly npm?: Readonly<Record<string, LockedPackage>>;
  readonly jsr?: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly dependencies?: readonly string[];
}

/**
 * Lists the packages that some imports bring in, dependencies of dependencies included, at the
 * versions that the lock file holds.
 *
 * @param lockText Text of `deno.lock`.
 * @param specifiers Imports such as `npm:zod@4.6.7`, with or without a path behind the version;
 * `node:` modules count as none.
 * @returns `name@version` of each, sorted.
 * @throws {RangeError} If the lock file lacks one.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { listLockedPackages } from "./locked_packages.ts";
 *
 * const lock = JSON.stringify({
 *   specifiers: { "npm:a@1": "1.2.0" },
 *   npm: { "a@1.2.0": { dependencies: ["b"] }, "b@3.0.0": {}, "c@1.0.0": {} },
 * });
 * assertEquals(listLockedPackages(lock, ["npm:a@1/deep.js"]), ["a@1.2.0", "b@3.0.0"]);
 * ```
 */
export function listLockedPackages(lockText: string, specifiers: readonly string[]): string[] {
  const lock: Lock = lockText === "" ? {} : JSON.parse(lockText);
  const found = new Set<string>();
  const waiting = specifiers.filter((specifier) => !specifier.startsWith("node:"));
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const locked = findLocked(lock, name);
    if (locked === undefined) {
      throw new RangeError(
        `Cannot find the locked version of "${name}": deno.lock does not have it; ` +
          `run "deno install" to lock it`,
      );
    }
    if (found.has(locked)) continue;
    found.add(locked);
    waiting.push(...(lock.npm?.[locked] ?? lock.jsr?.[locked])?.dependencies ?? []);
  }
  return [...found].sort();
}

function findLocked(lock: Lock, name: string): string | undefined {
  if (!/^(npm|jsr):/.test(name)) {
    if (lock.npm?.[name]) return name;
    return Object.keys(lock.npm ?? {}).find((entry) => entry.startsWith(`${name}@`));
  }
  for (const [specifier, version] of Object.entries(lock.specifiers ?? {})) {
    if (name === specifier || name.startsWith(`${specifier}/`)) {
      const bare = specifier.slice("npm:".length);
      return `${bare.slice(0, endOfName(bare))}@${version}`;
    }
  }
  return undefined;
}

function endOfName(bare: string): number {
  const at = bare.indexOf("@", 1);
  return at === -1 ? bare.length : at;
}
