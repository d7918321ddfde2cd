/** What programs say when they cannot have the memory that they ask for. */
const SYMPTOMS = [
  // V8: `Fatal JavaScript out of memory`, `Fatal process out of memory`, `JavaScript heap out of memory`.
  /\bout of memory\b/i,
  /Array buffer allocation failed/,
  /Cannot allocate memory/i,
  // C++, Rust, and TensorFlow.
  /std::bad_alloc/,
  /memory allocation of \d+ bytes failed/,
  /\bOOM when allocating/,
];

/** Whether a line that a program printed says that memory ran out. */
export function tellsOfMemory(line: string): boolean {
  return SYMPTOMS.some((symptom) => symptom.test(line));
}

/**
 * How many processes the system has ended for lack of memory since it started, so that a SIGKILL can be told from
 * somebody's `kill -9`; 0 where the system does not tell.
 */
export function countMemoryKills(): number {
  if (Deno.build.os !== "linux") return 0;
  try {
    const match = /^oom_kill (\d+)$/m.exec(Deno.readTextFileSync("/proc/vmstat"));
    return match === null ? 0 : Number(match[1]);
  } catch {
    return 0;
  }
}
