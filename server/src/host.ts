import type { Said } from './syntax/said.ts';

/**
 * What a file's bytes gave. `notUtf8At` is the first place, in UTF-16 units, where they are no UTF-8; null where all are.
 * `problem` says in plain words why a file could not be read.
 */
export type FileContent =
  | { readonly kind: 'text'; readonly text: string; readonly notUtf8At: number | null }
  | { readonly kind: 'unreadable'; readonly problem: Said };

/** What a server asks of the world it runs in: of the disk under Node, of the editor in a browser. */
export interface Host {
  /** Today as an ISO day of the person's own calendar. */
  today(): string;
  /**
   * URIs of all `.okr` files of a folder, in a steady order, without those that `.gitignore` files or `ignore` (the same
   * patterns, relative to the folder) leave out. Never rejects.
   */
  list(folder: string, ignore: readonly string[]): Promise<readonly string[]>;
  /** Never rejects: what cannot be read is told. */
  read(uri: string): Promise<FileContent>;
  /** Whether there is a file of this URI, readable or not. Never rejects. */
  exists(uri: string): Promise<boolean>;
}
