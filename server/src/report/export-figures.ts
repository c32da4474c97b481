import { english } from '../syntax/said.ts';
import type { KpiHealth, ObjectiveScore, Smart, SmartCheck, SmartLetter, Standing } from '../model/figures.ts';
import { exportMeasure, exportNumber, exportUnit } from './export-values.ts';
import type { Json } from './export-values.ts';

const LETTERS: readonly SmartLetter[] = ['S', 'M', 'A', 'R', 'T'];

/** How a key result stands on the day of the plan. */
export function exportStanding(standing: Standing): Json {
  const { baseline, now, forecast, confidence } = standing;
  return {
    measure: exportMeasure(standing.measure),
    source: standing.source,
    unit: exportUnit(standing.unit),
    baseline: baseline && { value: exportNumber(baseline.value), source: baseline.source },
    target: exportNumber(standing.target),
    now: now && { value: exportNumber(now.value), day: now.day },
    progress: exportNumber(standing.progress),
    start: standing.start,
    due: standing.due,
    pace: standing.pace,
    forecast: forecast && { value: exportNumber(forecast.value), progress: exportNumber(forecast.progress) },
    confidence: confidence && { value: exportNumber(confidence.value), day: confidence.day },
    mood: standing.mood,
    counts: standing.counts,
    leftOutBecause: standing.leftOutBecause && english(standing.leftOutBecause),
    grade: standing.grade,
    notes: standing.notes.map(english),
  };
}

export function exportScore(score: ObjectiveScore): Json {
  return {
    computed: exportNumber(score.computed),
    stated: exportNumber(score.stated),
    supporters: exportNumber(score.supporters),
    grade: score.grade,
    pace: score.pace,
    counted: score.counted,
    leftOut: score.leftOut.map(({ title, because }) => ({ title, because: english(because) })),
    notes: score.notes.map(english),
  };
}

export function exportHealth({ target, latest, healthy, trend }: KpiHealth): Json {
  return {
    target: exportMeasure(target),
    latest: latest && { value: exportNumber(latest.value), unit: exportUnit(latest.unit), day: latest.day },
    healthy,
    trend,
  };
}

/** The five letters with their checks, and the total. */
export function exportSmart({ letters, total, keyResults }: Smart): Json {
  return {
    total: exportNumber(total),
    keyResults: exportNumber(keyResults),
    letters: Object.fromEntries(
      LETTERS.map((letter) => [
        letter,
        { value: exportNumber(letters[letter].value), checks: letters[letter].checks.map(exportCheck) },
      ]),
    ),
  };
}

function exportCheck({ name, wants, found, met, worth, given, gain }: SmartCheck): Json {
  return {
    name,
    wants: english(wants),
    found: english(found),
    met,
    worth: exportNumber(worth),
    given: exportNumber(given),
    gain: gain && english(gain),
  };
}
