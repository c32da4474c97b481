/** What a file's bytes gave. `problem` is set where it could not be read as text: the reason, in plain words. */
export type FileContent =
  | { readonly kind: 'text'; readonly text: string; readonly notUtf8At: number | null }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** What the core may ask of the world. Everything else it is given. */
export interface Host {
  /** Today as an ISO day: the person's own calendar, or the day that was asked for. */
  today(): string;
  /** URIs of all `.okr` files of the workspace, ignored ones left out, in a steady order. */
  list(): Promise<readonly string[]>;
  /** Never rejects: what cannot be read is told. */
  read(uri: string): Promise<FileContent>;
}
