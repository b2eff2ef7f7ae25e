import { pictureFile } from '#src/domain/exhibitions/archive-paths.ts';
import { paths } from '#src/paths.ts';
import type { ArchiveOrder } from './make-archive.ts';
import type { ZipFile } from './zip-file.ts';

type Document = { id?: string; type?: string; items?: Document[] };

/**
 * The IIIF documents of the exhibition, unchanged: an address in them is the name of a thing. Beside them a list says
 * under which file of the archive each document and each picture lies.
 */
export async function archiveDocuments(
  { slug, siteUrl, get, signal }: ArchiveOrder,
  zip: ZipFile,
): Promise<void> {
  const files: Record<string, string> = {};
  const queue = [paths.iiifCollection(slug)];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    signal?.throwIfAborted();
    const file = path.slice(1);
    const answer = zip.has(file) ? undefined : await get(path);
    if (answer?.status !== 200) continue;
    zip.add(file, answer.bytes);
    files[siteUrl + path] = file;
    const text = Buffer.from(answer.bytes).toString('utf8');
    for (const id of referred(JSON.parse(text) as Document))
      if (id.startsWith(`${siteUrl}/iiif/`)) queue.push(id.slice(siteUrl.length));
    for (const [address] of text.matchAll(/https?:\/\/[^"\s]+default\.jpg/g)) {
      const picture = address.startsWith(siteUrl) && pictureFile(address.slice(siteUrl.length));
      if (picture && zip.has(picture)) files[address] = picture;
    }
  }
  zip.add('iiif/addresses.json', `${JSON.stringify(files, null, 2)}\n`);
}

/** Collections and manifests that a collection names. */
function referred({ items = [] }: Document): string[] {
  return items.flatMap((one) =>
    one.type === 'Collection' || one.type === 'Manifest'
      ? [...(one.id ? [one.id] : []), ...referred(one)]
      : [],
  );
}
