import type { Connection } from 'vscode-languageserver';
import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { HintChoice } from '../features/inlay-hints.ts';
import type { Abilities } from './capabilities.ts';

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
  readonly current: () => Preferences;
  /** Asks the editor, where it can be asked, and to be told of changes; to be called once it has said `initialized`. */
  readonly start: (abilities: Abilities) => Promise<void>;
}

/** Follows the editor's settings; `changed` is called when others hold. */
export function followPreferences(connection: Connection, changed: () => void): FollowedPreferences {
  let current = USUAL;
  let asks = false;
  const read = async (): Promise<void> => {
    if (!asks) return;
    try {
      current = readPreferences(await connection.workspace.getConfiguration('okr'));
      changed();
    } catch (error) {
      connection.console.warn(`The settings cannot be read: ${String(error)}`);
    }
  };
  connection.onDidChangeConfiguration(() => void read());
  return {
    current: () => current,
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
