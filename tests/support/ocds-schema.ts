import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

/** The standard's schemas, where they lie beside the project. */
export const OCDS_FOLDER = fileURLToPath(new URL('../../../shared/ocds/', import.meta.url));
const BASE = 'https://standard.open-contracting.org/schema/1__1__5';
const NAMES = ['release', 'release-package', 'record-package'] as const;
type Name = (typeof NAMES)[number];

export const hasSchemas = existsSync(OCDS_FOLDER);

/** What we keep of the standard ourselves, so that a copy of the project alone is held to it as well. */
const text = { type: 'string', minLength: 1 };
const date = { type: 'string', format: 'date-time' };
const uri = { type: 'string', format: 'uri' };
const strict = (properties: object, required: string[]) => ({
  type: 'object',
  properties,
  required,
});
const value = strict({ amount: { type: 'number' }, currency: { pattern: '^[A-Z]{3}$' } }, [
  'amount',
  'currency',
]);
const listOf = (items: object) => ({ type: 'array', minItems: 1, uniqueItems: true, items });
const withId = (more: object = {}, required: string[] = []) =>
  strict({ id: text, ...more }, ['id', ...required]);
const items = listOf(
  withId({
    quantity: { type: 'number', minimum: 0 },
    unit: strict({ scheme: { const: 'UNCEFACT' }, id: text, value }, ['scheme', 'id']),
    classification: strict({ scheme: { const: 'HS' }, id: { pattern: '^[0-9]{6,10}$' } }, ['id']),
  }),
);
const period = { type: 'object', properties: { startDate: date, endDate: date } };
const release = {
  $id: `${BASE}/release-schema.json`,
  ...strict(
    {
      ocid: text,
      id: text,
      date,
      tag: listOf(text),
      initiationType: { const: 'tender' },
      language: { enum: ['en', 'fr', 'rw', 'sw'] },
      parties: listOf(withId({ name: text, roles: listOf(text) }, ['name', 'roles'])),
      tender: withId(
        {
          status: { enum: ['planned', 'active', 'cancelled', 'complete'] },
          items,
          tenderPeriod: period,
          enquiryPeriod: period,
          awardPeriod: period,
          numberOfTenderers: { type: 'integer', minimum: 0 },
        },
        ['title', 'status', 'items'],
      ),
      awards: listOf(withId({ value, items, date }, ['value', 'suppliers', 'status'])),
      contracts: listOf(withId({ value, items, awardID: text }, ['value', 'awardID', 'status'])),
    },
    ['ocid', 'id', 'date', 'tag', 'initiationType', 'parties', 'tender', 'language'],
  ),
};
const packaged = {
  uri,
  version: { const: '1.1' },
  publishedDate: date,
  publisher: strict({ name: text }, ['name']),
  license: uri,
  publicationPolicy: uri,
  extensions: listOf(uri),
};
const needed = ['uri', 'version', 'publishedDate', 'publisher', 'license', 'publicationPolicy'];
const linked = strict({ url: uri, date, tag: listOf(text) }, ['url', 'date']);
const OWN: Record<Name, object> = {
  release,
  'release-package': {
    $id: `${BASE}/release-package-schema.json`,
    ...strict({ ...packaged, releases: listOf({ $ref: release.$id }) }, [...needed, 'releases']),
  },
  'record-package': {
    $id: `${BASE}/record-package-schema.json`,
    ...strict(
      {
        ...packaged,
        packages: listOf(uri),
        records: listOf(
          strict({ ocid: text, releases: listOf(linked), compiledRelease: { $ref: release.$id } }, [
            'ocid',
            'releases',
            'compiledRelease',
          ]),
        ),
      },
      [...needed, 'records'],
    ),
  },
};

/** Draft 4 differs for these files in the name of their address only. */
function published(name: Name): object {
  const text = readFileSync(`${OCDS_FOLDER}${name}-schema-1.1.5.json`, 'utf8');
  const { id, $schema: _, ...schema } = JSON.parse(text) as { id: string; $schema: string };
  return { $id: id, ...schema };
}

function judge(schemas: Record<Name, object>) {
  const ajv = new Ajv({ strict: false, validateSchema: false, allErrors: true });
  formats.default(ajv);
  // Versioned releases have a schema of their own; we publish none.
  ajv.addSchema({ $id: `${BASE}/versioned-release-validation-schema.json`, not: {} });
  for (const name of NAMES) ajv.addSchema(schemas[name]);
  return (name: Name, data: unknown): string[] => {
    const check = ajv.getSchema(`${BASE}/${name}-schema.json`)!;
    if (check(data)) return [];
    return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

const own = judge(OWN);
const standard = hasSchemas
  ? judge(Object.fromEntries(NAMES.map((name) => [name, published(name)])) as typeof OWN)
  : null;

/** What is wrong with a document of OCDS by our rules and, where they are there, by the standard's schemas. */
export function ocdsProblems(name: Name, data: unknown): string[] {
  const plain: unknown = JSON.parse(JSON.stringify(data));
  return [...own(name, plain), ...(standard?.(name, plain) ?? [])];
}
