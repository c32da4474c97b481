import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { buildPlan } from '../../../server/src/model/build.ts';
import { healthOf } from '../../../server/src/model/health.ts';
import { rangeOf } from '../../../server/src/model/place.ts';
import { scoreOf } from '../../../server/src/model/score.ts';
import { smartOf } from '../../../server/src/model/smart.ts';
import { standingOf } from '../../../server/src/model/standing.ts';
import type { Goal, Plan } from '../../../server/src/model/plan.ts';
import { parse } from '../../../server/src/syntax/parse.ts';
import { anyText } from '../syntax/okr-text.ts';
import { planFiles } from './plan-arbitrary.ts';
import { planOf, problemsOf, SETTINGS, TODAY } from './plan-of.ts';
import { english } from '../../../server/src/syntax/said.ts';

function within(value: number | null, most: number): void {
  assert.ok(value === null || (value >= 0 && value <= most), String(value));
}

/** Every figure of a plan, each within its bounds. */
function figuresOf(plan: Plan): readonly unknown[] {
  const goals: readonly Goal[] = [...plan.objectives, ...plan.keyResults];
  return [
    ...plan.keyResults.map((kr) => {
      const { progress, pace, forecast, grade, counts, notes, baseline, target, start, due } = standingOf(plan, kr);
      within(progress, 1);
      within(forecast?.progress ?? null, 1);
      assert.equal(progress === null && counts, false);
      return [kr.key, progress, pace, forecast, grade, counts, notes, baseline, target, start, due];
    }),
    ...plan.objectives.map((objective) => {
      const score = scoreOf(plan, objective);
      within(score.computed, 1);
      within(score.supporters, 1);
      return [objective.key, score];
    }),
    ...goals.map((goal) => {
      const smart = smartOf(plan, goal);
      within(smart.total, 100);
      for (const { value } of Object.values(smart.letters)) within(value, 1);
      return [goal.key, smart];
    }),
    ...plan.kpis.map((kpi) => {
      const { healthy, latest, trend } = healthOf(plan, kpi);
      return [kpi.key, healthy, latest, trend];
    }),
  ];
}

/** All that a plan says, without the objects that say it. */
function said(plan: Plan): unknown {
  return {
    figures: figuresOf(plan),
    scopes: plan.scopes.map(({ key, kind, title, parent, children, lead }) => [
      key,
      kind,
      title,
      parent?.key,
      children.map((child) => child.key),
      lead.map(({ name }) => name),
    ]),
    items: [...plan.items].map(([key, item]) => [
      key,
      item.uri,
      item.kind,
      item.cycle,
      item.owner?.kind === 'person' ? item.owner.person.name : item.owner?.scope.key,
      item.kind === 'kpi'
        ? item.declarations.map(({ uri }) => uri)
        : [
            item.status,
            item.supports.map(({ target, candidates }) => [target?.key, candidates.length]),
            item.supportedBy.map((goal) => goal.key),
            item.continues?.target?.key,
          ],
    ]),
    documents: [...plan.documents].map(([uri, { items, problems, openings }]) => [
      uri,
      items.map((item) => item.key),
      openings.length,
      problems.map(({ rule, message, place, fixes }) => [rule, message, place.span, fixes.length]),
    ]),
    people: plan.people.map(({ name, uses }) => [name, uses.length]),
    cycles: plan.cycles,
  };
}

describe('a plan of any text', () => {
  it('is built, with all its figures', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        figuresOf(planOf(text));
      }),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        figuresOf(planOf(text));
      }),
    );
  });

  it('is built of files that meet in their ids', () => {
    fc.assert(
      fc.property(planFiles, (files) => {
        const plan = planOf(files);
        figuresOf(plan);
        assert.equal(
          plan.items.size,
          plan.objectives.length + plan.keyResults.length + plan.kpis.length,
          'keys are unique',
        );
        const inDocuments = [...plan.documents.values()].flatMap(({ items }) => items);
        assert.equal(new Set(inDocuments).size, inDocuments.length, 'every item is in one document');
        assert.equal(inDocuments.length, plan.items.size);
      }),
      { numRuns: 150 },
    );
  });

  it('has problems at places that are there', () => {
    fc.assert(
      fc.property(planFiles, (files) => {
        const plan = planOf(files);
        for (const { place, related, fixes, message } of problemsOf(plan)) {
          assert.ok(english(message).length > 0);
          for (const each of [
            place,
            ...related.map((other) => other.place),
            ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.place)),
          ]) {
            assert.ok(rangeOf(plan, each), 'the place is of this plan');
            const { from, to } = each.span;
            assert.ok(from >= 0 && from <= to && to <= each.block.text.length);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('does not depend on the order of the files', () => {
    fc.assert(
      fc.property(planFiles, (files) => {
        const names = Object.keys(files);
        const turned = Object.fromEntries(names.reverse().map((name) => [name, files[name] ?? '']));
        assert.deepEqual(said(planOf(turned)), said(planOf(files)));
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on plans that were built before', () => {
    fc.assert(
      fc.property(planFiles, fc.constantFrom('2026-10-20', '2027-02-01'), (files, other) => {
        const trees = new Map(Object.entries(files).map(([name, text]) => [name, parse(text)]));
        const first = buildPlan(trees, SETTINGS, TODAY);
        figuresOf(buildPlan(trees, SETTINGS, other));
        assert.deepEqual(said(buildPlan(trees, SETTINGS, TODAY)), said(first));
      }),
      { numRuns: 60 },
    );
  });

  it('gives a day in the past what it gave on that day', () => {
    const dayOf = (line: string): string | undefined => /^\s*(\d{4}-\d\d-\d\d):/.exec(line)?.[1];
    fc.assert(
      fc.property(planFiles, (files) => {
        // Where a goalpost moves later, the past knows better: from where it was moved.
        const settled = Object.entries(files).map(
          ([name, text]) => [name, text.replace(/^.*->.*$/gm, (line) => (dayOf(line) ? '' : line))] as const,
        );
        const past = settled.map(
          ([name, text]) =>
            [
              name,
              text
                .split('\n')
                .filter((line) => (dayOf(line) ?? '') <= '2026-10-20')
                .join('\n'),
            ] as const,
        );
        const figures = (texts: readonly (readonly [string, string])[]) => {
          const plan = planOf(Object.fromEntries(texts), '2026-10-20');
          return plan.keyResults.map((kr) => {
            const { progress, pace, baseline, target } = standingOf(plan, kr);
            // A status line that the journal dates later is not true yet.
            return kr.properties.has('status') || kr.objective?.properties.has('status')
              ? null
              : [kr.key, progress, pace, baseline, target];
          });
        };
        assert.deepEqual(figures(settled), figures(past));
      }),
      { numRuns: 100 },
    );
  });
});

describe('keys', () => {
  it('of other items do not change when lines are added to a block', () => {
    fc.assert(
      fc.property(
        planFiles,
        fc.nat(),
        fc.constantFrom('> a note', 'owner: @zoe', '2026-11-02: 5', 'why: More', 'what is this'),
        (files, at, line) => {
          const names = Object.keys(files);
          const name = names[at % Math.max(1, names.length)];
          if (name === undefined) return;
          const tree = parse(files[name] ?? '');
          const block = tree.blocks[at % Math.max(1, tree.blocks.length)];
          if (!block) return;
          const edited = tree.blocks
            .map((each) => (each === block ? `${each.text.trimEnd()}\n${line}\n` : each.text))
            .join('');
          const keys = (plan: Plan) => plan.items.size;
          const before = planOf(files);
          const after = planOf({ ...files, [name]: edited });
          if (keys(before) !== keys(after)) return;
          assert.deepEqual([...after.items.keys()], [...before.items.keys()]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('of other items do not change when a title does', () => {
    fc.assert(
      fc.property(planFiles, fc.nat(), (files, at) => {
        const before = planOf(files);
        const item = [...before.items.values()][at % Math.max(1, before.items.size)];
        const name = /\/(\w+)\.okr$/.exec(item?.uri ?? '')?.[1];
        if (!item || name === undefined || item.header.title.text === '' || item.header.fromList) return;
        const document = before.documents.get(item.uri);
        const edited = document?.tree.blocks.map(({ text }, index) => {
          if (document.tree.blocks[index] !== item.block) return text;
          const { from, to } = item.header.title;
          return `${text.slice(0, from)}Something quite new${text.slice(to)}`;
        });
        const after = planOf({ ...files, [name]: edited?.join('') ?? '' });
        const others = (plan: Plan) =>
          [...plan.items.values()]
            .filter(
              (each) =>
                !each.key.startsWith(item.key.replace(/~\d+$/, '')) && !each.key.includes('something-quite-new'),
            )
            .map(({ key }) => key);
        assert.deepEqual(others(after), others(before));
      }),
      { numRuns: 100 },
    );
  });

  it('are the same after an edit elsewhere, and so is what was read', () => {
    const first = parse('objective a: A\nkr k: K\nmetric: 0 -> 1\n');
    const second = parse('objective b: B\n');
    const before = buildPlan(
      new Map([
        ['1', first],
        ['2', second],
      ]),
      SETTINGS,
      TODAY,
    );
    const after = buildPlan(
      new Map([
        ['1', first],
        ['2', parse('objective c: C\n')],
      ]),
      SETTINGS,
      TODAY,
    );
    assert.equal(after.keyResults[0]?.properties, before.keyResults[0]?.properties);
    assert.equal(after.keyResults[0]?.key, before.keyResults[0]?.key);
  });
});
