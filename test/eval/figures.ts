import { readObjective } from '../../server/src/measure/objective.ts';
import { readTitle } from '../../server/src/measure/title-reader.ts';
import type { Reading } from '../../server/src/measure/reading.ts';
import type { KeyResultSentence, KpiSentence, ObjectiveSentence } from './corpus.ts';
import { FIELDS, judge, listOf, sameValue, vagueCount } from './score.ts';
import type { Field } from './score.ts';

export interface Judged {
  readonly sentence: KeyResultSentence;
  readonly reading: Reading;
  readonly right: Record<Field, boolean>;
}

export const judgeAll = (sentences: readonly KeyResultSentence[]): readonly Judged[] =>
  sentences.map((sentence) => {
    const reading = readTitle(sentence.text);
    return { sentence, reading, right: judge(reading, sentence) };
  });

export interface Figures {
  readonly count: number;
  /** Shares of right answers, 0 to 100. */
  readonly right: Record<Field, number>;
  readonly notMeasurable: { readonly precision: number; readonly recall: number };
  /** F1 of vague words and of compound titles, 0 to 1. */
  readonly vagueF1: number;
  readonly compoundF1: number;
}

const share = (part: number, whole: number): number => (whole === 0 ? 100 : Math.round((1000 * part) / whole) / 10);
const f1 = (hits: number, found: number, wanted: number): number =>
  found + wanted === 0 ? 1 : Math.round((2000 * hits) / (found + wanted)) / 1000;

export function figuresOf(judged: readonly Judged[]): Figures {
  const right = Object.fromEntries(
    FIELDS.map((field) => [field, share(judged.filter((one) => one.right[field]).length, judged.length)]),
  ) as Record<Field, number>;
  const saidNo = judged.filter(({ reading }) => reading.measurable === 'no');
  const isNo = judged.filter(({ sentence }) => sentence.labels.measurable === 'no');
  const bothNo = saidNo.filter(({ sentence }) => sentence.labels.measurable === 'no').length;
  const vague = judged.map(({ reading, sentence }) => vagueCount(reading, sentence.labels.vague));
  const sum = (pick: (one: (typeof vague)[number]) => number): number =>
    vague.reduce((total, one) => total + pick(one), 0);
  const joined = judged.filter(({ reading }) => reading.compound);
  return {
    count: judged.length,
    right,
    notMeasurable: { precision: share(bothNo, saidNo.length), recall: share(bothNo, isNo.length) },
    vagueF1: f1(
      sum((one) => one.hits),
      sum((one) => one.found),
      sum((one) => one.labelled),
    ),
    compoundF1: f1(
      joined.filter(({ sentence }) => sentence.labels.compound).length,
      joined.length,
      judged.filter(({ sentence }) => sentence.labels.compound).length,
    ),
  };
}

export interface ObjectiveFigures {
  readonly count: number;
  readonly qualitative: number;
  readonly taskLike: number;
  readonly kpiLike: number;
}

/** Shares of objectives read right, 0 to 100. */
export function objectiveFigures(sentences: readonly ObjectiveSentence[]): ObjectiveFigures {
  const readings = sentences.map((sentence) => ({ labels: sentence.labels, reading: readObjective(sentence.text) }));
  const count = (right: (one: (typeof readings)[number]) => boolean): number =>
    share(readings.filter(right).length, readings.length);
  return {
    count: readings.length,
    qualitative: count(({ labels, reading }) => reading.qualitative === labels.qualitative),
    taskLike: count(({ labels, reading }) => reading.taskLike === labels.task_like),
    kpiLike: count(({ labels, reading }) => reading.kpiLike === labels.kpi_like),
  };
}

export interface KpiFigures {
  readonly count: number;
  readonly direction: number;
  readonly targetValues: number;
}

/** Shares of KPI titles read right, 0 to 100. */
export function kpiFigures(sentences: readonly KpiSentence[]): KpiFigures {
  const readings = sentences.map((sentence) => ({ labels: sentence.labels, reading: readTitle(sentence.text) }));
  const count = (right: (one: (typeof readings)[number]) => boolean): number =>
    share(readings.filter(right).length, readings.length);
  return {
    count: readings.length,
    direction: count(({ labels, reading }) => reading.direction === labels.direction),
    targetValues: count(({ labels, reading }) => {
      const targets = listOf(labels.target);
      return (
        targets.length === reading.targets.length && targets.every((label, i) => sameValue(reading.targets[i], label))
      );
    }),
  };
}
