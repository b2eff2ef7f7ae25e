import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { PictureSize, Region } from '#src/domain/iiif.ts';
import { between, fitted, nudged } from './region.ts';

const SIDES = ['x', 'y', 'width', 'height'] as const;
type Side = (typeof SIDES)[number];

type Props = {
  src: string;
  size: PictureSize;
  /** All null: the whole picture. */
  start: Record<Side, number | null>;
  /** Places in sentences are marked: functions cannot cross to the browser. */
  words: { box: string; hint: string; says: string; whole: string; fields: Record<Side, string> };
};
type Change = (region: Region | null) => void;

const isWhole = (start: Props['start']): start is Region =>
  SIDES.every((side) => start[side] !== null);

/** A frame drawn on a picture, by hand, by arrow keys, or by four numbers, which are what the form sends. */
export default function RegionEditor({ src, size, start, words }: Props) {
  const [region, change] = useState<Region | null>(isWhole(start) ? start : null);
  const says = region
    ? SIDES.reduce((text, side) => text.replace(`{${side}}`, String(region[side])), words.says)
    : words.whole;
  return (
    <div className="region">
      <p className="muted" id="region-hint">
        {words.hint}
      </p>
      <Board src={src} size={size} region={region} change={change} label={words.box} />
      <p id="region-says" aria-live="polite" className="num">
        {says}
      </p>
      <Fields size={size} region={region} change={change} labels={words.fields} />
      <div>
        <button type="button" className="button" data-variant="quiet" onClick={() => change(null)}>
          {words.whole}
        </button>
      </div>
    </div>
  );
}

type Drawn = { size: PictureSize; region: Region | null; change: Change };

function Board({ src, size, region, change, label }: Drawn & { src: string; label: string }) {
  const from = useRef<{ x: number; y: number } | null>(null);
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = pointOf(event, size);
  };
  const draw = (event: PointerEvent<SVGSVGElement>) => {
    if (from.current) change(between(size, from.current, pointOf(event, size)));
  };
  const press = (event: KeyboardEvent) => {
    const next = nudged(size, region ?? middleOf(size), event.key, event.shiftKey);
    if (!next) return;
    event.preventDefault();
    change(region ? next : middleOf(size));
  };
  return (
    <svg
      className="region-board"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="application"
      tabIndex={0}
      aria-label={label}
      aria-describedby="region-hint region-says"
      onPointerDown={begin}
      onPointerMove={draw}
      onPointerUp={() => (from.current = null)}
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

function Fields({ size, region, change, labels }: Drawn & { labels: Record<Side, string> }) {
  const type = (side: Side, text: string) => {
    const value = Number(text);
    if (text === '' || !Number.isFinite(value)) return;
    change({ ...(region ?? { x: 0, y: 0, ...size }), [side]: Math.round(value) });
  };
  return (
    <div className="region-fields">
      {SIDES.map((side) => (
        <label key={side}>
          {labels[side]}
          <input
            className="input"
            type="number"
            name={side}
            min={side === 'x' || side === 'y' ? 0 : 32}
            max={side === 'x' || side === 'width' ? size.width : size.height}
            value={region?.[side] ?? ''}
            onChange={(event) => type(side, event.currentTarget.value)}
          />
        </label>
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
