import type { Host } from '../host.ts';
import { schemeOf } from './uris.ts';

/** A host that reads `file:` from the disk, and every other scheme through the editor. */
export function hostByScheme(disk: Host, editor: Host): Host {
  const of = (uri: string): Host => (schemeOf(uri) === 'file' ? disk : editor);
  return {
    today: () => disk.today(),
    list: (folder, ignore) => of(folder).list(folder, ignore),
    read: (uri) => of(uri).read(uri),
    exists: (uri) => of(uri).exists(uri),
  };
}
