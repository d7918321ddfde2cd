/**
 * Whether a store still holds what was put there.
 *
 * @module
 */
export type { Finding, Problem } from "./finding.ts";
export { inspectRecord, RecordError } from "./inspect_record.ts";
export { quarantineDamage } from "./quarantine_damage.ts";
export { readRecords } from "./read_records.ts";
export { findPlace, type Place } from "./store_places.ts";
export { STORE_FOLDER, type StoreFile, type Survey, surveyStore } from "./survey_store.ts";
export { type StoreVerification, verifyStore, type VerifyStoreOptions } from "./verify_store.ts";
