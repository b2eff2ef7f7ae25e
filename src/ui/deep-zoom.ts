import OpenSeadragon from 'openseadragon';

const STEP = 1.5;

/** Opens the tiles of a IIIF picture in a box; arrows pan and plus and minus zoom while it has the focus. */
export function openDeep(
  box: HTMLElement,
  info: string,
): { zoom: (by: number) => void; close: () => void } {
  const place = document.createElement('div');
  place.className = 'zoom-deep';
  box.replaceChildren(place);
  standIn();
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const viewer = OpenSeadragon({
    element: place,
    tileSources: [info],
    // Our own bar does it, in the page's language.
    showNavigationControl: false,
    ...(calm ? { animationTime: 0, springStiffness: 100 } : {}),
    maxZoomPixelRatio: 2,
    gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
  });
  viewer.canvas.focus();
  return {
    zoom(by) {
      if (by === 0) return;
      viewer.viewport.zoomBy(by > 0 ? STEP : 1 / STEP).applyConstraints();
    },
    close: () => viewer.destroy(),
  };
}

/**
 * The viewer puts a style element into the page, which our policy refuses, unless it finds it there. It looks by name, so an
 * element of that name which styles nothing will do.
 */
function standIn(): void {
  const name = 'data-openseadragon-mobile-css';
  if (document.querySelector(`style[${name}]`)) return;
  const mark = document.createElementNS(null, 'style');
  mark.setAttribute(name, '');
  document.head.append(mark);
}
