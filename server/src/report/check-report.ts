import { english } from '../syntax/said.ts';
import type { Finding, Severity } from '../rules/rule.ts';
import type { Tree } from '../syntax/tree.ts';
import { locatorOver } from './positions.ts';
import type { Position } from './positions.ts';

/** A change of text that would mend a finding, at positions of the files as they are. */
export interface FixReport {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly {
    readonly path: string;
    readonly start: Position;
    readonly end: Position;
    readonly newText: string;
  }[];
}

/** A finding with positions that people and other tools can use. `code` is null for what is wrong with the configuration. */
export interface FindingReport {
  readonly code: string | null;
  readonly name: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: Position;
  readonly end: Position;
  readonly item: string | null;
  readonly because: readonly { readonly text: string; readonly says: string }[];
  readonly related: readonly { readonly path: string; readonly start: Position; readonly message: string }[];
  readonly fixes: readonly FixReport[];
}

/** A file and what was found in it, in the order of the text. */
export interface FileReport {
  readonly path: string;
  readonly findings: readonly FindingReport[];
}

/** What a check gives: all the writers need, and nothing that depends on the machine. */
export interface CheckReport {
  /** ISO day the files were judged on, and whether it was asked for. */
  readonly today: string;
  readonly asOf: boolean;
  /** The configuration file that applied and what is wrong with it; null where the defaults did. */
  readonly config: FileReport | null;
  readonly files: readonly FileReport[];
  /** What was named and could not be checked. */
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

export type Counts = Readonly<Record<Severity, number>>;

/** Trees and findings by URI, as a snapshot has them. */
export interface Checked {
  tree(uri: string): Tree | null;
  findings(uri: string): readonly Finding[];
}

/** The findings of some files. `show` turns a URI into the path that people see. */
export function fileReports(
  checked: Checked,
  uris: readonly string[],
  show: (uri: string) => string,
): readonly FileReport[] {
  const locate = locatorOver((uri) => checked.tree(uri));
  const report = (finding: Finding): FindingReport => ({
    code: finding.code,
    name: finding.name,
    severity: finding.severity,
    message: finding.message,
    ...locate(finding.place),
    item: finding.item,
    because: finding.because,
    related: finding.related.map(({ place, message }) => ({
      path: show(place.uri),
      start: locate(place).start,
      message: english(message),
    })),
    fixes: finding.fixes.map(({ title, safe, edits }) => ({
      title: english(title),
      safe,
      edits: edits.map(({ place, newText }) => ({ path: show(place.uri), ...locate(place), newText })),
    })),
  });
  return uris.map((uri) => ({ path: show(uri), findings: checked.findings(uri).map(report) }));
}

/** The files that have findings, the configuration among them and first. */
export function withFindings({ config, files }: CheckReport): readonly FileReport[] {
  return [...(config === null ? [] : [config]), ...files].filter(({ findings }) => findings.length > 0);
}

/** How many findings of each severity there are. */
export function countsOf(report: CheckReport): Counts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const file of withFindings(report)) for (const finding of file.findings) counts[finding.severity] += 1;
  return counts;
}
