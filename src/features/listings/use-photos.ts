import { useCallback, useEffect, useRef, useState } from 'react';
import type { BoardPhoto, PhotoWords } from './photo-board.ts';
import { Refused, sendPhoto } from './upload.ts';

type Setup = {
  photos: BoardPhoto[];
  producer: string;
  product: string;
  uploadAddress: string;
  statesAddress: string;
  orderAddress: string;
  words: PhotoWords;
};

const MAX_PHOTOS = 12;
const POLL_MS = 1_500;

/** Keeps the photos of a product: sends new ones one after another, follows the worker, saves the order. */
export function usePhotos(setup: Setup) {
  const [photos, setPhotos] = useState(setup.photos);
  const [spoken, speak] = useState('');
  const files = useRef(new Map<string, File>());
  const current = useRef(photos);
  current.current = photos;
  const change = useCallback((id: string, patch: Partial<BoardPhoto>) => {
    setPhotos((list) => list.map((photo) => (photo.id === id ? { ...photo, ...patch } : photo)));
  }, []);
  useWorkerStates(photos, setup.statesAddress, change);
  const order = useOrder(setup, files.current, current, setPhotos);
  const send = useSender(setup, files.current, { change, speak, arrived: order.arrived });
  const show = (list: BoardPhoto[]) => {
    const before = current.current;
    current.current = list;
    setPhotos(list);
    order.save(before);
  };
  return {
    photos,
    spoken: order.problem || spoken,
    problem: order.problem,
    offline: useOffline(),
    retry: (id: string) => void send(id),
    reorder: show,
    remove: (id: string) => {
      files.current.delete(id);
      order.takeOff(id);
      show(current.current.filter((photo) => photo.id !== id));
    },
    add: (chosen: File[]) => {
      const room = MAX_PHOTOS - current.current.length;
      const fresh = chosen.slice(0, room).map((file) => newPhoto(file, files.current));
      setPhotos((list) => [...list, ...fresh]);
      // One after the other: a weak link carries one photo sooner than four at once.
      void fresh.reduce((turn, photo) => turn.then(() => send(photo.id)), Promise.resolve());
    },
  };
}

/** Sends the file kept under an id and tells the board how it goes. */
function useSender(
  setup: Setup,
  files: Map<string, File>,
  board: {
    change: (id: string, patch: Partial<BoardPhoto>) => void;
    speak: (words: string) => void;
    arrived: (id: string) => void;
  },
) {
  const { producer, uploadAddress, words } = setup;
  const { change, speak, arrived } = board;
  return useCallback(
    async (id: string) => {
      const file = files.get(id);
      if (!file) return;
      change(id, { problem: null, retry: false, status: 'waiting' });
      try {
        await sendPhoto(
          file,
          { id, producer, address: uploadAddress },
          {
            step: (status) => change(id, { status }),
            progress: (progress) => change(id, { progress }),
            advice: (advice) => change(id, { advice: [...advice] }),
          },
        );
        files.delete(id);
        change(id, { status: 'working' });
        arrived(id);
      } catch (error) {
        const refused = error instanceof Refused;
        const problem = refused ? error.message : words.noConnection;
        change(id, { status: 'failed', retry: !refused, problem });
        speak(`${words.status.failed}. ${problem}`);
      }
    },
    [arrived, change, files, producer, speak, uploadAddress, words],
  );
}

/**
 * Saves the order of the photos that the server has, and which were taken off. One save waits for the other, so that an
 * older order never overtakes a newer; what is refused is put back and said.
 */
function useOrder(
  setup: Setup,
  files: Map<string, File>,
  current: { current: BoardPhoto[] },
  setPhotos: (list: BoardPhoto[]) => void,
) {
  const [problem, setProblem] = useState('');
  const memory = useRef({ sorted: false, removed: new Set<string>(), turn: Promise.resolve() });
  const once = async (before?: BoardPhoto[]) => {
    const stored = current.current.filter((photo) => !files.has(photo.id));
    const removed = [...memory.current.removed];
    const refusal = await sendOrder(setup, stored, removed);
    setProblem(refusal);
    if (!refusal) for (const id of removed) memory.current.removed.delete(id);
    else if (before) {
      memory.current.removed.clear();
      setPhotos(before);
    }
  };
  const queue = (before?: BoardPhoto[]) => {
    memory.current.turn = memory.current.turn.then(() => once(before));
  };
  return {
    problem,
    save: (before: BoardPhoto[]) => {
      memory.current.sorted = true;
      queue(before);
    },
    takeOff: (id: string) => void memory.current.removed.add(id),
    /** A photo that was on its way while others were moved, or while it was taken off, finds its place now. */
    arrived: (id: string) => {
      if (!current.current.some((photo) => photo.id === id)) memory.current.removed.add(id);
      if (memory.current.sorted || memory.current.removed.has(id)) queue();
    },
  };
}

/** Answers '' when it was saved, else the sentence that says why not. */
async function sendOrder(
  { orderAddress, product, words }: Setup,
  stored: readonly BoardPhoto[],
  removed: readonly string[],
): Promise<string> {
  const body = new FormData();
  body.set('product', product);
  for (const { id } of stored) body.append('media', id);
  for (const id of removed) body.append('removed', id);
  const headers = { accept: 'application/json' };
  try {
    const answer = await fetch(orderAddress, { method: 'POST', body, headers });
    if (answer.ok) return '';
    const { message } = (await answer.json()) as { message?: string };
    return words.refusals[message ?? ''] ?? words.noConnection;
  } catch {
    return words.noConnection;
  }
}

function useOffline(): boolean {
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return offline;
}

function newPhoto(file: File, files: Map<string, File>): BoardPhoto {
  const id = crypto.randomUUID();
  files.set(id, file);
  const src = URL.createObjectURL(file);
  return { id, src, status: 'waiting', progress: 0, problem: null, retry: false, advice: [] };
}

/** Asks every moment whether the worker is done, as long as something is being worked on. */
function useWorkerStates(
  photos: BoardPhoto[],
  address: string,
  change: (id: string, patch: Partial<BoardPhoto>) => void,
) {
  const working = photos
    .filter((p) => p.status === 'working')
    .map((p) => p.id)
    .join(',');
  useEffect(() => {
    if (!working) return;
    const look = async () => {
      const answer = await fetch(`${address}?ids=${working}`).catch(() => null);
      if (!answer?.ok) return;
      const states = (await answer.json()) as { id: string; state: string }[];
      for (const { id, state } of states) {
        if (state === 'ready') change(id, { status: 'ready' });
        if (state === 'failed') change(id, { status: 'failed', retry: false });
      }
    };
    const timer = setInterval(() => void look(), POLL_MS);
    return () => clearInterval(timer);
  }, [working, address, change]);
}
