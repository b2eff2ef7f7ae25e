/** Shows how many characters are left once three quarters of a limited field are used. */
export function watchCounters(): void {
  document.addEventListener('input', (event) => {
    const control = event.target as HTMLInputElement | HTMLTextAreaElement;
    const field = control.closest<HTMLElement>('[data-counter]');
    const shown = field?.querySelector('.field-count');
    if (!field || !shown) return;
    const limit = Number(field.dataset.counter);
    const left = limit - control.value.length;
    shown.textContent =
      left > limit / 4 ? '' : (field.dataset.left ?? '').replace('9999', String(left));
  });
}
