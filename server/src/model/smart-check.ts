import type { Said } from '../syntax/said.ts';
import type { SmartCheck, SmartLetter } from './figures.ts';

/**
 * One check of SMART. The checks of a letter are worth 1 together. `rules` are the codes of the rules that see the same thing.
 * `judge` says what was found, and how much of the check that gives: 1 is met.
 */
export interface Check<Subject> {
  readonly letter: SmartLetter;
  readonly name: string;
  readonly worth: number;
  readonly wants: Said;
  readonly gain: Said;
  readonly rules: readonly `OKR${number}`[];
  readonly judge: (subject: Subject) => { readonly share: number; readonly found: Said };
}

/** Yes or no, with what was found in either case. */
export function verdict(met: boolean, yes: Said, no: Said): { readonly share: number; readonly found: Said } {
  return met ? { share: 1, found: yes } : { share: 0, found: no };
}

const LETTERS: readonly SmartLetter[] = ['S', 'M', 'A', 'R', 'T'];

/** The letters that checks give a subject. Each is the sum of what its checks give, 0–1. */
export function lettersOf<Subject>(
  checks: readonly Check<Subject>[],
  subject: Subject,
): Readonly<Record<SmartLetter, { readonly value: number; readonly checks: readonly SmartCheck[] }>> {
  const letter = (name: SmartLetter): { value: number; checks: readonly SmartCheck[] } => {
    const judged = checks.filter((check) => check.letter === name).map((check) => judge(check, subject));
    const value = judged.reduce((sum, check) => sum + check.given, 0);
    return { value: Math.round(value * 1e6) / 1e6, checks: judged };
  };
  return { S: letter('S'), M: letter('M'), A: letter('A'), R: letter('R'), T: letter('T') };
}

function judge<Subject>(check: Check<Subject>, subject: Subject): SmartCheck {
  const { share, found } = check.judge(subject);
  const met = share >= 1;
  const { name, wants, worth } = check;
  return { name, wants, found, met, worth, given: worth * share, gain: met ? null : check.gain };
}

/** The SMART score, 0–100: the mean of the five letters. */
export function totalOf(letters: Readonly<Record<SmartLetter, { readonly value: number }>>): number {
  return (LETTERS.reduce((sum, name) => sum + letters[name].value, 0) / LETTERS.length) * 100;
}
