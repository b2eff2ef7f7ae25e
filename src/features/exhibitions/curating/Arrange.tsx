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
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { useRef, useState, type MouseEvent } from 'react';
import { moved, type ArrangeItem, type ArrangeWords } from './arrange.ts';

type Props = {
  label: string;
  items: ArrangeItem[];
  /** Where the form goes without a script, and where the order goes with one. */
  action: string;
  address: string;
  fields: Record<string, string>;
  words: ArrangeWords;
};

/** How far a finger moves before it drags rather than scrolls, in pixels. */
const DRAG_START_PX = 8;

/** A list in order: dragged by hand or by keyboard, moved by buttons, and by the same buttons without any script. */
export default function Arrange(props: Props) {
  const { items, said, move } = useOrder(props);
  const sorting = useSorting(items, props.words, move);
  return (
    <form method="POST" action={props.action} className="arrange">
      {Object.entries(props.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <DndContext id={`arrange-${props.fields['what']}`} {...sorting}>
        <SortableContext items={items.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
          <ol className="arrange-list" aria-label={props.label}>
            {items.map((item, n) => (
              <Row
                key={item.id}
                item={item}
                place={n}
                items={items}
                words={props.words}
                move={move}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <p className="sr" aria-live="polite">
        {said}
      </p>
    </form>
  );
}

const fill = (words: string, what: string) => words.replace('{what}', what);
const placeWords = (words: ArrangeWords, place: number, total: number) =>
  words.moved.replace('{n}', String(place + 1)).replace('{total}', String(total));

/** Shows a new order at once and saves it; one save waits for the other, and what is refused is put back and said. */
function useOrder({ items: given, address, fields, words }: Props) {
  const [items, setItems] = useState(given);
  const [said, say] = useState('');
  const turn = useRef(Promise.resolve());
  const move = (from: number, to: number) => {
    if (from === to || to < 0 || to >= items.length) return;
    const next = moved(items, from, to);
    setItems(next);
    say(placeWords(words, to, next.length));
    turn.current = turn.current.then(async () => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      body.set('ids', next.map(({ id }) => id).join(','));
      const answer = await fetch(address, {
        method: 'POST',
        body,
        headers: { accept: 'application/json' },
      }).catch(() => null);
      if (answer?.ok) return;
      setItems(items);
      say(words.notSaved);
    });
  };
  return { items, said, move };
}

function useSorting(
  items: ArrangeItem[],
  words: ArrangeWords,
  move: (from: number, to: number) => void,
) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DRAG_START_PX } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const place = (id: unknown) => items.findIndex((item) => item.id === id);
  const nothing = () => undefined;
  // The library's own announcements are English sentences about ids.
  const announcements = {
    onDragStart: nothing,
    onDragOver: ({ over }: { over: { id: unknown } | null }) =>
      over ? placeWords(words, place(over.id), items.length) : undefined,
    onDragEnd: nothing,
    onDragCancel: nothing,
  };
  return {
    sensors,
    collisionDetection: closestCenter,
    accessibility: { announcements, screenReaderInstructions: { draggable: '' } },
    onDragEnd: ({ active, over }: DragEndEvent) => {
      if (over) move(place(active.id), place(over.id));
    },
  };
}

type RowProps = {
  item: ArrangeItem;
  place: number;
  items: ArrangeItem[];
  words: ArrangeWords;
  move: (from: number, to: number) => void;
};

function Row({ item, place, items, words, move }: RowProps) {
  const sortable = useSortable({ id: item.id });
  const style = {
    transform: CSS.Translate.toString(sortable.transform),
    transition: sortable.transition,
  };
  const mover = { item, items, from: place, move };
  return (
    <li ref={sortable.setNodeRef} style={style} className="arrange-row" id={`row-${item.id}`}>
      <button
        type="button"
        className="arrange-handle"
        {...sortable.attributes}
        {...sortable.listeners}
        aria-roledescription={undefined}
        aria-describedby={undefined}
        aria-label={fill(words.drag, item.title)}
      >
        <span aria-hidden="true">⠿</span>
      </button>
      {item.src && <img src={item.src} alt="" width={64} height={48} />}
      <Name item={item} />
      <span className="arrange-moves">
        <Mover {...mover} to={place - 1} sign="↑" label={words.up} />
        <Mover {...mover} to={place + 1} sign="↓" label={words.down} />
      </span>
    </li>
  );
}

function Name({ item }: { item: ArrangeItem }) {
  return (
    <span className="arrange-name" lang={item.lang}>
      {item.href ? <a href={item.href}>{item.title}</a> : item.title}
      {item.note && <small>{item.note}</small>}
    </span>
  );
}

type MoverProps = {
  item: ArrangeItem;
  items: ArrangeItem[];
  from: number;
  to: number;
  sign: string;
  label: string;
  move: RowProps['move'];
};

/** Carries the whole new order as its value, so that it works without a script. */
function Mover({ item, items, from, to, sign, label, move }: MoverProps) {
  const ids = items.map(({ id }) => id);
  const off = to < 0 || to >= items.length;
  const press = (event: MouseEvent) => {
    event.preventDefault();
    move(from, to);
  };
  return (
    <button
      name="ids"
      value={off ? ids.join(',') : moved(ids, from, to).join(',')}
      aria-label={fill(label, item.title)}
      aria-disabled={off || undefined}
      data-off={off ? '' : undefined}
      onClick={press}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
