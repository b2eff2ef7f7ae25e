import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { useState } from 'react';
import type { BoardPhoto, PhotoWords } from './photo-board.ts';

type Props = {
  photo: BoardPhoto;
  /** Its place, from 1. */
  place: number;
  first: boolean;
  last: boolean;
  words: PhotoWords;
  alt: string;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onRetry: () => void;
};

const busy = new Set(['waiting', 'preparing', 'sending', 'checking']);

/** One photo: the picture is the handle, beside it what it does, what to better and the words that stand for it. */
export function PhotoTile(props: Props) {
  const { photo, place, first, words, alt } = props;
  const sortable = useSortable({ id: photo.id });
  const style = {
    transform: CSS.Transform.toString(sortable.transform),
    transition: sortable.transition,
  };
  return (
    <li className="photo-tile" ref={sortable.setNodeRef} style={style} data-status={photo.status}>
      <div
        className="photo-handle"
        {...sortable.attributes}
        {...sortable.listeners}
        aria-roledescription={undefined}
        aria-label={words.handle.replace('{n}', String(place))}
      >
        <Preview src={photo.src} alt={alt} />
      </div>
      <div className="photo-side">
        {first && <span className="photo-cover">{words.cover}</span>}
        <Progress photo={photo} words={words} />
        {photo.status !== 'failed' && <AltField id={photo.id} alt={alt} label={words.alt} />}
        <Tools {...props} />
      </div>
    </li>
  );
}

/** A phone's HEIC cannot be drawn by most browsers: no picture is better than a broken one. */
function Preview({ src, alt }: { src: string | null; alt: string }) {
  const [broken, setBroken] = useState(false);
  if (!src || broken) return null;
  return <img src={src} alt={alt} width={160} height={160} onError={() => setBroken(true)} />;
}

function Progress({ photo, words }: { photo: BoardPhoto; words: PhotoWords }) {
  return (
    <>
      <p className={photo.status === 'ready' ? 'sr' : 'small'}>
        <strong>{words.status[photo.status]}</strong>
        {photo.problem && <span className="field-error"> {photo.problem}</span>}
      </p>
      {busy.has(photo.status) && (
        <progress
          max={1}
          value={photo.status === 'sending' ? photo.progress : undefined}
          aria-label={words.status[photo.status]}
        />
      )}
      {photo.advice.map((code) => (
        <p className="small muted" key={code}>
          {words.verdicts[code]}
        </p>
      ))}
    </>
  );
}

function AltField({ id, alt, label }: { id: string; alt: string; label: string }) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input type="hidden" name="altMedia" value={id} form="listing-form" />
      <input
        className="input"
        name="altText"
        defaultValue={alt}
        maxLength={300}
        form="listing-form"
      />
    </label>
  );
}

function Tools({ photo, first, last, words, onMove, onRemove, onRetry }: Props) {
  return (
    <div className="photo-tools">
      {!first && <Tool label={words.forward} sign="←" onClick={() => onMove(-1)} />}
      {!last && <Tool label={words.back} sign="→" onClick={() => onMove(1)} />}
      <Tool label={words.remove} sign="×" onClick={onRemove} />
      {photo.retry && (
        <button type="button" className="button" data-size="s" onClick={onRetry}>
          {words.retry}
        </button>
      )}
    </div>
  );
}

function Tool({ label, sign, onClick }: { label: string; sign: string; onClick: () => void }) {
  return (
    <button type="button" className="photo-tool" aria-label={label} title={label} onClick={onClick}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
