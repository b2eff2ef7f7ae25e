/** A failure that the operator can do something about, said in one sentence; printed without a stack. */
export class Sentence extends Error {}
