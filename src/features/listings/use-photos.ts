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
  const send = useSender(setup, files.current, change, speak);
  const show = (list: BoardPhoto[], save: boolean) => {
    setPhotos(list);
    if (save) saveOrder(setup, list);
  };
  return {
    photos,
    spoken,
    offline: useOffline(),
    retry: (id: string) => void send(id),
    reorder: (list: BoardPhoto[]) => show(list, true),
    remove: (id: string) => {
      const stored = !files.current.delete(id);
      show(
        current.current.filter((photo) => photo.id !== id),
        stored,
      );
    },
    add: (chosen: File[]) => {
      const fresh = chosen.slice(0, MAX_PHOTOS - current.current.length).map((file) => {
        const id = crypto.randomUUID();
        files.current.set(id, file);
        return newPhoto(id, URL.createObjectURL(file));
      });
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
  change: (id: string, patch: Partial<BoardPhoto>) => void,
  speak: (words: string) => void,
) {
  const { producer, uploadAddress, words } = setup;
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
      } catch (error) {
        const refused = error instanceof Refused;
        const problem = refused ? error.message : words.noConnection;
        change(id, { status: 'failed', retry: !refused, problem });
        speak(`${words.status.failed}. ${problem}`);
      }
    },
    [change, files, producer, speak, uploadAddress, words],
  );
}

/** The order of the photos that the server has; a failure shows at the next load and loses nothing. */
function saveOrder(setup: Setup, list: readonly BoardPhoto[]): void {
  const body = new FormData();
  body.set('product', setup.product);
  for (const photo of list) {
    if (photo.status === 'ready' || photo.status === 'working') body.append('media', photo.id);
  }
  void fetch(setup.orderAddress, { method: 'POST', body, headers: { accept: 'application/json' } });
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

function newPhoto(id: string, src: string): BoardPhoto {
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
