import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from '../../../server/src/syntax/parse.ts';
import type { ItemHeader } from '../../../server/src/syntax/tree.ts';
import { english } from '../../../server/src/syntax/said.ts';

/** Sentences of articles about OKRs, shared beside the project; measured with, never copied into it. */
const corpus = fileURLToPath(new URL('../../../../shared/corpus/dev.jsonl', import.meta.url));

interface Sentence {
  readonly kind: 'objective' | 'kr' | 'kpi';
  readonly text: string;
}

function isSentence(value: unknown): value is Sentence {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    'text' in value &&
    'set' in value &&
    value.set === 'seed'
  );
}

/** The labels and list marks that people put before a sentence. */
const PASTED: Readonly<Record<Sentence['kind'], readonly string[]>> = {
  objective: [
    '• Objective 1: ',
    '### Objective: ',
    '**Objective 2:** ',
    '- O1: ',
    'OBJECTIVE: ',
    '1. Objective: ',
    'Goal: ',
    '*Objective:* ',
    '\t◦ Obj: ',
  ],
  kr: [
    '- KR1: ',
    '• KR 1.4: ',
    '**Key Result #2:** ',
    'o Key Result: ',
    '– Key-Result 3: ',
    '__KR__: ',
    '1) KR: ',
    '#### KR2： ',
    '[P1] KR: ',
  ],
  kpi: ['KPI: ', '- KPI 1: ', '**KPI:** ', '## KPI: ', 'a) kpi: '],
};

const LISTS: Readonly<Record<Sentence['kind'], readonly string[]>> = {
  objective: ['Objectives:', '## Goals'],
  kr: ['Key Results:', '**Key Results:**', 'KRs'],
  kpi: ['KPIs:', '### KPIs:'],
};

const BULLETS = ['- ', '• ', '* ', '  ◦ ', '1. ', '2) ', '\t– ', '[ ] ', 'o '];

function problemsOf(text: string): string[] {
  return parse(text).blocks.flatMap((block) => block.problems.map((problem) => english(problem.message)));
}

function titlesOf(text: string): string[] {
  return parse(text)
    .blocks.flatMap((block) => block.lines)
    .filter((line): line is ItemHeader => line.kind === 'header' && 'number' in line)
    .map((line) => line.title.text);
}

describe('sentences pasted from articles', () => {
  const sentences = existsSync(corpus)
    ? readFileSync(corpus, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line): unknown => JSON.parse(line))
        .filter(isSentence)
    : [];

  before(function () {
    if (sentences.length > 0) return;
    console.log(`      (left out: no corpus at ${corpus})`);
    this.skip();
  });

  it('are read with the labels that people use', () => {
    for (const { kind, text } of sentences) {
      for (const label of PASTED[kind]) {
        assert.deepEqual(problemsOf(label + text), [], label + text);
        assert.deepEqual(titlesOf(label + text), [text]);
      }
    }
  });

  it('are read as lists under plural labels', () => {
    for (const kind of ['objective', 'kr', 'kpi'] as const) {
      const own = sentences.filter((sentence) => sentence.kind === kind).map((sentence) => sentence.text);
      for (const label of LISTS[kind]) {
        for (const bullet of BULLETS) {
          const text = [label, ...own.map((sentence) => bullet + sentence)].join('\n');
          assert.deepEqual(problemsOf(text), [], `${label} ${bullet}`);
          assert.deepEqual(titlesOf(text), own);
        }
      }
    }
  });

  it('are read one below the other', () => {
    const text = sentences.map(({ kind, text: title }) => `${PASTED[kind][0] ?? ''}${title}`).join('\r\n\r\n');
    assert.deepEqual(problemsOf(text), []);
    assert.deepEqual(
      titlesOf(text),
      sentences.map((sentence) => sentence.text),
    );
  });
});
