/** The device's own database: what it was told, what it counted, and the sealed queue. Nothing in it can be read as a card. */
const NAME = 'isoko-kiosk';
type Store = 'facts' | 'queue';

let opened: Promise<IDBDatabase> | undefined;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('facts');
      asked.result.createObjectStore('queue', { keyPath: 'id' });
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () =>
      reject(asked.error ?? new Error('the database of this browser does not open'));
  });
  return opened;
}

/** Resolves when it is safely written, not when it was asked for. */
async function act<T>(
  store: Store,
  mode: IDBTransactionMode,
  ask: (in_: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const transaction = (await database()).transaction(store, mode, { durability: 'strict' });
  const request = ask(transaction.objectStore(store));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('not written'));
  });
}

export async function readFact<T>(name: string): Promise<T | undefined> {
  return act('facts', 'readonly', (store) => store.get(name) as IDBRequest<T | undefined>);
}

export async function writeFact(name: string, value: unknown): Promise<void> {
  await act('facts', 'readwrite', (store) => store.put(value, name));
}

export async function queued<T>(): Promise<T[]> {
  return act('queue', 'readonly', (store) => store.getAll() as IDBRequest<T[]>);
}

export async function enqueue<T extends { id: string }>(item: T): Promise<void> {
  await act('queue', 'readwrite', (store) => store.put(item));
}

export async function dequeue(id: string): Promise<void> {
  await act('queue', 'readwrite', (store) => store.delete(id));
}

export async function waitingCount(): Promise<number> {
  return act('queue', 'readonly', (store) => store.count());
}

export async function emptyFacts(): Promise<void> {
  await act('facts', 'readwrite', (store) => store.clear());
}

export async function emptyQueue(): Promise<void> {
  await act('queue', 'readwrite', (store) => store.clear());
}
