import type { Connection } from 'vscode-languageserver';
import { DidChangeConfigurationNotification } from './protocol-parts.ts';
import type { HintChoice } from '../features/inlay-hints.ts';
import type { Abilities } from './capabilities.ts';
import { isIn } from './uris.ts';

/** What a person has set in the editor about what is shown. */
export interface Preferences {
  readonly inlayHints: HintChoice;
  readonly codeLens: boolean;
  /** Whether files that are not open are told of. */
  readonly wholeWorkspace: boolean;
}

const USUAL: Preferences = {
  inlayHints: { progress: true, owner: false, cycle: false, deadline: false },
  codeLens: true,
  wholeWorkspace: true,
};

/** The settings below `okr` as an editor gives them; what is missing or of another kind is as usual. */
export function readPreferences(given: unknown): Preferences {
  const { inlayHints } = USUAL;
  return {
    inlayHints: {
      progress: flagIn(given, ['inlayHints', 'progress'], inlayHints.progress),
      owner: flagIn(given, ['inlayHints', 'owner'], inlayHints.owner),
      cycle: flagIn(given, ['inlayHints', 'cycle'], inlayHints.cycle),
      deadline: flagIn(given, ['inlayHints', 'deadline'], inlayHints.deadline),
    },
    codeLens: flagIn(given, ['codeLens', 'enabled'], USUAL.codeLens),
    wholeWorkspace: valueIn(given, ['diagnostics', 'scope']) !== 'openFiles',
  };
}

function flagIn(given: unknown, path: readonly string[], usual: boolean): boolean {
  const value = valueIn(given, path);
  return typeof value === 'boolean' ? value : usual;
}

function valueIn(given: unknown, path: readonly string[]): unknown {
  let value = given;
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === name)?.[1];
  }
  return value;
}

export interface FollowedPreferences {
  /** What holds for a file: what is set for its folder, else what is set for all. */
  readonly of: (uri: string) => Preferences;
  /** Asks the editor, where it can be asked, and to be told of changes; to be called once it has said `initialized`. */
  readonly start: (abilities: Abilities) => Promise<void>;
  /** Other folders are open. */
  readonly foldersChanged: () => Promise<void>;
}

/**
 * Follows the editor's settings, of each folder (by URI) and of what is in none; `changed` is called when others hold.
 */
export function followPreferences(
  connection: Connection,
  folders: () => readonly string[],
  changed: () => void,
): FollowedPreferences {
  let usual = USUAL;
  let byFolder: readonly { readonly folder: string; readonly preferences: Preferences }[] = [];
  let asks = false;
  const read = async (): Promise<void> => {
    if (!asks) return;
    try {
      const asked = folders();
      const answered: readonly unknown[] = await connection.workspace.getConfiguration([
        { section: 'okr' },
        ...asked.map((folder) => ({ scopeUri: folder, section: 'okr' })),
      ]);
      const [all, ...others] = answered;
      usual = readPreferences(all);
      // The innermost first, for folders may lie in each other.
      byFolder = asked
        .map((folder, index) => ({ folder, preferences: readPreferences(others[index] ?? all) }))
        .sort((a, b) => b.folder.length - a.folder.length);
      changed();
    } catch (error) {
      connection.console.warn(`The settings cannot be read: ${String(error)}`);
    }
  };
  connection.onDidChangeConfiguration(() => void read());
  return {
    of: (uri) => byFolder.find(({ folder }) => isIn(uri, folder))?.preferences ?? usual,
    foldersChanged: read,
    async start(abilities) {
      asks = abilities.settings;
      const first = read();
      if (abilities.toldOfSettings) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: 'okr' });
      }
      await first;
    },
  };
}
