import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { readTitle } from '../../server/src/measure/title-reader.ts';
import { writeUnit } from '../../server/src/measure/units.ts';
import type { Quantity } from '../../server/src/measure/quantity.ts';
import type { Labelled } from './corpus.ts';
import { foldOf, readCorpus } from './corpus.ts';
import type { KeyResultSentence } from './corpus.ts';
import { figuresOf, judgeAll, kpiFigures, objectiveFigures } from './figures.ts';
import type { Figures, Judged } from './figures.ts';
import { FIELDS, listOf } from './score.ts';
import type { Field } from './score.ts';

const print = (line = ''): void => void process.stdout.write(`${line}\n`);

function table(title: string, groups: ReadonlyMap<string, readonly Judged[]>): void {
  print(`\n${title}`);
  const columns = [...groups].map(([name, judged]) => [name, figuresOf(judged)] as const);
  const width = Math.max(9, ...columns.map(([name]) => name.length + 1));
  const row = (name: string, cell: (figures: Figures) => string): void =>
    print(name.padEnd(26) + columns.map(([, figures]) => cell(figures).padStart(width)).join(''));
  print(''.padEnd(26) + columns.map(([name]) => name.padStart(width)).join(''));
  row('sentences', (figures) => String(figures.count));
  for (const field of FIELDS) row(field, (figures) => `${figures.right[field].toFixed(1)} %`);
  row('"no": precision', (figures) => `${figures.notMeasurable.precision.toFixed(1)} %`);
  row('"no": recall', (figures) => `${figures.notMeasurable.recall.toFixed(1)} %`);
  row('vague words F1', (figures) => figures.vagueF1.toFixed(3));
  row('compound F1', (figures) => figures.compoundF1.toFixed(3));
}

function group(judged: readonly Judged[], key: (one: Judged) => string): Map<string, Judged[]> {
  const groups = new Map<string, Judged[]>();
  for (const one of judged) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return new Map([...groups].sort());
}

const quantity = (one: Quantity): string =>
  `${one.op === '=' ? '' : one.op}${String(one.value)} ${one.unit ? writeUnit(one.unit) : '-'}${one.kind === 'abs' ? '' : ` ${one.kind}`}`;
const labelled = (one: Labelled): string =>
  `${one.op === '=' ? '' : one.op}${String(one.value)} ${one.unit ?? '-'}${one.kind === 'abs' ? '' : ` ${one.kind}`}`;

function wrong(judged: readonly Judged[], field: Field): void {
  for (const { sentence, reading, right } of judged) {
    if (right[field]) continue;
    const { labels } = sentence;
    const says = ((): readonly [string, string] => {
      switch (field) {
        case 'measurable':
        case 'yes or not':
          return [reading.measurable, labels.measurable];
        case 'style':
          return [reading.style, labels.style];
        case 'direction':
          return [reading.direction, labels.direction];
        case 'target values':
        case 'targets with units':
        case 'target kind and op':
          return [reading.targets.map(quantity).join(' & '), listOf(labels.target).map(labelled).join(' & ')];
        case 'baseline':
          return [reading.baseline ? quantity(reading.baseline) : '', labels.baseline ? labelled(labels.baseline) : ''];
        case 'deadline':
          return [reading.deadline?.text ?? '', labels.deadline ?? ''];
        case 'compound':
          return [String(reading.compound), String(labels.compound)];
        case 'placeholder':
          return [String(reading.placeholder), String(labels.placeholder ?? false)];
        case 'vague':
          return [reading.vague.map((one) => one.text).join('; '), labels.vague.join('; ')];
      }
    })();
    print(`${sentence.id}  ${sentence.text}\n      read: ${says[0] || '-'}   label: ${says[1] || '-'}`);
  }
}

function confusion(
  judged: readonly Judged[],
  labels: readonly string[],
  read: (one: Judged) => string,
  label: (one: Judged) => string,
): void {
  print(`\nrows: label, columns: read`);
  print(''.padEnd(12) + labels.map((name) => name.padStart(11)).join(''));
  for (const row of labels) {
    print(
      row.padEnd(12) +
        labels
          .map((column) =>
            String(judged.filter((one) => label(one) === row && read(one) === column).length).padStart(11),
          )
          .join(''),
    );
  }
}

/** The reader is timed as it ships: bundled, for the loader of the tests slows small functions down. */
async function pace(sentences: readonly KeyResultSentence[]): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../server/src/measure/title-reader.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const reader = (await import(`data:text/javascript;base64,${code}`)) as { readTitle: typeof readTitle };
  const texts = sentences.map((sentence) => sentence.text);
  const run = (): number => {
    const start = process.hrtime.bigint();
    for (const text of texts) reader.readTitle(text);
    return Number(process.hrtime.bigint() - start) / 1000 / texts.length;
  };
  const first = run();
  for (let i = 0; i < 30; i++) run();
  const warm = Math.min(...Array.from({ length: 10 }, run));
  print(
    `\n${warm.toFixed(1)} µs a sentence once warm; the first pass took ${(first / warm).toFixed(0)} times as long.`,
  );
}

const corpus = readCorpus();
if (!corpus) print('No corpus at ../shared/corpus/dev.jsonl: nothing to score the title reader on.');
else {
  const sentences = corpus.filter((sentence): sentence is KeyResultSentence => sentence.kind === 'kr');
  const judged = judgeAll(sentences);
  const wanted = process.argv.indexOf('--wrong');
  if (wanted >= 0) {
    const field = FIELDS.find((name) => name === process.argv[wanted + 1]);
    if (field) wrong(judged, field);
    else print(`--wrong takes one of: ${FIELDS.join(', ')}`);
  } else {
    table(
      'Key results by language',
      group(judged, (one) => one.sentence.lang),
    );
    table(
      'Key results by kind of source',
      group(judged, (one) => one.sentence.source_type),
    );
    table(
      'Key results by fold (all sentences of a source are in one fold)',
      group(judged, (one) => `fold ${foldOf(one.sentence) + 1}`),
    );
    confusion(
      judged,
      ['yes', 'milestone', 'no'],
      (one) => one.reading.measurable,
      (one) => one.sentence.labels.measurable,
    );
    confusion(
      judged,
      ['outcome', 'activity', 'milestone', 'maintain'],
      (one) => one.reading.style,
      (one) => one.sentence.labels.style,
    );
    confusion(
      judged,
      ['increase', 'decrease', 'reach', 'maintain', 'none'],
      (one) => one.reading.direction,
      (one) => one.sentence.labels.direction,
    );
    const objectives = objectiveFigures(corpus.filter((sentence) => sentence.kind === 'objective'));
    print(
      `\n${objectives.count} objectives: qualitative ${objectives.qualitative} %, task-like ${objectives.taskLike} %, figure-like ${objectives.kpiLike} %`,
    );
    const kpis = kpiFigures(corpus.filter((sentence) => sentence.kind === 'kpi'));
    print(`${kpis.count} KPI titles: direction ${kpis.direction} %, target values ${kpis.targetValues} %`);
    await pace(sentences);
  }
}
