import astro from 'eslint-plugin-astro';
import a11y from 'eslint-plugin-jsx-a11y-x';
import { defineConfig, globalIgnores } from 'eslint/config';
import path from 'node:path';
import tseslint from 'typescript-eslint';

/** Who may import whom inside src (docs/ARCHITECTURE.md). A room that is not named may be imported by everyone. */
const ROOMS = {
  domain: ['domain'],
  i18n: ['i18n', 'domain'],
  server: ['server', 'domain', 'i18n'],
  features: ['features', 'server', 'ui', 'layouts', 'domain', 'i18n', 'actions'],
  ui: ['ui', 'domain', 'i18n', 'actions'],
  layouts: ['layouts', 'ui', 'domain', 'i18n', 'server', 'actions'],
  actions: ['actions', 'features', 'server', 'domain', 'i18n'],
  pages: ['pages', 'features', 'server', 'ui', 'layouts', 'domain', 'i18n', 'actions'],
  worker: ['worker', 'server', 'features', 'domain', 'i18n'],
  cli: ['cli', 'server', 'features', 'worker', 'domain', 'i18n'],
};

/** The files of src that may import each SDK: one each, but for sharp, which reads photos apart and draws cards. */
const DOORS = {
  '@supabase/ssr': 'src/server/db/client.ts',
  '@supabase/supabase-js': 'src/server/db/client.ts',
  stripe: 'src/server/payments/stripe.ts',
  sharp: ['src/server/media/codec.ts', 'src/server/media/og-image.ts'],
  nodemailer: 'src/server/mail/transport.ts',
  'web-push': 'src/server/push/push.ts',
  '@myriaddreamin/typst-ts-node-compiler': 'src/server/pdf/typesetter.ts',
  highs: 'src/server/solver/highs.ts',
};

const root = import.meta.dirname;
const inRepo = (file) => path.relative(root, file).split(path.sep).join('/');

/** `src/features/catalogue/x.ts` → { room: 'features', noun: 'catalogue' }; undefined outside src's rooms. */
function roomOf(file) {
  const [top, room, noun] = file.split('/');
  return top === 'src' && room in ROOMS ? { room, noun } : undefined;
}

function targetOf(source, file) {
  if (source.startsWith('#')) return source.slice(1);
  if (source.startsWith('.')) return path.posix.join(path.posix.dirname(file), source);
  return undefined;
}

/** Says what is wrong with an import, or nothing. */
function complaint(source, file) {
  const from = roomOf(file);
  const target = targetOf(source, file);
  if (target === undefined) return outsideComplaint(source, file, from);
  const to = roomOf(target);
  if (!from || !to) return undefined;
  if (!ROOMS[from.room].includes(to.room)) return `${from.room} may not import ${to.room}.`;
  if (from.room === 'features' && to.room === 'features' && from.noun !== to.noun)
    return 'A feature may not import another feature; a page or an action composes them.';
  if (from.room === 'pages' && target.startsWith('src/server/db/'))
    return 'A page asks a query of its feature, never the database.';
  return undefined;
}

function outsideComplaint(source, file, from) {
  if (from?.room === 'domain') return 'domain is pure: it imports only domain.';
  const door = Object.entries(DOORS).find(
    ([sdk]) => source === sdk || source.startsWith(`${sdk}/`),
  );
  if (door && file.startsWith('src/') && ![door[1]].flat().includes(file))
    return `Only ${[door[1]].flat().join(' and ')} may import ${door[0]}.`;
  return undefined;
}

const walls = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = inRepo(context.physicalFilename ?? context.filename);
    const check = (node) => {
      const source = node.source?.value;
      const message = typeof source === 'string' ? complaint(source, file) : undefined;
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};

const size = (lines, perFunction) => ({
  'max-lines': ['error', { max: lines, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': perFunction
    ? ['error', { max: perFunction, skipBlankLines: true, skipComments: true, IIFEs: true }]
    : 'off',
});

export default defineConfig(
  globalIgnores([
    'dist/',
    '.astro/',
    '.data*/',
    '.vitest/',
    'coverage/',
    'src/server/db/types.gen.ts',
  ]),
  tseslint.configs.recommended,
  astro.configs['flat/recommended'],
  astro.configs['flat/jsx-a11y-recommended'],
  {
    plugins: { isoko: { rules: { walls } } },
    rules: {
      'isoko/walls': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-restricted-exports': ['error', { restrictedNamedExports: ['then'] }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^(_|Props$)',
          caughtErrors: 'none',
          ignoreRestSiblings: true,
        },
      ],
      ...size(250, 40),
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    // The scripts inside .astro files are linted without types: the project service does not know them.
    ignores: ['**/*.astro/**'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  { files: ['**/*.tsx'], extends: [a11y.configs.recommended] },
  {
    files: ['**/*.astro'],
    // A template is one long function to the parser; its length is what max-lines counts.
    rules: {
      ...size(250, 0),
      'astro/no-set-html-directive': 'error',
      // Its own advice would also forbid the processed scripts, which the policy's hashes cover; see below.
      'astro/no-unsafe-inline-scripts': 'off',
      // Some browsers stop announcing a list without bullets; a named scrolling region must take the keyboard.
      'astro/jsx-a11y/no-redundant-roles': ['error', { ul: ['list'], ol: ['list'] }],
      'astro/jsx-a11y/no-noninteractive-tabindex': [
        'error',
        { tags: [], roles: ['region', 'group'] },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXAttribute[name.name="style"]',
          message:
            'The Content-Security-Policy forbids style attributes; use a class or an SVG attribute.',
        },
      ],
    },
  },
  { files: ['src/i18n/*/*.ts', 'supabase/demo/**'], rules: size(900, 60) },
  { files: ['tests/**'], rules: size(500, 0) },
  {
    files: ['src/cli/**', 'src/worker/**', 'supabase/**', 'tests/**', '*.config.js'],
    rules: { 'no-console': 'off' },
  },
  {
    // Models are lists of measures: long once formatted, and still plain to read.
    files: ['supabase/demo/pictures/**/*.ts'],
    rules: size(560, 130),
  },
);
