/** What the photo board shows; plain data, so that the server can hand it to the island. */
export type PhotoStatus =
  'waiting' | 'preparing' | 'sending' | 'checking' | 'working' | 'ready' | 'failed';

export type BoardPhoto = {
  id: string;
  /** Address of a small picture; null while the server has none yet. */
  src: string | null;
  status: PhotoStatus;
  /** 0 to 1 of the bytes sent. */
  progress: number;
  problem: string | null;
  /** Whether trying again can help. */
  retry: boolean;
  advice: string[];
};

export type PhotoWords = {
  add: string;
  count: string;
  offline: string;
  moved: string;
  /** Name of the handle, with `{n}` for its place. */
  handle: string;
  cover: string;
  forward: string;
  back: string;
  remove: string;
  retry: string;
  alt: string;
  altHint: string;
  status: Record<PhotoStatus, string>;
  verdicts: Record<string, string>;
  /** Why the order was not saved, by the code of the refusal. */
  refusals: Record<string, string>;
  noConnection: string;
};
