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
  const [offline, setOffline] = useState(false);
  const [spoken, speak] = useState('');
  const files = useRef(new Map<string, File>());
  const current = useRef(photos);
  current.current = photos;
  const change = useCallback((id: string, patch: Partial<BoardPhoto>) => {
    setPhotos((list) => list.map((photo) => (photo.id === id ? { ...photo, ...patch } : photo)));
  }, []);

  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);

  useWorkerStates(photos, setup.statesAddress, change);

  const send = useCallback(
    async (id: string) => {
      const file = files.current.get(id);
      if (!file) return;
      change(id, { problem: null, retry: false, status: 'waiting' });
      const target = { id, producer: setup.producer, address: setup.uploadAddress };
      try {
        await sendPhoto(file, target, {
          step: (status) => change(id, { status }),
          progress: (progress) => change(id, { progress }),
          advice: (advice) => change(id, { advice: [...advice] }),
        });
        files.current.delete(id);
        change(id, { status: 'working' });
        speak(setup.words.status.ready);
      } catch (error) {
        const refused = error instanceof Refused;
        const problem = refused ? error.message : setup.words.noConnection;
        change(id, { status: 'failed', retry: !refused, problem });
        speak(`${setup.words.status.failed}. ${problem}`);
      }
    },
    [change, setup.producer, setup.uploadAddress, setup.words],
  );

  const add = (chosen: File[]) => {
    const room = MAX_PHOTOS - current.current.length;
    const fresh = chosen.slice(0, room).map((file) => {
      const id = crypto.randomUUID();
      files.current.set(id, file);
      return newPhoto(id, URL.createObjectURL(file));
    });
    setPhotos((list) => [...list, ...fresh]);
    // One after the other: a weak link carries one photo sooner than four at once.
    void fresh.reduce((turn, photo) => turn.then(() => send(photo.id)), Promise.resolve());
  };

  const saveOrder = (list: BoardPhoto[]) => {
    const kept = list.filter((photo) => photo.status === 'ready' || photo.status === 'working');
    const body = new FormData();
    body.set('product', setup.product);
    for (const photo of kept) body.append('media', photo.id);
    void fetch(setup.orderAddress, { method: 'POST', body, headers: { accept: 'application/json' } });
  };
  const reorder = (list: BoardPhoto[]) => {
    setPhotos(list);
    saveOrder(list);
  };
  const remove = (id: string) => {
    const stored = !files.current.delete(id);
    const list = current.current.filter((photo) => photo.id !== id);
    setPhotos(list);
    if (stored) saveOrder(list);
  };
  return { photos, offline, spoken, add, reorder, remove, retry: send };
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
  const working = photos.filter((p) => p.status === 'working').map((p) => p.id).join(',');
  useEffect(() => {
    if (!working) return;
    const timer = setInterval(async () => {
      const answer = await fetch(`${address}?ids=${working}`).catch(() => null);
      if (!answer?.ok) return;
      const states = (await answer.json()) as { id: string; state: string }[];
      for (const { id, state } of states) {
        if (state === 'ready') change(id, { status: 'ready' });
        if (state === 'failed') change(id, { status: 'failed', retry: false });
      }
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [working, address, change]);
}
