import type { FileSystem, OpenFile } from "../../../pipeline/store/file_system.ts";

/** Calls that change something; of the others only errors matter. */
const CHANGES = [
  "open create",
  "write",
  "sync",
  "makeFolder",
  "protect",
  "link",
  "rename",
  "remove",
  "tryLock",
];

/** A call that a file system is asked for. */
export interface FileSystemCall {
  /** Its name; `open read` and `open create` are two, and calls on open files count. */
  readonly name: string;
  /** The how many-eth call it is, from 1. */
  readonly position: number;
  readonly changes: boolean;
}

/**
 * A file system that tells each call before it is made.
 *
 * @param inner Does what it is asked.
 * @param onCall Hears of each call; what it throws, the caller gets in place of an answer.
 */
export function makeFaultyFileSystem(
  inner: FileSystem,
  onCall: (call: FileSystemCall) => void,
): FileSystem {
  let position = 0;
  const tell = (name: string) => {
    position++;
    onCall({ name, position, changes: CHANGES.includes(name) });
  };
  const wrapFile = (file: OpenFile): OpenFile => ({
    read: async (chunk) => {
      tell("read");
      return await file.read(chunk);
    },
    write: async (bytes) => {
      tell("write");
      return await file.write(bytes);
    },
    sync: async () => {
      tell("sync");
      await file.sync();
    },
    [Symbol.dispose]: () => file[Symbol.dispose](),
  });
  return new Proxy(inner, {
    get: (target, name: keyof FileSystem) => (...args: [string, "read" & "create"]) => {
      if (name === "open") {
        return Promise.try(async () => {
          tell(`open ${args[1]}`);
          return wrapFile(await target.open(...args));
        });
      }
      const call = target[name].bind(target) as (...args: unknown[]) => unknown;
      const isAtOnce = name === "readText" || name === "find";
      if (isAtOnce) {
        tell(name);
        return call(...args);
      }
      return Promise.try(() => {
        tell(name);
        return call(...args);
      });
    },
  });
}

/** The error that a system gives. */
export function makeSystemError(code: string): Error {
  const Kind = code === "EEXIST" ? Deno.errors.AlreadyExists : Error;
  return Object.assign(new Kind(`injected ${code}`), { code });
}
