import { english } from '../syntax/said.ts';
import { percent } from '../features/words.ts';
import { buildPlan } from '../model/build.ts';
import { scoreOf } from '../model/score.ts';
import { fileReports } from '../report/check-report.ts';
import { findingsOf } from '../rules/run.ts';
import type { Snapshot } from '../service.ts';
import { parse } from '../syntax/parse.ts';
import type { Tree } from '../syntax/tree.ts';
import { counted } from '../rules/render.ts';
import { findingLines } from './finding-lines.ts';
import { answered, refused } from './tool.ts';
import type { Tool } from './tool.ts';

/** A draft of more than this many characters is no draft of a plan. */
const LONGEST = 200_000;
const DRAFT = 'okr-draft:/draft.okr';

/** What a check would tell of a text if it stood in the workspace. Nothing is written. */
export const checkText: Tool = {
  name: 'okr_check_text',
  title: 'Check a draft',
  says: 'Checks a draft in the okr language as if it were a file of the workspace, and tells what the rules find: key results that cannot be measured, lack a baseline, support nothing, or are work rather than a result. Nothing is written. Use it before proposing text to the user, and mend what it finds.',
  inputs: {
    text: { says: 'The whole text of the draft, in the okr language.' },
    file: { says: 'Path of the file whose text it is to replace, where it is a new version of one.', optional: true },
  },
  answer({ snapshot, show }, { text = '', file }) {
    if (text.length > LONGEST)
      return refused(`The draft has ${String(text.length)} characters; ${String(LONGEST)} are the most.`);
    const uri = file === undefined ? DRAFT : snapshot.uris.find((one) => show(one) === file.replace(/^\.\//, ''));
    if (uri === undefined)
      return refused(`The plan has no file "${file ?? ''}". There are: ${snapshot.uris.map(show).join(', ')}.`);
    return answered(verdictOn(snapshot, uri, parse(text)));
  },
};

function verdictOn(snapshot: Snapshot, uri: string, tree: Tree): string {
  const { plan: before, config } = snapshot;
  const trees = new Map<string, Tree>();
  for (const each of snapshot.uris) {
    const known = snapshot.tree(each);
    if (known !== null) trees.set(each, known);
  }
  trees.set(uri, tree);
  const plan = buildPlan(trees, before.settings, before.today);
  const items = plan.documents.get(uri)?.items ?? [];
  const checked = {
    tree: (each: string) => trees.get(each) ?? null,
    findings: (each: string) => findingsOf(plan, each, config),
  };
  const findings = fileReports(checked, [uri], () => 'draft').flatMap((report) => report.findings);
  const scores = items.flatMap((item) => (item.kind === 'objective' ? [{ item, score: scoreOf(plan, item) }] : []));
  const count = (kind: (typeof items)[number]['kind']): number => items.filter((item) => item.kind === kind).length;
  return [
    `The draft has ${english(counted(count('objective'), 'objective'))}, ${english(counted(count('kr'), 'key result'))} and ${english(counted(count('kpi'), 'KPI'))}.`,
    ...scores.map(({ item, score: { computed } }) => {
      return `Objective "${item.title}": ${computed === null ? 'no score yet' : `score ${percent(computed)}`}.`;
    }),
    findings.length === 0 ? 'No findings.' : `${english(counted(findings.length, 'finding'))}:`,
    ...findings.flatMap(findingLines),
  ].join('\n');
}
