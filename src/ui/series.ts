/** How far a finger travels, in CSS pixels, to turn a thing by one photograph. */
const TURN = 28;

/** Lays each pair of photographs over one another; its slider says where the first ends. */
export function startVersus(): void {
  for (const pair of document.querySelectorAll<HTMLElement>('.versus')) {
    const slide = pair.querySelector<HTMLInputElement>('.versus-slide');
    if (!slide) continue;
    const show = () => pair.style.setProperty('--at', `${slide.value}%`);
    pair.dataset['live'] = '';
    slide.hidden = false;
    slide.addEventListener('input', show);
    show();
    followFinger(pair.querySelector('.versus-stage'), (x, width) => {
      slide.value = String(Math.round((x / width) * 100));
      show();
    });
  }
}

/** Calls back with the place of a pressed finger or mouse within a stage. */
function followFinger(stage: HTMLElement | null, at: (x: number, width: number) => void): void {
  if (!stage) return;
  const tell = (event: PointerEvent) => {
    const { left, width } = stage.getBoundingClientRect();
    at(Math.min(width, Math.max(0, event.clientX - left)), width);
  };
  stage.addEventListener('pointerdown', (event) => {
    stage.setPointerCapture(event.pointerId);
    tell(event);
  });
  stage.addEventListener('pointermove', (event) => {
    if (stage.hasPointerCapture(event.pointerId)) tell(event);
  });
}

/** Shows one photograph of each turntable at a time. */
export function startTurntables(): void {
  for (const table of document.querySelectorAll<HTMLElement>('.turntable')) startTurntable(table);
}

function startTurntable(table: HTMLElement): void {
  const slide = table.querySelector<HTMLInputElement>('input');
  const list = table.querySelector<HTMLElement>('ul');
  const photos = [...table.querySelectorAll('li')];
  if (!slide || !list || photos.length === 0) return;
  table.dataset['live'] = '';
  slide.hidden = false;
  const show = (): void => {
    const at = Number(slide.value);
    photos.forEach((photo, n) => photo.toggleAttribute('data-off', n !== at));
    slide.ariaValueText = (table.dataset['of'] ?? '').replace('1111', String(at + 1));
  };
  // A turn must not wait for its photograph.
  const load = () => {
    table.dataset['near'] = '';
    table.querySelectorAll('img').forEach((image) => (image.loading = 'eager'));
  };
  slide.addEventListener('input', show);
  for (const soon of ['pointerenter', 'touchstart', 'focusin'] as const)
    table.addEventListener(soon, load, { once: true, passive: true });
  let from = 0;
  list.addEventListener('pointerdown', (event) => {
    from = event.clientX;
    list.setPointerCapture(event.pointerId);
  });
  list.addEventListener('pointermove', (event) => {
    const steps = Math.trunc((event.clientX - from) / TURN);
    if (!list.hasPointerCapture(event.pointerId) || steps === 0) return;
    from += steps * TURN;
    const { length } = photos;
    slide.value = String((((Number(slide.value) + steps) % length) + length) % length);
    show();
  });
  show();
}
