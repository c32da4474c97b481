import { commands, l10n, Location, Position, Range, Selection, Uri, window, type Disposable } from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import {
  CHECK_IN,
  CHECK_IN_REQUEST,
  SHOW_REFERENCES,
  type CheckInParams,
  type CheckInPlace,
  type Position as PlainPosition,
  type SourceRange,
} from './protocol.ts';

function positionOf({ line, character }: PlainPosition): Position {
  return new Position(line, character);
}

/** Opens the peek with the places that a lens counted. */
async function showReferences(
  uri: string,
  position: PlainPosition,
  places: readonly { readonly uri: string; readonly range: SourceRange }[],
): Promise<void> {
  const locations = places.map(({ uri: where, range: { start, end } }) => {
    return new Location(Uri.parse(where, true), new Range(positionOf(start), positionOf(end)));
  });
  await commands.executeCommand('editor.action.showReferences', Uri.parse(uri, true), positionOf(position), locations);
}

/** Asks for the key result where there are several, and selects the level of today's check-in to type over it. */
async function checkIn(client: BaseLanguageClient, key: string): Promise<void> {
  if (client.state !== State.Running) return;
  const params: CheckInParams = { key };
  const places = (await client.sendRequest<CheckInPlace[] | null>(CHECK_IN_REQUEST, params)) ?? [];
  const picks = places.map((place) => ({ label: place.title, description: place.detail, place }));
  const [only] = picks;
  const chosen =
    picks.length === 1
      ? only
      : await window.showQuickPick(picks, {
          placeHolder: l10n.t('Check in on which key result?'),
          matchOnDescription: true,
        });
  if (chosen === undefined) return;
  const { uri, position, newText, back, selected } = chosen.place;
  const editor = await window.showTextDocument(Uri.parse(uri, true));
  const at = positionOf(position);
  if (newText !== '' && !(await editor.edit((edit) => edit.insert(at, newText)))) return;
  const line = newText === '' ? at.line : at.line + 1;
  const cursor = editor.document.lineAt(line).range.end.translate(0, -back);
  editor.selection = new Selection(cursor.translate(0, -selected), cursor);
  editor.revealRange(new Range(cursor, cursor));
}

/** The commands behind the code lenses; they take arguments that only a lens has. */
export function registerLensCommands(client: BaseLanguageClient): Disposable[] {
  return [
    commands.registerCommand(SHOW_REFERENCES, showReferences),
    commands.registerCommand(CHECK_IN, (key: string) => checkIn(client, key)),
  ];
}
