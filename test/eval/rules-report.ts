import { readCorpus } from './corpus.ts';
import { rulesOnText } from './rules-on-text.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Prints how often the rules that rest on words contradict the labels; with `--list`, the sentences too. */
const corpus = readCorpus();
if (!corpus) {
  print('There is no corpus at ../shared/corpus/dev.jsonl: the rules are not judged on real text.');
} else {
  const figures = rulesOnText(corpus.filter(({ lang }) => lang === 'en'));
  print('rule                          findings  contradicted     share    missed');
  for (const { code, name, findings, contradicted, missed } of figures) {
    const share = findings === 0 ? '' : `${((100 * contradicted.length) / findings).toFixed(1)} %`;
    const cells = [String(findings).padStart(10), String(contradicted.length).padStart(14), share.padStart(10)];
    print(`${`${code} ${name}`.padEnd(28)}${cells.join('')}${String(missed.length).padStart(10)}`);
    if (!process.argv.includes('--list')) continue;
    for (const text of contradicted) print(`    wrong   ${text}`);
    for (const text of missed) print(`    missed  ${text}`);
  }
}
