import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { PictureSize, Region } from '#src/domain/iiif.ts';
import {
  between,
  fitted,
  LEAST_EDGE,
  nudged,
  readRegion,
  SIDES,
  typedRegion,
  type Side,
  type TypedRegion,
} from './region.ts';

type Words = {
  box: string;
  hint: string;
  numbers: string;
  says: string;
  whole: string;
  fields: Record<Side, string>;
};
type Props = {
  src: string;
  size: PictureSize;
  /** All empty: the whole picture. */
  start: TypedRegion;
  /** A sentence for each field that was refused. */
  errors: Partial<Record<Side, string>>;
  /** Places in sentences are marked: functions cannot cross to the browser. */
  words: Words;
};

/** A frame drawn on a picture, by hand, by arrow keys, or by four numbers, which are what the form sends. */
export default function RegionEditor({ src, size, start, errors, words }: Props) {
  const [typed, type] = useState(start);
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const region = readRegion(typed);
  const draw = (next: Region | null) => type(typedRegion(next));
  return (
    <div className="region">
      <p className="muted region-hint" id="region-hint">
        {words.hint}
      </p>
      <Board {...{ src, size, region, draw, isLive }} label={words.box} />
      <p id="region-says" aria-live="polite" className="num region-hint">
        {said(words, typed, region)}
      </p>
      <p className="muted num" id="region-numbers">
        {words.numbers}
      </p>
      <Fields {...{ size, typed, type, errors }} labels={words.fields} />
      <div className="region-hint">
        <button type="button" className="button" data-variant="quiet" onClick={() => draw(null)}>
          {words.whole}
        </button>
      </div>
    </div>
  );
}

function said(words: Words, typed: TypedRegion, region: Region | null): string {
  if (region)
    return SIDES.reduce((text, side) => text.replace(`{${side}}`, typed[side]), words.says);
  return SIDES.every((side) => typed[side] === '') ? words.whole : '';
}

type BoardProps = {
  src: string;
  size: PictureSize;
  region: Region | null;
  draw: (region: Region) => void;
  isLive: boolean;
  label: string;
};

/** Before its script runs, and without one, it is a picture. */
function Board({ src, size, region, draw, isLive, label }: BoardProps) {
  const from = useRef<{ x: number; y: number } | null>(null);
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = pointOf(event, size);
  };
  const follow = (event: PointerEvent<SVGSVGElement>) => {
    if (from.current) draw(between(size, from.current, pointOf(event, size)));
  };
  const press = (event: KeyboardEvent) => {
    const next = nudged(size, region ?? middleOf(size), event.key, event.shiftKey);
    if (!next) return;
    event.preventDefault();
    draw(region ? next : middleOf(size));
  };
  return (
    <svg
      className="region-board"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role={isLive ? 'application' : 'img'}
      tabIndex={isLive ? 0 : undefined}
      aria-label={label}
      aria-describedby="region-hint region-says"
      onPointerDown={begin}
      onPointerMove={follow}
      onPointerUp={() => (from.current = null)}
      onPointerCancel={() => (from.current = null)}
      onKeyDown={press}
    >
      <image href={src} width={size.width} height={size.height} />
      {region && <Frame size={size} region={region} />}
    </svg>
  );
}

/** Where the pointer is, in pixels of the picture, which is drawn in the middle of its box. */
function pointOf(event: PointerEvent<SVGSVGElement>, size: PictureSize): { x: number; y: number } {
  const box = event.currentTarget.getBoundingClientRect();
  const scale = Math.min(box.width / size.width, box.height / size.height);
  const left = box.left + (box.width - size.width * scale) / 2;
  const top = box.top + (box.height - size.height * scale) / 2;
  return { x: (event.clientX - left) / scale, y: (event.clientY - top) / scale };
}

/** What the first arrow key puts up. */
function middleOf({ width, height }: PictureSize): Region {
  const half = { x: width / 4, y: height / 4, width: width / 2, height: height / 2 };
  return fitted({ width, height }, half);
}

type FieldsProps = {
  size: PictureSize;
  typed: TypedRegion;
  type: (typed: TypedRegion) => void;
  errors: Props['errors'];
  labels: Record<Side, string>;
};

function Fields({ size, typed, type, errors, labels }: FieldsProps) {
  return (
    <div className="region-fields" role="group" aria-describedby="region-numbers">
      {SIDES.map((side) => (
        <div key={side} className="field">
          <label className="field-label" htmlFor={`f-${side}`}>
            {labels[side]}
          </label>
          <input
            className="input num"
            type="number"
            inputMode="numeric"
            id={`f-${side}`}
            name={side}
            min={side === 'x' || side === 'y' ? 0 : LEAST_EDGE}
            max={side === 'x' || side === 'width' ? size.width : size.height}
            value={typed[side]}
            aria-invalid={errors[side] ? true : undefined}
            aria-describedby={errors[side] && `f-${side}-error`}
            onChange={(event) => type({ ...typed, [side]: event.currentTarget.value })}
          />
          {errors[side] && (
            <p className="field-error" id={`f-${side}-error`}>
              {errors[side]}
            </p>
          )}
        </div>
      ))}
    </div>
  );
}

function Frame({ size, region: { x, y, width, height } }: { size: PictureSize; region: Region }) {
  const veil = `M0 0H${size.width}V${size.height}H0zM${x} ${y}v${height}h${width}v${-height}z`;
  return (
    <>
      <path className="region-veil" d={veil} fillRule="evenodd" />
      <rect
        className="region-frame"
        x={x}
        y={y}
        width={width}
        height={height}
        vectorEffect="non-scaling-stroke"
      />
    </>
  );
}
