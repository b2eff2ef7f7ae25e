import { createECDH, createHash, randomBytes } from 'node:crypto';

/** Everything secret of one data folder, made once. */
export type Keys = {
  jwtSecret: string;
  publishableKey: string;
  secretKey: string;
  /** Password of the logins `postgres` (site, worker) and `authenticator` (API). */
  databasePassword: string;
  /** Password of the superuser, which only the supervisor uses. */
  adminPassword: string;
  /** Signs the auth mails the API hands to the site, `v1,whsec_<base64>`. */
  hookSecret: string;
  /** VAPID: by these push services know that a message for a browser comes from this site. */
  pushPublicKey: string;
  pushPrivateKey: string;
};

/** Supabase's form: 22 random characters and 8 of a check sum, so that a typo is seen without a request. */
function opaqueKey(kind: 'publishable' | 'secret'): string {
  const random = randomBytes(24).toString('base64url').replace(/[-_]/g, 'x').slice(0, 22);
  const check = createHash('sha256').update(`isoko|${random}`).digest('base64url').slice(0, 8);
  return `sb_${kind}_${random}_${check}`;
}

export function makeKeys(): Keys {
  const push = createECDH('prime256v1');
  push.generateKeys();
  return {
    jwtSecret: randomBytes(48).toString('base64url'),
    publishableKey: opaqueKey('publishable'),
    secretKey: opaqueKey('secret'),
    databasePassword: randomBytes(24).toString('base64url'),
    adminPassword: randomBytes(24).toString('base64url'),
    hookSecret: `v1,whsec_${randomBytes(32).toString('base64')}`,
    pushPublicKey: push.getPublicKey('base64url'),
    // A number with leading zeros comes out shorter.
    pushPrivateKey: Buffer.from(push.getPrivateKey('hex').padStart(64, '0'), 'hex').toString(
      'base64url',
    ),
  };
}
