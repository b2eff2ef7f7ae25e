/** What we use of a browser's own reader of QR codes; few browsers have one. */
type Reader = { detect: (picture: HTMLVideoElement) => Promise<{ rawValue: string }[]> };
type ReaderKind = { new (options: { formats: string[] }): Reader };

/** How often a second the picture is looked at: a phone stays cool, and a hand is steady that long. */
const EVERY_MS = 250;

/** Shows the button that scans where the browser can; elsewhere the code is typed. */
export function offerScan(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-find]');
  const button = form?.querySelector<HTMLButtonElement>('[data-scan]');
  const kind = (globalThis as { BarcodeDetector?: ReaderKind }).BarcodeDetector;
  if (!form || !button || !kind || !('mediaDevices' in navigator)) return;
  button.hidden = false;
  button.addEventListener('click', () => void scan(form, new kind({ formats: ['qr_code'] })));
}

async function scan(form: HTMLFormElement, reader: Reader): Promise<void> {
  const box = document.querySelector<HTMLElement>('[data-camera]');
  const video = box?.querySelector('video');
  const failed = document.querySelector<HTMLElement>('[data-scan-failed]');
  if (!box || !video || !failed) return;
  failed.hidden = true;
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'environment' },
    });
    const stop = () => {
      for (const track of stream.getTracks()) track.stop();
      box.hidden = true;
    };
    box.querySelector('[data-scan-stop]')?.addEventListener('click', stop, { once: true });
    box.hidden = false;
    video.srcObject = stream;
    await video.play();
    const code = await read(reader, video, () => !box.hidden);
    stop();
    if (code !== null) send(form, code);
  } catch {
    box.hidden = true;
    failed.hidden = false;
  }
}

async function read(
  reader: Reader,
  video: HTMLVideoElement,
  wanted: () => boolean,
): Promise<string | null> {
  while (wanted()) {
    const [found] = await reader.detect(video);
    if (found) return found.rawValue;
    await new Promise((next) => setTimeout(next, EVERY_MS));
  }
  return null;
}

/** Never followed as an address: whatever a stranger's code says, our own page looks up what it means. */
function send(form: HTMLFormElement, code: string): void {
  const field = form.querySelector<HTMLInputElement>('input[name="code"]');
  if (!field) return;
  field.value = code.slice(0, 300);
  form.submit();
}
