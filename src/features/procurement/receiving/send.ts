/**
 * Sends a form with its photos while the page stays: a bar shows how far it is, and a lost link leaves everything as it
 * was, to be sent again. A refusal is shown by the browser's own sending, with what was typed.
 */
export function sendVisibly(form: HTMLFormElement): void {
  const sending = form.querySelector<HTMLElement>('[data-sending]');
  const noLink = form.querySelector<HTMLElement>('[data-no-link]');
  if (!sending || !noLink) return;
  const bar = sending.querySelector('progress');
  const busy = (yes: boolean) => {
    sending.hidden = !yes;
    for (const button of form.querySelectorAll<HTMLButtonElement>('button:not([type="button"])'))
      button.disabled = yes;
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    noLink.hidden = true;
    busy(true);
    bar?.removeAttribute('value');
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (bar && total > 0) bar.value = loaded / total;
    });
    request.addEventListener('load', () => {
      const moved = request.responseURL !== '' && !request.responseURL.includes('_action=');
      if (request.status < 400 && moved) location.assign(request.responseURL);
      else if (request.status >= 500) lost();
      else form.submit();
    });
    const lost = () => {
      busy(false);
      noLink.hidden = false;
      noLink.scrollIntoView({ block: 'center' });
    };
    request.addEventListener('error', lost);
    request.addEventListener('timeout', lost);
    request.open('POST', form.action);
    request.send(new FormData(form));
  });
  // The page comes back from the browser's memory as it was left.
  addEventListener('pageshow', () => busy(false));
}
