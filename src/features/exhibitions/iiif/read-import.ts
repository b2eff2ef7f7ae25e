import { upgrade } from '@iiif/parser/upgrader';
import {
  importCard,
  isPresentation2,
  type ImportCard,
} from '#src/domain/exhibitions/iiif-import.ts';
import { fail, ok, type Result } from '#src/domain/result.ts';
import { readJson, type ReadOptions } from '#src/server/outgoing/read-json.ts';

export type ReadImport = ImportCard & { url: string; sha256: string };

/** Reads another site's manifest or collection, of Presentation 2 or 3, and keeps what a card needs. */
export async function readImport(
  address: string,
  options: ReadOptions = {},
): Promise<Result<ReadImport>> {
  const read = await readJson(address, options);
  if (!read.ok) return read;
  const card = importCard(upgraded(read.value.value));
  if (!card) return fail('import_not_iiif');
  const url = new URL(address);
  url.hash = '';
  return ok({ ...card, url: url.href, sha256: read.value.sha256 });
}

/** The upgrader trusts what it is given: whatever it stumbles over is no document for us. */
function upgraded(document: unknown): unknown {
  if (!isPresentation2(document)) return document;
  try {
    return upgrade(document as Parameters<typeof upgrade>[0]);
  } catch {
    return null;
  }
}
