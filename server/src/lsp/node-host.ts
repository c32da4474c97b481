import { lstat } from 'node:fs/promises';
import type { FileContent, Host } from '../host.ts';
import { findOkrFiles, pathOf, readContent, uriOf } from '../node/files.ts';
import { said } from '../syntax/said.ts';
import { todayOf } from '../node/today.ts';

/** The disk and the clock of the machine. */
export const nodeHost: Host = {
  today: () => todayOf(new Date()),
  async list(folder, ignore) {
    const path = pathOf(folder);
    return path === null ? [] : (await findOkrFiles(path, ignore)).files.map(uriOf);
  },
  async read(uri): Promise<FileContent> {
    const path = pathOf(uri);
    return path === null ? { kind: 'unreadable', problem: said`It is not a file on this machine.` } : readContent(path);
  },
  async exists(uri) {
    const path = pathOf(uri);
    if (path === null) return false;
    try {
      await lstat(path);
      return true;
    } catch {
      return false;
    }
  },
};
