/**
 * Keeps a native library in memory until the process ends. Deno unloads an isolate's libraries with the isolate, at the end
 * of a program or of a test file; but TensorFlow cannot be loaded twice by one process, and version 2.21 crashes when it is
 * unloaded after its context was closed. So one reference is taken here, and never given back.
 *
 * @param path Path of the library.
 */
export function keepLibraryLoaded(path: string): void {
  const system = Deno.build.os === "darwin" ? "libSystem.dylib" : "libdl.so.2";
  const { symbols } = Deno.dlopen(system, {
    dlopen: { parameters: ["buffer", "i32"], result: "pointer" },
  });
  const RTLD_LAZY = 1;
  if (symbols.dlopen(new TextEncoder().encode(`${path}\0`), RTLD_LAZY) === null) {
    throw new Error(`Cannot keep the library "${path}" loaded: the system's loader refused it`);
  }
}
