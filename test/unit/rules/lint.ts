import { buildPlan } from '../../../server/src/model/build.ts';
import type { Place, Plan, PlanFix } from '../../../server/src/model/plan.ts';
import type { Config } from '../../../server/src/rules/config.ts';
import { DEFAULT_CONFIG } from '../../../server/src/rules/parse-config.ts';
import type { Finding } from '../../../server/src/rules/rule.ts';
import { findingsOf } from '../../../server/src/rules/run.ts';
import { parse } from '../../../server/src/syntax/parse.ts';
import type { Tree } from '../../../server/src/syntax/tree.ts';
import { english } from '../../../server/src/syntax/said.ts';

export const TODAY = '2026-11-10';
export const URI = 'file:///plan.okr';

/** A finding of a text with its place counted from the text's start. */
export interface Found {
  readonly finding: Finding;
  readonly from: number;
  readonly to: number;
}

/** A text that was linted, with its plan. */
export interface Linted {
  readonly plan: Plan;
  readonly tree: Tree;
  readonly found: readonly Found[];
}

/** Lints one file that is a whole workspace. */
export function lint(text: string, config: Config = DEFAULT_CONFIG, today = TODAY): Linted {
  const tree = parse(text);
  const plan = buildPlan(new Map([[URI, tree]]), { fiscalYear: config.fiscalYear }, today);
  const found = findingsOf(plan, URI, config).map((finding) => ({ finding, ...offsetsOf(tree, finding.place) }));
  return { plan, tree, found };
}

/** Lints several files as one workspace: findings by the name of the file. */
export function lintFiles(
  texts: Readonly<Record<string, string>>,
  config: Config = DEFAULT_CONFIG,
  today = TODAY,
): Readonly<Record<string, readonly Finding[]>> {
  const uriOf = (name: string): string => `file:///${name}`;
  const trees = new Map(Object.entries(texts).map(([name, text]) => [uriOf(name), parse(text)]));
  const plan = buildPlan(trees, { fiscalYear: config.fiscalYear }, today);
  return Object.fromEntries(Object.keys(texts).map((name) => [name, findingsOf(plan, uriOf(name), config)]));
}

/** The codes of what is found in a text, in its order. */
export function codes(text: string, config: Config = DEFAULT_CONFIG, today = TODAY): readonly string[] {
  return lint(text, config, today).found.map(({ finding }) => finding.code);
}

export function offsetsOf(tree: Tree, { block, span }: Place): { readonly from: number; readonly to: number } {
  const index = tree.blocks.indexOf(block);
  if (index < 0) throw new Error('A finding stands in a block that is not in its file.');
  const start = tree.blocks.slice(0, index).reduce((sum, { text }) => sum + text.length, 0);
  return { from: start + span.from, to: start + span.to };
}

/** The text after a fix. All of its edits must be in this file, and none may overlap another. */
export function fixed(text: string, tree: Tree, fix: PlanFix): string {
  const edits = fix.edits
    .map(({ place, newText }) => ({ ...offsetsOf(tree, place), newText }))
    .sort((a, b) => b.from - a.from || b.to - a.to);
  let end = Infinity;
  let result = text;
  for (const { from, to, newText } of edits) {
    if (to > end) throw new Error(`The edits of "${english(fix.title)}" overlap.`);
    result = result.slice(0, from) + newText + result.slice(to);
    end = from;
  }
  return result;
}
