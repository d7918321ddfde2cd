import { type MessageKey, MESSAGES } from "./text/messages.ts";

/** Key of the message for a status, where there is one. */
export function findStatusKey(status: string): MessageKey | undefined {
  const key = `status.${status}`;
  return Object.hasOwn(MESSAGES, key) ? key as MessageKey : undefined;
}
