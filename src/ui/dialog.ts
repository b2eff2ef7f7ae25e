/** Opens the dialog that a clicked button names, and closes one whose dark surroundings are clicked. */
export function startDialogs(): void {
  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    const opener = target.closest<HTMLElement>('[data-dialog]');
    const named = opener && document.getElementById(opener.dataset.dialog ?? '');
    if (named instanceof HTMLDialogElement) {
      event.preventDefault();
      named.showModal();
      return;
    }
    if (target instanceof HTMLDialogElement && target.open) target.close();
  });
}
