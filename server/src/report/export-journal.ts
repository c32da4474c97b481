import type { Baseline } from '../measure/levels.ts';
import type { Initiative, JournalEntry } from '../model/plan.ts';
import { exportNumber, exportQuantity } from './export-values.ts';
import type { Json } from './export-values.ts';

/** A line of the journal, in the order of days: a report, a change of state, or a moved target, baseline or deadline. */
export function exportEntry({ day, reading }: JournalEntry): Json {
  switch (reading.kind) {
    case 'report': {
      const { value, confidence, mood, remark } = reading;
      return {
        day,
        kind: 'report',
        value: value === null || value === 'done' ? value : exportQuantity(value),
        confidence: exportNumber(confidence),
        mood,
        remark,
      };
    }
    case 'state':
      return { day, kind: 'state', state: reading.state, why: reading.why };
    case 'moved':
      return reading.what === 'by'
        ? {
            day,
            kind: 'moved',
            what: 'by',
            from: reading.from?.text ?? null,
            to: reading.to?.text ?? null,
            why: reading.why,
          }
        : {
            day,
            kind: 'moved',
            what: reading.what,
            from: exportBaseline(reading.from),
            to: reading.to === null ? null : exportQuantity(reading.to),
            why: reading.why,
          };
  }
}

export function exportInitiative({ line }: Initiative): Json {
  return { text: line.body.text, done: line.done, people: line.people.map(({ text }) => text) };
}

function exportBaseline(from: Baseline): Json {
  return from === null || from === 'unknown' ? from : exportQuantity(from);
}
