/** One thing that `doctor` looked at. */
export interface Check {
  readonly name: string;
  /** `warn`: work goes on, slower or with less; `fail`: something that was asked for cannot work. */
  readonly status: "ok" | "warn" | "fail";
  /** What was found, in one line. */
  readonly value: string;
  /** What to do about it, in one line. */
  readonly cure?: string;
}
