/**
 * Keeps a native library in memory until the process ends. Deno runs each test file in an isolate of its own and unloads
 * the isolate's libraries with it; TensorFlow cannot be loaded twice by one process. So one reference is taken here, and
 * never given back.
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
