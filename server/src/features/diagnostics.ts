import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver-types';
import type { Place } from '../model/plan.ts';
import { pageAddress } from '../rules/page-address.ts';
import type { Finding, Severity } from '../rules/rule.ts';
import type { Snapshot } from '../service.ts';
import { rangeOf } from './layout.ts';

const SEVERITIES = { error: 1, warning: 2, info: 3, hint: 4 } as const satisfies Record<Severity, number>;
const UNNECESSARY = 1;

/** What a diagnostic carries for its quick fixes: the item it is about, and the titles of its fixes. */
export interface DiagnosticData {
  readonly item: string | null;
  readonly fixes: readonly string[];
}

/** The findings of a file as an editor takes them, in the order of the text. Empty for a file that is not known. */
export function diagnostics(snapshot: Snapshot, uri: string): Diagnostic[] {
  return snapshot.findings(uri).map((finding) => diagnosticOf(snapshot, finding));
}

/** One finding as a diagnostic that links to its rule's page. */
export function diagnosticOf(snapshot: Snapshot, finding: Finding): Diagnostic {
  const data: DiagnosticData = { item: finding.item, fixes: finding.fixes.map(({ title }) => title) };
  return {
    range: rangeOfPlace(snapshot, finding.place),
    severity: SEVERITIES[finding.severity],
    code: finding.code,
    codeDescription: { href: pageAddress(finding.code) },
    source: 'okr',
    message: finding.message,
    ...(finding.tag === 'faded' ? { tags: [UNNECESSARY] } : {}),
    ...(finding.related.length > 0
      ? { relatedInformation: finding.related.map((each) => relatedOf(snapshot, each)) }
      : {}),
    data,
  };
}

function relatedOf(snapshot: Snapshot, related: Finding['related'][number]): DiagnosticRelatedInformation {
  const { place, message } = related;
  return { location: { uri: place.uri, range: rangeOfPlace(snapshot, place) }, message };
}

function rangeOfPlace(snapshot: Snapshot, place: Place): Diagnostic['range'] {
  const tree = snapshot.tree(place.uri);
  const start = { line: 0, character: 0 };
  return tree === null ? { start, end: start } : rangeOf(tree, place);
}
