import { buildPlan } from '../../server/src/model/build.ts';
import type { Finding } from '../../server/src/rules/rule.ts';
import { DEFAULT_CONFIG } from '../../server/src/rules/parse-config.ts';
import { findingsOf } from '../../server/src/rules/run.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import type { CorpusSentence } from './corpus.ts';

/** What a rule that rests on words said of the corpus, beside the labels. */
export interface RuleFigures {
  readonly code: string;
  readonly name: string;
  /** How many sentences it spoke of, and which of them are labelled otherwise. */
  readonly findings: number;
  readonly contradicted: readonly string[];
  /** Sentences that are labelled so and of which it said nothing. */
  readonly missed: readonly string[];
}

/** Whether the labels of a sentence agree with a finding of the rule; null where the rule is not about its kind. */
type Judge = (sentence: CorpusSentence) => boolean | null;

/** OKR205, 206 and 207 speak of length, of phrases and of pairs, which nobody labelled. */
export const JUDGES: Readonly<Record<string, Judge>> = {
  OKR101: (one) => (one.kind === 'kr' ? one.labels.measurable === 'no' : null),
  OKR201: (one) => (one.kind === 'kr' ? one.labels.vague.length > 0 : null),
  OKR202: (one) => (one.kind === 'kr' ? one.labels.style === 'activity' || one.labels.style === 'milestone' : null),
  OKR203: (one) => (one.kind === 'kr' ? one.labels.compound : null),
  OKR204: (one) => (one.kind === 'objective' ? one.labels.qualitative === 'no' : null),
  OKR208: (one) => (one.kind === 'objective' ? one.labels.task_like : null),
  OKR801: (one) => (one.kind === 'kr' ? one.labels.style === 'maintain' || one.labels.direction === 'maintain' : null),
  OKR803: (one) => (one.kind === 'kpi' ? ['increase', 'decrease'].includes(one.labels.direction) : null),
};

/** Lints the sentences in one file: each key result under one objective, each objective and KPI on its own. */
export function rulesOnText(sentences: readonly CorpusSentence[]): readonly RuleFigures[] {
  const found = findingsByText(sentences);
  return Object.entries(JUDGES).map(([code, judge]) => {
    const about = sentences.filter((one) => judge(one) !== null);
    const spoke = (one: CorpusSentence): boolean => found.get(one)?.some((finding) => finding.code === code) === true;
    const spoken = about.filter(spoke);
    return {
      code,
      name: found.get('names')?.find((finding) => finding.code === code)?.name ?? '',
      findings: spoken.length,
      contradicted: spoken.filter((one) => judge(one) === false).map(({ text }) => text),
      missed: about.filter((one) => judge(one) === true && !spoke(one)).map(({ text }) => text),
    };
  });
}

function findingsByText(
  sentences: readonly CorpusSentence[],
): ReadonlyMap<CorpusSentence | 'names', readonly Finding[]> {
  const uri = 'file:///corpus.okr';
  const order = [...sentences.filter(({ kind }) => kind === 'kr'), ...sentences.filter(({ kind }) => kind !== 'kr')];
  const lines = order.map(({ kind, text }) => `${kind}: ${text.replace(/\s+/g, ' ')}`);
  const tree = parse(['objective: Hold all of them', ...lines].join('\n'));
  const plan = buildPlan(new Map([[uri, tree]]), { fiscalYear: DEFAULT_CONFIG.fiscalYear }, '2026-11-10');
  const findings = findingsOf(plan, uri, DEFAULT_CONFIG);
  const byKey = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = finding.item ?? '';
    byKey.set(key, [...(byKey.get(key) ?? []), finding]);
  }
  const items = plan.documents.get(uri)?.items.slice(1) ?? [];
  if (items.length !== order.length) throw new Error(`${items.length} items were read from ${order.length} sentences.`);
  const found = new Map<CorpusSentence | 'names', readonly Finding[]>([['names', findings]]);
  order.forEach((sentence, index) => found.set(sentence, byKey.get(items[index]?.key ?? '') ?? []));
  return found;
}
