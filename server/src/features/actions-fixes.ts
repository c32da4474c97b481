import { english, said } from '../syntax/said.ts';
import type { CodeAction } from 'vscode-languageserver-types';
import type { Finding } from '../rules/rule.ts';
import type { Snapshot } from '../service.ts';
import { changesOf, workspaceEdit } from './changes.ts';
import type { EditOptions } from './changes.ts';
import { diagnosticOf } from './diagnostics.ts';
import { fixAll, safeFixOf } from './fix-all.ts';
import type { Offer } from './offers.ts';
import { organized } from './organize.ts';

/** The fixes of findings, each linked to its diagnostic and by that to the page of its rule. The first safe one is preferred. */
export function quickFixes(
  snapshot: Snapshot,
  findings: readonly Finding[],
  options: EditOptions,
): readonly CodeAction[] {
  const { say = english } = options;
  return findings.flatMap((finding) =>
    finding.fixes.map((fix, index) => ({
      title: say(fix.title),
      kind: 'quickfix',
      diagnostics: [diagnosticOf(snapshot, finding, say)],
      isPreferred: fix.safe && index === 0,
      edit: workspaceEdit(snapshot, changesOf(snapshot, fix), options),
    })),
  );
}

/** For each rule that speaks at the cursor and has a safe fix there: all that it finds in the file, where that is more. */
export function fixesOfAKind(snapshot: Snapshot, uri: string, touching: readonly Finding[]): readonly Offer[] {
  const rules = new Map(touching.filter((finding) => safeFixOf(finding) !== null).map((each) => [each.code, each]));
  return [...rules.values()].flatMap(({ code, name }): readonly Offer[] => {
    const alike = snapshot.findings(uri).filter((each) => each.code === code && safeFixOf(each) !== null);
    if (alike.length < 2) return [];
    return [
      {
        title: said`Fix all ${alike.length} of ${code}/${name} in this file`,
        kind: 'quickfix',
        changes: () => fixAll(snapshot, uri, (finding) => finding.code === code),
      },
    ];
  });
}

/** What may be done to the whole file at once: all safe fixes, and the properties put in order. */
export function sourceActions(snapshot: Snapshot, uri: string): readonly Offer[] {
  const tree = snapshot.tree(uri);
  if (tree === null) return [];
  const offers: Offer[] = [];
  if (snapshot.findings(uri).some((finding) => safeFixOf(finding) !== null)) {
    offers.push({
      title: said`Apply all safe fixes in this file`,
      kind: 'source.fixAll.okr',
      changes: () => fixAll(snapshot, uri, () => true),
    });
  }
  const moves = organized(uri, tree);
  if (moves.length > 0) {
    offers.push({ title: said`Put the properties in order`, kind: 'source.organizeOkr', changes: () => moves });
  }
  return offers;
}
