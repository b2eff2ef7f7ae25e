import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '#src/i18n/messages.ts';
import { httpPerson, wordsOf, type HttpPerson } from '#tests/support/http-person.ts';
import { freshAddress, linkIn, PASSWORD } from '#tests/support/people.ts';
import { startSite, type Site } from '#tests/support/site.ts';

/** Accounts as a person without JavaScript meets them, and as somebody tries who is not that person. */
let site: Site;
const t = messages('en');

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.stop());

const someone = () => httpPerson(site.url);
const isSignedIn = async (person: HttpPerson) => (await person.get('/account')).status === 200;

async function askForAccount(email: string, person = someone(), next = '') {
  const path = `/sign-up${next && `?next=${encodeURIComponent(next)}`}`;
  return person.submit(path, 'accounts.signUp', {
    intent: 'sell',
    displayName: 'A tester',
    email,
    password: PASSWORD,
  });
}
/** The link's path and query as the mail has it. */
async function linkFor(email: string, after?: Date) {
  const mail = await site.mailTo(email, after);
  const { pathname, search } = new URL(linkIn(mail.text, '/auth/confirm'));
  return pathname + search;
}
const press = (person: HttpPerson, link: string) => person.submit(link, 'accounts.confirm');

async function member(name = 'person') {
  const email = freshAddress(name);
  const person = someone();
  await askForAccount(email, person);
  await press(person, await linkFor(email));
  return { email, person };
}
const signIn = (email: string, password = PASSWORD, person = someone()) =>
  person.submit('/sign-in', 'accounts.signIn', { email, password });
const mailsTo = async (email: string) => {
  const list = await fetch(
    `${site.runtime.mailboxUrl}/api/messages?to=${encodeURIComponent(email)}`,
  );
  return (await list.json()) as { id: string; subject: string }[];
};

describe('whether an address has an account', () => {
  it('is not told by signing up: the same page, another mail', async () => {
    const { email: taken } = await member('taken');
    const fresh = freshAddress('fresh');
    const after = new Date();
    const [first, second] = [await askForAccount(fresh), await askForAccount(taken)];
    expect(second.status).toBe(first.status);
    expect(wordsOf(second).replaceAll(taken, '…')).toBe(wordsOf(first).replaceAll(fresh, '…'));
    expect([...second.headers.keys()].toSorted()).toEqual([...first.headers.keys()].toSorted());
    expect((await site.mailTo(fresh)).subject).toContain(t.mail.signup.subject('Isoko'));
    const told = await site.mailTo(taken, after);
    expect(told.subject).toBe(t.mail.account_exists.subject('Isoko'));
    expect(told.text).not.toContain('/auth/confirm');
    // The password that was typed with it opens nothing.
    expect((await signIn(taken)).status).toBe(303);
  });

  it('is not told by asking for a link or a new password, nor by a wrong password', async () => {
    const { email: known } = await member('known');
    const unknown = freshAddress('unknown');
    const same = async (ask: (email: string) => Promise<{ status: number; html: string }>) => {
      const [one, two] = [await ask(known), await ask(unknown)];
      expect(two.status).toBe(one.status);
      expect(wordsOf(two as never).replaceAll(unknown, '…')).toBe(
        wordsOf(one as never).replaceAll(known, '…'),
      );
    };
    await same((email) => someone().submit('/sign-in', 'accounts.magicLink', { email }));
    await same((email) =>
      someone().submit('/forgot-password', 'accounts.forgotPassword', { email }),
    );
    await same((email) => signIn(email, 'not the password'));
    await expect.poll(async () => (await mailsTo(known)).length, { timeout: 20_000 }).toBe(3);
    expect(await mailsTo(unknown)).toEqual([]);
    // Nor did asking make an account.
    expect((await signIn(unknown)).status).toBe(401);
  });
});

describe('a mailed link', () => {
  it('is not spent by opening it, as mail scanners do, but by the button, once', async () => {
    const email = freshAddress('scanned');
    await askForAccount(email);
    const link = await linkFor(email);
    for (let n = 0; n < 3; n += 1) expect((await someone().get(link)).status).toBe(200);
    const person = someone();
    expect(await press(person, link)).toMatchObject({ status: 303, location: '/welcome' });
    expect(await isSignedIn(person)).toBe(true);
    const late = someone();
    expect(wordsOf(await press(late, link))).toContain(t.errors.link_gone);
    expect(await isSignedIn(late)).toBe(false);
  });

  it('of a magic link or a reset works once, and a guessed one never', async () => {
    const { email } = await member('magic');
    const doors = [
      ['/sign-in', 'accounts.magicLink', '/welcome'],
      ['/forgot-password', 'accounts.forgotPassword', '/new-password'],
    ] as const;
    for (const [path, action, there] of doors) {
      const after = new Date();
      await someone().submit(path, action, { email });
      const link = await linkFor(email, after);
      const person = someone();
      expect(await press(person, link)).toMatchObject({ status: 303, location: there });
      expect(await isSignedIn(person)).toBe(true);
      expect(wordsOf(await press(someone(), link))).toContain(t.errors.link_gone);
    }
    for (const type of ['magiclink', 'recovery', 'signup', 'email_change']) {
      const guess = someone();
      const answer = await press(guess, `/auth/confirm?token_hash=${'0'.repeat(64)}&type=${type}`);
      expect(wordsOf(answer)).toContain(t.errors.link_gone);
      expect(await isSignedIn(guess)).toBe(false);
    }
  });

  it('to a new password ends with the old one gone', async () => {
    const { email } = await member('reset');
    const after = new Date();
    await someone().submit('/forgot-password', 'accounts.forgotPassword', { email });
    const person = someone();
    await press(person, await linkFor(email, after));
    const short = await person.submit('/new-password', 'accounts.newPassword', {
      password: 'short',
    });
    expect(wordsOf(short)).toContain(t.errors.too_short);
    const password = 'another horse battery';
    expect(
      await person.submit('/new-password', 'accounts.newPassword', { password }),
    ).toMatchObject({ status: 303 });
    expect((await signIn(email)).status).toBe(401);
    expect((await signIn(email, password)).status).toBe(303);
  });
});

describe('a password', () => {
  it('has ten characters at least and as many bytes as are read', async () => {
    for (const [password, code] of [
      ['ninechars', 'too_short'],
      ['é'.repeat(40), 'too_long'],
      ['', 'required'],
    ] as const) {
      const answer = await someone().submit('/sign-up', 'accounts.signUp', {
        intent: 'sell',
        displayName: 'A tester',
        email: freshAddress('weak'),
        password,
      });
      expect(answer.status).toBe(400);
      expect(wordsOf(answer)).toContain(t.errors[code]);
      // What was typed is kept, the password is not given back.
      expect(answer.html).toContain('value="A tester"');
      if (password) expect(answer.html).not.toContain(password);
    }
  });
});

describe('a session', () => {
  it('is a cookie that scripts and other sites do not get, and no cache keeps its pages', async () => {
    const email = freshAddress('cookie');
    const person = someone();
    await askForAccount(email, person);
    const { headers } = await press(person, await linkFor(email));
    const set = headers.getSetCookie().filter((line) => line.startsWith('sb-'));
    expect(set.length).toBeGreaterThan(0);
    for (const line of set) {
      expect(line).toMatch(/HttpOnly/i);
      expect(line).toMatch(/SameSite=Lax/i);
      expect(line).toMatch(/Path=\//i);
    }
    expect((await person.get('/account')).headers.get('cache-control')).toMatch(/no-store/);
  });

  it('ends here with "sign out", and on every device with "sign out everywhere"', async () => {
    const { email, person } = await member('devices');
    const [phone, laptop] = [someone(), someone()];
    await signIn(email, PASSWORD, phone);
    await signIn(email, PASSWORD, laptop);
    const stolen = new Map(phone.cookies);
    await phone.submit('/sign-out', 'accounts.signOut');
    expect(await isSignedIn(phone)).toBe(false);
    expect(await isSignedIn(laptop)).toBe(true);
    // The cookie that somebody copied before signing out is as dead as the one in the browser.
    const thief = someone();
    for (const [name, value] of stolen) thief.cookies.set(name, value);
    expect(await isSignedIn(thief)).toBe(false);
    expect(await laptop.submit('/account', 'accounts.signOutEverywhere')).toMatchObject({
      status: 303,
      location: '/sign-in',
    });
    expect(await isSignedIn(laptop)).toBe(false);
    expect(await isSignedIn(person)).toBe(false);
    expect(await isSignedIn(phone)).toBe(false);
  });

  it('made up by somebody opens nothing', async () => {
    const { person } = await member('forged');
    const [name] = [...person.cookies.keys()].filter((key) => key.startsWith('sb-'));
    const forged = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    for (const value of ['x', 'base64-e30', `base64-${forged}`]) {
      const liar = someone();
      liar.cookies.set(name!, value);
      expect(await isSignedIn(liar)).toBe(false);
    }
  });
});

describe('another e-mail address', () => {
  const change = (person: HttpPerson, email: string, password = PASSWORD) =>
    person.submit('/account', 'accounts.changeEmail', { email, password });

  it('needs the password, and holds once the new mailbox confirms it; the old one is told', async () => {
    const { email: old, person } = await member('old');
    const fresh = freshAddress('new');
    const wrong = await change(person, fresh, 'not the password');
    expect(wordsOf(wrong)).toContain(t.errors.password_wrong);
    expect(await mailsTo(fresh)).toEqual([]);
    const after = new Date();
    expect(await change(person, fresh)).toMatchObject({ status: 303 });
    expect((await site.mailTo(old, after)).subject).toBe(t.mail.email_asked.subject('Isoko'));
    expect((await site.mailTo(old, after)).text).not.toContain(fresh);
    const link = await linkFor(fresh);
    expect((await signIn(fresh)).status).toBe(401);
    expect((await signIn(old)).status).toBe(303);
    expect((await press(someone(), link)).status).toBe(303);
    expect((await signIn(fresh)).status).toBe(303);
    expect((await signIn(old)).status).toBe(401);
  });

  it('that has an account gets the same answer and stays whose it is', async () => {
    const { email: taken } = await member('owner');
    const { email, person } = await member('mover');
    const [one, two] = [await change(person, freshAddress('free')), await change(person, taken)];
    expect(two).toMatchObject({ status: one.status, location: one.location });
    expect((await signIn(taken)).status).toBe(303);
    expect((await signIn(email)).status).toBe(303);
  });
});

describe('where a person is led', () => {
  const EVIL = [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/.//evil.example',
    ' https://evil.example',
    'http:evil.example',
    '/%09/evil.example',
  ];
  const staysHere = (location: string | null) => {
    if (location === null) throw new Error('led nowhere');
    const url = new URL(location, site.url);
    expect(url.origin, String(location)).toBe(site.url);
    expect(location).not.toMatch(/^\/\/|^\/\\/);
  };

  it('is never another site, whatever the address or the form says', async () => {
    const { email, person } = await member('led');
    for (const evil of EVIL) {
      const next = `?next=${encodeURIComponent(evil)}`;
      staysHere((await person.get(`/sign-in${next}`)).location);
      staysHere((await person.get(`/sign-up${next}`)).location);
    }
    for (const evil of EVIL.slice(0, 5)) {
      const next = `?next=${encodeURIComponent(evil)}`;
      const visitor = someone();
      staysHere(
        (
          await visitor.submit(`/sign-in${next}`, 'accounts.signIn', {
            email,
            password: PASSWORD,
            next: evil,
          })
        ).location,
      );
    }
    const after = new Date();
    await someone().submit(`/sign-in?next=${encodeURIComponent(EVIL[0]!)}`, 'accounts.magicLink', {
      email,
      next: EVIL[0]!,
    });
    const link = await linkFor(email, after);
    expect(link).not.toContain('evil');
    const led = await someone().submit(
      `${link}&next=${encodeURIComponent(EVIL[1]!)}`,
      'accounts.confirm',
      { next: EVIL[1]! },
    );
    expect(led.status).toBe(303);
    staysHere(led.location);
  });

  it('is back to where they came from, in their language', async () => {
    const { email } = await member('back');
    const person = someone();
    const asked = await person.get('/fr/account?saved=profile');
    expect(asked).toMatchObject({
      status: 303,
      location: '/fr/sign-in?next=%2Ffr%2Faccount%3Fsaved%3Dprofile',
    });
    const answer = await person.submit(asked.location!, 'accounts.signIn', {
      email,
      password: PASSWORD,
    });
    expect(answer.location).toBe('/fr/account?saved=profile');
  });
});

describe('a form of another site', () => {
  it('does nothing in the name of somebody who is signed in', async () => {
    const { person } = await member('csrf');
    const fields = { displayName: 'Changed by another site', locale: 'en' };
    for (const path of [
      '/account?_action=accounts.saveProfile',
      '/_actions/accounts.saveProfile',
    ]) {
      const answer = await person.post(path, fields, 'https://evil.example');
      expect(answer.status).toBe(403);
    }
    expect((await person.get('/account')).html).not.toContain('Changed by another site');
  });
});

describe('somebody else’s workshop', () => {
  it('is not there: neither its studio nor its actions nor its uploads', async () => {
    const { person: owner } = await member('maker');
    const made = await owner.submit('/welcome', 'organisations.createProducer', {
      name: 'Akagera Boots',
      kind: 'workshop',
      country: 'RW',
      place: 'Masoro',
    });
    const slug = /\/studio\/([^/]+)/.exec(made.location ?? '')![1]!;
    const page = await owner.get(`/studio/${slug}/profile`);
    const producer = /name="producer" value="([^"]+)"/.exec(page.html)![1]!;
    const { person: rival } = await member('rival');
    for (const room of [
      '',
      '/products',
      '/inquiries',
      '/profile',
      '/members',
      `/products/${crypto.randomUUID()}`,
    ]) {
      const answer = await rival.get(`/studio/${slug}${room}`);
      const end = answer.status === 303 ? await rival.get(answer.location!) : answer;
      expect(end.status, room).toBe(404);
      expect((await someone().get(`/studio/${slug}${room}`)).location).toContain('/sign-in');
    }
    const acts: [string, Record<string, string>][] = [
      ['producers.save', { producer, name: 'Stolen', country: 'RW' }],
      ['producers.saveContact', { producer, email: 'rival@example.test' }],
      ['organisations.invite', { kind: 'producer_member', target: producer, role: 'owner' }],
      [
        'listings.save',
        { id: crypto.randomUUID(), producer, sourceLocale: 'en', currency: 'RWF', title: 'Stolen' },
      ],
    ];
    for (const [name, fields] of acts) {
      expect([403, 404], name).toContain((await rival.post(`/_actions/${name}`, fields)).status);
      expect((await someone().post(`/_actions/${name}`, fields)).status, name).toBe(401);
    }
    expect((await owner.get(`/studio/${slug}/profile`)).html).not.toContain('Stolen');
  });
});

describe('going', () => {
  it('takes one’s data along as a file, and needs the password', async () => {
    const { email, person } = await member('leaver');
    const file = await person.get('/account/export');
    expect(file.headers.get('content-disposition')).toMatch(/attachment/);
    expect(JSON.parse(file.html)).toMatchObject({ account: { email } });
    expect((await someone().get('/account/export')).location).toContain('/sign-in');
    const wrong = await person.submit('/account/delete', 'accounts.remove', {
      password: 'not the password',
      sure: 'on',
    });
    expect(wordsOf(wrong)).toContain(t.errors.password_wrong);
    const gone = await person.submit('/account/delete', 'accounts.remove', {
      password: PASSWORD,
      sure: 'on',
    });
    expect(gone).toMatchObject({ status: 303, location: '/sign-in?deleted' });
    expect(await isSignedIn(person)).toBe(false);
    expect((await signIn(email)).status).toBe(401);
  });
});

describe('knocking too often', () => {
  it('is answered with a sentence, for that account alone', async () => {
    const { email } = await member('hammered');
    const { email: other } = await member('quiet');
    const answers = [];
    for (let n = 0; n < 11; n += 1) answers.push(await signIn(email, `guess number ${n}`));
    expect(answers.map((answer) => answer.status)).toEqual([...Array<number>(10).fill(401), 429]);
    expect(wordsOf(answers.at(-1)!)).toContain(t.errors.rate_limited);
    expect((await signIn(email)).status).toBe(429);
    expect((await signIn(other)).status).toBe(303);
  });
});
