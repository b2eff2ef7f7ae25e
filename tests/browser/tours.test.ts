import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '#src/i18n/messages.ts';
import { readRecording } from '#src/server/audio/recording.ts';
import {
  DESKTOP,
  expectReadable,
  launchBrowser,
  PHONE,
  visit,
  type Visit,
} from '#tests/support/browser.ts';
import { fairIn, type Fair } from '#tests/support/fair-stage.ts';
import { makeOperator, newMember, type Member } from '#tests/support/market.ts';
import { PASSWORD } from '#tests/support/people.ts';
import { startSite, type Site } from '#tests/support/site.ts';
import { mp3 } from '#tests/unit/exhibitions/mp3.ts';
import { setUpStalls, type Stalls } from './market-stalls.ts';

// A guided tour: made by its curator with keys, with numbers and with a voice, and taken by its visitors.

let site: Site;
let browser: Browser;
let stalls: Stalls;
let fair: Fair;
let curator: Member;
let window: Visit;
let page: Page;
let tourDesk: string;
let stopDesk: string;
const t = messages('en');
const words = t.tours.desk;

beforeAll(async () => {
  // A microphone that beeps, and a person who lets the page have it.
  const microphone = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  [site, browser] = await Promise.all([startSite(), launchBrowser(microphone)]);
  stalls = await setUpStalls(site);
  fair = await fairIn(stalls.sql, 'hill-boot');
  curator = await newMember(site, 'buy');
  await makeOperator(site, curator.email);
  window = await visit(browser, PHONE);
  ({ page } = window);
  await page.goto(`${site.url}/sign-in`);
  await page.fill('#f-email', curator.email);
  await page.fill('[name=password]', PASSWORD);
  await page.locator('main form').first().locator('button').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
}, 120_000);
afterAll(async () => {
  await stalls?.sql.end();
  await browser?.close();
  await site?.stop();
});

const desk = () => `${site.url}/operator/exhibitions/${fair.id}/tours`;
const here = () => `${site.url}/exhibitions/${fair.slug}/tours`;
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const sides = async (on: Page) =>
  Promise.all(['x', 'y', 'width', 'height'].map((side) => on.inputValue(`#f-${side}`)));
const go = async (on: Page, link: Locator) => {
  await Promise.all([on.waitForEvent('load'), link.click()]);
};
const voice = (on: Page) => on.locator('#voices > section').first();

/** The same curator in a browser that runs no scripts. */
async function withoutScripts(act: (bare: Page) => Promise<void>): Promise<void> {
  const storageState = await window.context.storageState();
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false, storageState });
  context.setDefaultTimeout(15_000);
  await act(await context.newPage());
  await context.close();
}

describe('the curator’s desk', () => {
  it('makes a tour and shows the pictures of the exhibition', async () => {
    await page.goto(desk());
    const fold = page.locator('details', { hasText: words.add });
    if (!(await fold.evaluate((one: HTMLDetailsElement) => one.open)))
      await fold.locator('summary').first().click();
    await page.fill('#f-title_rw', 'Urudodo ku rudodo');
    await press(words.create);
    await page.waitForURL(/tour=/);
    tourDesk = page.url();
    expect(await page.locator('.pick li').count()).toBeGreaterThan(2);
    await expectReadable(page);
  });

  it('draws what visitors look at with the keyboard, writes the stop, and shows it as they see it', async () => {
    await page.locator('.pick a').first().click();
    const board = page.getByRole('application', { name: words.regionBox });
    await board.waitFor();
    expect(await sides(page)).toEqual(['', '', '', '']);
    await board.focus();
    await page.keyboard.press('ArrowRight');
    const [x, y, width, height] = (await sides(page)).map(Number);
    expect(Math.min(x!, y!, width!, height!)).toBeGreaterThan(0);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowDown');
    const after = (await sides(page)).map(Number);
    expect([after[0]! < x!, after[3]! > height!]).toEqual([true, true]);
    expect(await page.textContent('#region-says')).toContain(`${after[2]} × ${after[3]}`);
    await expectReadable(page);
    await page.fill('#f-title_rw', 'Urudodo rwa mbere');
    await page.fill('#f-body_rw', 'Reba aho urushinge rwinjirira.');
    await press(words.save);
    await page.waitForURL(/[?&]stop=/);
    stopDesk = page.url();
    expect((await sides(page)).map(Number)).toEqual(after);
    await page.goto(tourDesk);
    await go(page, page.locator('.work-head', { has: page.locator('h2') }).getByRole('link'));
    expect(await page.locator('.tour-stop h3').allTextContents()).toEqual(['Urudodo rwa mbere']);
  });

  it('takes four numbers without a script, and names each one that is wrong', async () => {
    await withoutScripts(async (bare) => {
      await bare.goto(tourDesk);
      await bare.locator('.pick a').nth(1).click();
      const { width } = (await bare.locator('.region-board image').boundingBox())!;
      expect(width).toBeGreaterThan(200);
      await bare.fill('#f-title_rw', 'Umugozi');
      await bare.fill('#f-x', '40');
      const save = () => go(bare, bare.getByRole('button', { name: words.save }));
      await save();
      const list = () => bare.locator('.form-errors li').allTextContents();
      const said = (await list()).map((one) => one.trim());
      expect(said).toEqual(
        [words.y, words.width, words.height].map((field) =>
          words.fieldError(field, t.errors.required),
        ),
      );
      expect(await bare.inputValue('#f-x')).toBe('40');
      expect(await bare.inputValue('#f-title_rw')).toBe('Umugozi');
      expect(await bare.getAttribute('#f-y', 'aria-describedby')).toBe('f-y-error');
      // What a browser would hold back is refused by the server too, by the same name.
      await bare.locator('form:has(#f-x)').evaluate((form: HTMLFormElement) => {
        form.noValidate = true;
      });
      for (const [side, value] of Object.entries({ y: '20', width: '31', height: '60' }))
        await bare.fill(`#f-${side}`, value);
      await save();
      expect((await list()).map((one) => one.trim())).toEqual([
        words.fieldError(words.width, t.errors.region_outside),
      ]);
      await bare.fill('#f-width', '80');
      await save();
      expect(bare.url()).toContain('stop=');
      expect(await sides(bare)).toEqual(['40', '20', '80', '60']);
    });
  });

  it('puts stops in order without a script, and stays with its tour', async () => {
    await withoutScripts(async (bare) => {
      const names = () => bare.locator('.arrange-name > a').allTextContents();
      await bare.goto(tourDesk);
      expect(await names()).toEqual(['Urudodo rwa mbere', 'Umugozi']);
      await go(bare, bare.getByRole('button', { name: t.curating.moveUp('Umugozi') }));
      expect(bare.url()).toBe(tourDesk);
      expect(await names()).toEqual(['Umugozi', 'Urudodo rwa mbere']);
    });
  });
});

describe('a voice', () => {
  const length = /0:0[2-9]/;
  let code: string;

  /** Until the recorder's own clock shows so many seconds, or more. */
  const runTo = (recorder: Locator, seconds: number) =>
    recorder.locator('[data-clock]', { hasText: new RegExp(`0:0[${seconds}-9]`) }).waitFor();

  it('is asked for by the page of its stop alone', async () => {
    const policy = async (address: string) =>
      (await page.request.get(address)).headers()['permissions-policy'];
    expect(await policy(stopDesk)).toContain('microphone=(self)');
    for (const other of [tourDesk, desk(), `${site.url}/`, `${here()}/urugendo/1`])
      expect(await policy(other), other).toContain('microphone=()');
  });

  it('is recorded, heard, recorded again and kept', async () => {
    await page.goto(stopDesk);
    const recorder = voice(page).locator('[data-recorder]');
    const button = (name: string) => recorder.getByRole('button', { name });
    const record = async (seconds: number) => {
      await button(words.recordStop).waitFor();
      await runTo(recorder, seconds);
      await button(words.recordStop).click();
      await button(words.recordUse).waitFor();
    };
    await button(words.record).click();
    await record(1);
    await expectReadable(page);
    const first = await recorder.locator('audio').getAttribute('src');
    expect(first).toMatch(/^blob:/);
    await button(words.recordAgain).click();
    await record(3);
    expect(await recorder.locator('audio').getAttribute('src')).not.toBe(first);
    await Promise.all([page.waitForEvent('load'), button(words.recordUse).click()]);
    const player = voice(page).locator('.voice-player[src^="/audio/"]');
    code = (await player.getAttribute('src'))!;
    expect(await voice(page).textContent()).toMatch(length);
    await expectReadable(page);
  });

  it('has the length that was measured, which its file does not say', async () => {
    const answer = await page.request.get(site.url + code);
    expect(answer.headers()['content-type']).toBe('audio/webm');
    const bytes = new Uint8Array(await answer.body());
    const read = await readRecording(new File([bytes], 'voice'));
    if (!read.ok) throw new Error(read.failure.code);
    expect(read.value.milliseconds).toBeGreaterThan(1800);
    expect(read.value.milliseconds).toBeLessThan(9000);
    // EBML's name of a duration, with its eight bytes, is not among the facts of the file.
    expect(Buffer.from(bytes.subarray(0, 400)).includes(Buffer.from('448988', 'hex'))).toBe(false);
    const [row] = await stalls.sql`
      select a.milliseconds from audio a where '/audio/' || a.code = ${code}`;
    expect(row!['milliseconds']).toBe(read.value.milliseconds);
  });

  it('stays in the page when the line breaks, and goes when it is back', async () => {
    const recorder = voice(page).locator('[data-recorder]');
    await recorder.getByRole('button', { name: words.record }).click();
    await recorder.getByRole('button', { name: words.recordStop }).waitFor();
    await runTo(recorder, 1);
    await recorder.getByRole('button', { name: words.recordStop }).click();
    await page.route('**/_actions/tours.addVoice', (route) => route.abort());
    const keep = recorder.getByRole('button', { name: words.recordUse });
    await keep.click();
    await expect.poll(() => recorder.textContent()).toContain(words.recordUnsent);
    await page.unroute('**/_actions/tours.addVoice');
    await Promise.all([page.waitForEvent('load'), keep.click()]);
    const next = await voice(page).locator('.voice-player[src^="/audio/"]').getAttribute('src');
    expect(next).not.toBe(code);
    code = next!;
    window.problems.length = 0;
  });

  it('without a microphone: one sentence says so, and a file goes in its place', async () => {
    const storageState = await window.context.storageState();
    const silent = await visit(browser, { ...PHONE, storageState });
    await silent.context.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await silent.page.goto(stopDesk);
    const recorder = voice(silent.page).locator('[data-recorder]');
    await recorder.getByRole('button', { name: words.record }).click();
    await expect.poll(() => recorder.textContent()).toContain(words.recordDenied);
    expect(await recorder.getByRole('button', { name: words.record }).count()).toBe(1);
    await expectReadable(silent.page);
    await silent.close();
    await withoutScripts(async (bare) => {
      await bare.goto(stopDesk);
      expect(await bare.locator('[data-recorder]:visible').count()).toBe(0);
      const send = async (name: string, buffer: Buffer) => {
        const file = { name, mimeType: 'audio/mpeg', buffer };
        await voice(bare).locator('[name=recording]').setInputFiles(file);
        await go(bare, voice(bare).getByRole('button', { name: words.voiceSend }));
      };
      await send('voice.mp3', Buffer.from('not a voice at all'.repeat(20)));
      expect(await bare.textContent('.form-errors')).toContain(t.errors.audio_kind);
      const field = await bare.locator('.form-errors a').getAttribute('href');
      expect(await bare.locator(field!).getAttribute('type')).toBe('file');
      await send('voice.mp3', Buffer.from(mp3(120)));
      expect(bare.url()).toBe(stopDesk);
      expect(await voice(bare).textContent()).toContain('0:03');
      await bare.fill('#f-transcript_rw', 'Urushinge rwinjira rimwe gusa.');
      await go(bare, bare.getByRole('button', { name: words.save }));
      expect(bare.url()).toBe(stopDesk);
      expect(await voice(bare).textContent()).not.toContain(words.noTranscript);
      code = (await voice(bare).locator('.voice-player[src]').getAttribute('src'))!;
    });
  });

  it('of a preview is heard by its key, and kept by no cache', async () => {
    const { sql } = stalls;
    const hear = (cookie?: string) => fetch(site.url + code, { headers: cookie ? { cookie } : {} });
    expect((await hear()).headers.get('cache-control')).toContain('immutable');
    await sql`update exhibitions set published_at = null, preview_hash = sha256(convert_to('opensesame1', 'UTF8')) where id = ${fair.id}`;
    expect((await hear()).status).toBe(404);
    expect((await hear(`exhibition_${fair.slug}=opensesame2`)).status).toBe(404);
    const heard = await hear(`exhibition_${fair.slug}=opensesame1`);
    expect(heard.status).toBe(200);
    expect(heard.headers.get('cache-control')).toBe('private, no-store');
    await sql`update exhibitions set published_at = now(), preview_hash = null where id = ${fair.id}`;
  });
});

describe('a visitor', () => {
  const tour = () => `${here()}/urudodo-ku-rudodo`;
  const heading = (on: Page) => on.locator('h1').first().textContent();
  async function as(options: object, act: (on: Page) => Promise<void>): Promise<void> {
    const opened = await visit(browser, { ...PHONE, ...options });
    await act(opened.page);
    await opened.close();
  }

  it.each([
    ['on a phone', {}],
    ['without scripts', { javaScriptEnabled: false }],
  ])('goes from stop to stop and back %s', async (_how, options) => {
    await as(options, async (on) => {
      await on.goto(tour());
      await go(on, on.getByRole('link', { name: t.tours.start }));
      expect(on.url()).toBe(`${tour()}/1`);
      expect(await heading(on)).toBe('Umugozi');
      await go(on, on.locator('.walk [data-way=next]'));
      expect(on.url()).toBe(`${tour()}/2`);
      expect(await heading(on)).toBe('Urudodo rwa mbere');
      expect(await on.locator('.stop-numbers [aria-current]').getAttribute('href')).toContain('/2');
      await on.locator('.stop-said summary').click();
      expect(await on.locator('.stop-said').innerText()).toContain('Urushinge rwinjira');
      await go(on, on.locator('.walk [data-way=prev]'));
      expect(on.url()).toBe(`${tour()}/1`);
      await go(on, on.getByRole('link', { name: /2/ }).first());
      await go(on, on.locator('.walk [data-way=next]'));
      expect(new URL(on.url()).pathname).toBe(`/exhibitions/${fair.slug}`);
    });
  });

  it.each([
    ['on the narrowest phone', { viewport: { width: 320, height: 640 } }],
    ['in the dark', { colorScheme: 'dark' }],
    ['at a desk', DESKTOP],
  ])('reads every page %s', async (_how, options) => {
    await as(options, async (on) => {
      for (const address of [tour(), `${tour()}/1`, `${tour()}/2`]) {
        expect((await on.goto(address))?.status()).toBe(200);
        await expectReadable(on);
      }
    });
  });

  it('hears a part of the voice at a time, as players ask', async () => {
    await as({}, async (on) => {
      await on.goto(`${tour()}/2`);
      const player = on.locator('.stop-voice audio');
      expect(await player.getAttribute('preload')).toBe('none');
      const address = (await player.getAttribute('src'))!;
      const part = await fetch(site.url + address, { headers: { range: 'bytes=0-99' } });
      expect([part.status, part.headers.get('content-length')]).toEqual([206, '100']);
    });
  });

  it('lets it go on by itself, and pauses it by a button that is seen', async () => {
    await as({}, async (on) => {
      await on.goto(tour());
      await go(on, on.getByRole('link', { name: t.tours.auto }));
      const bar = on.locator('[data-auto]');
      const button = bar.getByRole('button');
      expect(await button.textContent()).toContain(t.tours.pause);
      await button.click();
      expect(await button.textContent()).toContain(t.tours.resume);
      await expectReadable(on);
      await go(on, on.locator('.walk [data-way=next]'));
      expect(on.url()).toBe(`${tour()}/2?auto=1`);
      await on.keyboard.press('ArrowLeft');
      await on.waitForURL(`${tour()}/1?auto=1`);
    });
  });

  it.each([
    ['who wants nothing to move', { reducedMotion: 'reduce' }],
    ['without scripts', { javaScriptEnabled: false }],
  ])('%s is not offered it', async (_who, options) => {
    await as(options, async (on) => {
      await on.goto(tour());
      expect(await on.locator('.tour-auto:visible').count()).toBe(0);
      await on.goto(`${tour()}/1?auto=1`);
      expect(await on.locator('[data-auto]:visible').count()).toBe(0);
    });
  });
});

describe('at the end', () => {
  it('a stop and a tour go when their curator says so', async () => {
    await page.goto(stopDesk);
    await page.locator('summary', { hasText: words.remove }).click();
    await page.locator('details[open]').getByRole('button', { name: t.common.confirm }).click();
    await page.waitForURL(tourDesk);
    expect(await page.locator('.arrange-name').count()).toBe(1);
    await page.locator('summary', { hasText: words.removeTour }).click();
    await page.locator('details[open]').getByRole('button', { name: t.common.confirm }).click();
    await page.waitForURL(desk());
    expect((await fetch(`${here()}/urudodo-ku-rudodo`)).status).toBe(404);
    await window.close();
  });
});
