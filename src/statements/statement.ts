/** What a statement says something with: a number, a share in percent, a name as it stands, or further statements. */
export type StatementValue =
  | number
  | { readonly percent: number }
  | string
  | Statement
  | readonly Statement[];

/**
 * Something that was found, as data: which sentence says it, and with which values. Who finds it writes no words; the
 * report has them under the same name, in every language.
 */
export interface Statement<Name extends string = string> {
  /** Name of the message. */
  readonly says: Name;
  /** Values by slot of the message; absent where it has none. */
  readonly values?: Readonly<Record<string, StatementValue>>;
}
