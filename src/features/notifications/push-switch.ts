/**
 * Turns messages in this browser on and off. The browser is asked first, then an ordinary form tells the site; the
 * worker that shows the messages lives under /push/ and controls no page.
 */
const WORKER = '/push/worker.js';

type State = 'unable' | 'blocked' | 'off' | 'on';

class PushSwitch extends HTMLElement {
  connectedCallback(): void {
    this.form('off')?.addEventListener('submit', (event) => this.turn(event, () => this.on()));
    this.form('on')?.addEventListener('submit', (event) => this.turn(event, () => this.off()));
    void this.look();
  }

  private form(name: 'on' | 'off'): HTMLFormElement | null {
    return this.querySelector(`form[data-say="${name}"]`);
  }

  private async look(): Promise<void> {
    this.say(await currentState().catch((): State => 'unable'));
  }

  private say(state: State): void {
    for (const part of this.querySelectorAll<HTMLElement>('[data-say]'))
      part.hidden = part.dataset['say'] !== state;
  }

  /** Holds the form back until the browser has agreed; then it goes out like any other. */
  private turn(event: SubmitEvent, act: () => Promise<Record<string, string> | null>): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    act()
      .then(async (fields) => {
        if (!fields) {
          await this.look();
          return;
        }
        for (const [name, value] of Object.entries(fields))
          (form.elements.namedItem(name) as HTMLInputElement).value = value;
        form.submit();
      })
      .catch(() => this.look());
  }

  private async on(): Promise<Record<string, string> | null> {
    if ((await Notification.requestPermission()) !== 'granted') return null;
    const registration = await navigator.serviceWorker.register(WORKER);
    await active(registration);
    const subscription = await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: this.dataset['key'] ?? '',
    });
    const { endpoint = '', keys = {} } = subscription.toJSON();
    return {
      endpoint,
      p256dh: keys['p256dh'] ?? '',
      auth: keys['auth'] ?? '',
      device: deviceName(navigator.userAgent),
    };
  }

  private async off(): Promise<Record<string, string> | null> {
    const subscription = await currentSubscription();
    await subscription?.unsubscribe();
    return { endpoint: subscription?.endpoint ?? '' };
  }
}

async function currentState(): Promise<State> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return 'unable';
  if (Notification.permission === 'denied') return 'blocked';
  return (await currentSubscription()) ? 'on' : 'off';
}

async function currentSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration('/push/');
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** A subscription needs a worker that runs. `ready` would wait for one that controls this page: ours controls none. */
function active({ active: now, installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  const coming = installing ?? waiting;
  if (now || !coming) return Promise.resolve();
  return new Promise((resolve) => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated') resolve();
    });
  });
}

/** Enough to tell one's phone from one's computer: `Firefox, Android`. */
function deviceName(agent: string): string {
  const pick = (names: [string, RegExp][]) => names.find(([, sign]) => sign.test(agent))?.[0];
  const browser = pick([
    ['Edge', /Edg/],
    ['Opera', /OPR/],
    ['Samsung Internet', /SamsungBrowser/],
    ['Firefox', /Firefox|FxiOS/],
    ['Chrome', /Chrome|CriOS/],
    ['Safari', /Safari/],
  ]);
  const system = pick([
    ['Android', /Android/],
    ['iPhone', /iPhone|iPad/],
    ['Windows', /Windows/],
    ['Mac', /Mac OS/],
    ['Linux', /Linux/],
  ]);
  return [browser, system].filter(Boolean).join(', ');
}

customElements.define('push-switch', PushSwitch);
