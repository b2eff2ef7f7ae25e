import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import {
  arrayMove,
  rectSortingStrategy,
  SortableContext,
  sortableKeyboardCoordinates,
} from '@dnd-kit/sortable';
import { useState, type ChangeEvent } from 'react';
import { PhotoTile } from './PhotoTile.tsx';
import type { BoardPhoto, PhotoWords } from './photo-board.ts';
import { usePhotos } from './use-photos.ts';

type Props = {
  photos: BoardPhoto[];
  producer: string;
  uploadAddress: string;
  statesAddress: string;
  orderAddress: string;
  product: string;
  words: PhotoWords;
  altValues: Record<string, string>;
};

/** How far a finger moves before it drags rather than scrolls, in pixels. */
const DRAG_START_PX = 8;

/** The photos of one product: several at once, progress for each, order by hand, by keyboard and by buttons. */
export default function PhotoBoard(props: Props) {
  const { words } = props;
  const board = usePhotos(props);
  const [said, say] = useState('');
  const move = (from: number, to: number) => {
    const total = board.photos.length;
    if (to < 0 || to >= total || from === to) return;
    board.reorder(arrayMove(board.photos, from, to));
    say(placeWords(words, to, total));
  };
  return (
    <div className="photo-board">
      <Tiles {...props} board={board} onMove={move} />
      {board.photos.length < 12 && <AddPhotos label={words.add} onAdd={board.add} />}
      <p className="muted small">
        {words.count.replace('{n}', String(board.photos.length))}
        {board.offline && <strong> {words.offline}</strong>}
      </p>
      {board.problem && <p className="field-error">{board.problem}</p>}
      <p className="sr" aria-live="polite">
        {board.spoken || said}
      </p>
    </div>
  );
}

/** "Photo 2 of 5", said where it goes; `place` counts from 0. */
function placeWords(words: PhotoWords, place: number, total: number): string {
  return words.moved.replace('{n}', String(place + 1)).replace('{total}', String(total));
}

type TilesProps = Props & {
  board: ReturnType<typeof usePhotos>;
  onMove: (from: number, to: number) => void;
};

/** How tiles are picked up and put down, by finger and by keyboard, and what is said meanwhile. */
function useSorting({ board, onMove, words }: TilesProps) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DRAG_START_PX } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const place = (id: unknown) => board.photos.findIndex((photo) => photo.id === id);
  const nothing = () => undefined;
  // The library's own announcements are English sentences about ids.
  const announcements = {
    onDragStart: nothing,
    onDragOver: ({ over }: { over: { id: unknown } | null }) =>
      over ? placeWords(words, place(over.id), board.photos.length) : undefined,
    onDragEnd: nothing,
    onDragCancel: nothing,
  };
  return {
    sensors,
    collisionDetection: closestCenter,
    accessibility: { announcements, screenReaderInstructions: { draggable: '' } },
    onDragEnd: ({ active, over }: DragEndEvent) => {
      if (over) onMove(place(active.id), place(over.id));
    },
  };
}

function Tiles(props: TilesProps) {
  const { board, onMove, words } = props;
  const sorting = useSorting(props);
  return (
    <DndContext {...sorting}>
      <SortableContext items={board.photos.map((p) => p.id)} strategy={rectSortingStrategy}>
        <ol className="photo-tiles">
          {board.photos.map((photo, n) => (
            <PhotoTile
              key={photo.id}
              photo={photo}
              place={n + 1}
              first={n === 0}
              last={n === board.photos.length - 1}
              words={words}
              alt={props.altValues[photo.id] ?? ''}
              onMove={(by) => onMove(n, n + by)}
              onRemove={() => board.remove(photo.id)}
              onRetry={() => board.retry(photo.id)}
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

function AddPhotos({ label, onAdd }: { label: string; onAdd: (files: File[]) => void }) {
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    onAdd([...(event.target.files ?? [])]);
    event.target.value = '';
  };
  return (
    <label className="button photo-add">
      {label}
      <input className="sr" type="file" accept="image/*" multiple onChange={chosen} />
    </label>
  );
}
