import type { Location, LocationLink } from 'vscode-languageserver';

/** Links for clients that know only places. */
export function asLocations(links: readonly LocationLink[] | null): Location[] | null {
  return links?.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange })) ?? null;
}
