// Replaced by the types generated from the live schema.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Database = any;
