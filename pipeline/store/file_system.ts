/** What is at a path. */
export interface FileEntry {
  /** Whether it is a regular file; a symbolic link is none. */
  readonly isFile: boolean;
  readonly sizeBytes: number;
  /** How many names the file has. */
  readonly linkCount: number;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
}

/** A file that is open. */
export interface OpenFile extends Disposable {
  /** Reads into a chunk; null at the end. */
  read(chunk: Uint8Array): Promise<number | null>;
  /** Writes some of the bytes, and says how many. */
  write(bytes: Uint8Array): Promise<number>;
  /** Waits until the device has what was written. */
  sync(): Promise<void>;
}

/** A lock on a file. It ends with its process, however that ends. */
export interface FileLock {
  release(): void;
}

/**
 * What a store asks of a file system: so few calls that a test can fail each of them, and stop at each of them.
 *
 * What planning asks thousands of times answers at once: a promise would cost five times the call.
 */
export interface FileSystem {
  /** Reads a text file; null if there is none. */
  readText(path: string): string | null;
  /** What is at a path, with links not followed; null if nothing is. */
  find(path: string): FileEntry | null;
  /** Names in a folder; none if there is no folder. */
  list(folder: string): Promise<string[]>;
  /** Opens a file to read it, or creates one, which must be new, to write it. */
  open(path: string, mode: "read" | "create"): Promise<OpenFile>;
  /** Waits until the device has a file's bytes, or a folder's entries. */
  sync(path: string): Promise<void>;
  /** Makes a folder, and those above it. */
  makeFolder(path: string): Promise<void>;
  /** Makes a file read-only. */
  protect(path: string): Promise<void>;
  /** Gives a file a second name, which must be free. */
  link(path: string, target: string): Promise<void>;
  /** Renames a file; a file with the other name is replaced. */
  rename(path: string, target: string): Promise<void>;
  /** Removes a file, or a folder with all that is in it. */
  remove(path: string): Promise<void>;
  /**
   * Locks a file, which is made if need be and is gone once the lock is released, unless another holder has it. On a file
   * system without locks everybody gets one.
   */
  tryLock(path: string): Promise<FileLock | null>;
}
