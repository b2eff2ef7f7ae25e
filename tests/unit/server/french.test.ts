import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

// Read from the source and not from the messages: so every branch of a text that is a function is seen.

const folder = new URL('../../../src/i18n/fr/', import.meta.url);
const KINDS = new Set([
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TemplateHead,
  ts.SyntaxKind.TemplateMiddle,
  ts.SyntaxKind.TemplateTail,
]);

/** Every piece of text in a file; a piece after a `${…}` begins with the sign that stands for what was put in. */
function pieces(source: string): string[] {
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    const after =
      node.kind === ts.SyntaxKind.TemplateMiddle || node.kind === ts.SyntaxKind.TemplateTail;
    if (KINDS.has(node.kind)) found.push((after ? 'x' : '') + (node as ts.LiteralLikeNode).text);
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile('fr.ts', source, ts.ScriptTarget.Latest, true));
  return found;
}

const NOT_PROSE = /https?:\/\/\S+|\d:\d/g;
// A sign that opens the text, or follows another one, has its space already.
const SLIP = /[^\u00a0\u202f:;?!»][:;?!»]|«(?![\u00a0\u202f])/;
const slips = (source: string) =>
  pieces(source).filter((text) => SLIP.test(text.replace(NOT_PROSE, '')));

describe('French', () => {
  it.each(readdirSync(folder))('has a no-break space by its tall signs: %s', (name) => {
    expect(slips(readFileSync(new URL(name, folder), 'utf8'))).toEqual([]);
  });

  it('would be caught without', () => {
    expect(slips("export const a = ['Pourquoi ?', 'Bon\u00a0?', `${b}: ${c}`];")).toEqual([
      'Pourquoi ?',
      'x: ',
    ]);
    expect(
      slips("export const a = ['«Ici»', '«\u00a0Là\u00a0»', 'à 10:30', 'https://a.b/?c'];"),
    ).toEqual(['«Ici»']);
  });
});
