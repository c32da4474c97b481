import { existsSync, readFileSync } from 'node:fs';

export interface Labelled {
  readonly value: number | readonly [number, number];
  readonly unit: string | null;
  readonly op: string;
  readonly kind: string;
}

export interface KeyResultLabels {
  readonly measurable: 'yes' | 'milestone' | 'no';
  readonly style: string;
  readonly direction: string;
  readonly baseline: Labelled | null;
  readonly target: Labelled | readonly Labelled[] | null;
  readonly deadline: string | null;
  readonly vague: readonly string[];
  readonly compound: boolean;
  readonly placeholder?: boolean;
}

export interface ObjectiveLabels {
  readonly qualitative: 'yes' | 'no';
  readonly tone: string;
  readonly kpi_like: boolean;
  readonly task_like: boolean;
}

export interface KpiLabels {
  readonly form: string;
  readonly direction: string;
  readonly target: Labelled | readonly Labelled[] | null;
  readonly deadline: string | null;
}

interface Sentence<Kind extends string, Labels> {
  readonly id: string;
  readonly kind: Kind;
  readonly text: string;
  readonly lang: string;
  readonly source: Readonly<Record<string, string | number>>;
  readonly source_type: string;
  readonly labels: Labels;
}

export type KeyResultSentence = Sentence<'kr', KeyResultLabels>;
export type ObjectiveSentence = Sentence<'objective', ObjectiveLabels>;
export type KpiSentence = Sentence<'kpi', KpiLabels>;
export type CorpusSentence = KeyResultSentence | ObjectiveSentence | KpiSentence;

const CORPUS = new URL('../../../shared/corpus/dev.jsonl', import.meta.url);

/** The labelled sentences, or null where the corpus is not beside the project. */
export function readCorpus(): readonly CorpusSentence[] | null {
  if (!existsSync(CORPUS)) return null;
  return readFileSync(CORPUS, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as CorpusSentence);
}

/** Where a sentence comes from: its repository or its site. Sentences of one source are alike, and are kept together. */
export function sourceOf(sentence: CorpusSentence): string {
  const { repo, url, seed } = sentence.source;
  if (repo !== undefined) return String(repo);
  if (url !== undefined) return new URL(String(url)).hostname;
  return String(seed ?? 'unknown');
}

/** One of five folds, 0 to 4, the same for all sentences of a source. */
export function foldOf(sentence: CorpusSentence): number {
  let hash = 0;
  for (const char of sourceOf(sentence)) hash = (hash * 31 + char.charCodeAt(0)) % 1_000_003;
  return hash % 5;
}
