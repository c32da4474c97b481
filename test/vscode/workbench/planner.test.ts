import assert from 'node:assert/strict';
import { openWorkbench } from './workbench.ts';
import type { Workbench } from './workbench.ts';

const day = '2026-11-10';

describe('A planner at the workbench, with the packaged extension', function () {
  this.timeout(240_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench(day, ['plan.okr', 'faulty.okr']);
  });
  after(async () => {
    await workbench.close();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.picture(`failed-${this.currentTest.title.slice(0, 40)}`);
  });

  it('opens a faulty file and sees what is wrong with it', async () => {
    const { page, openFile, problems, picture } = workbench;
    await openFile('faulty.okr');
    await page.locator('.squiggly-error').first().waitFor();
    await page.locator('.squiggly-warning').first().waitFor();
    await workbench.command('Problems: Focus on Problems View');
    await problems('Improve delivery', 'OKR101').waitFor();
    await problems('this line is none of the language', 'OKR001').waitFor();
    await picture('1-problems');
  });

  it('rests the mouse on a key result and reads its score', async () => {
    await workbench.openFile('plan.okr');
    const hover = await workbench.hover('Grow the repeat purchase rate');
    assert.match(await hover.innerText(), /20 %/);
    assert.match(await hover.innerText(), /SMART/);
    await workbench.picture('2-hover');
    await workbench.page.keyboard.press('Escape');
  });

  it('opens the cascade, and a click leads to the line', async () => {
    const { page, cascade, picture } = workbench;
    await page.locator('.activitybar .action-item a[aria-label="OKR"]').click();
    for (const label of ['Acme', 'Customer Support', 'Become the shop people come back to']) {
      await cascade.filter({ hasText: label }).first().waitFor();
    }
    await cascade.filter({ hasText: 'Make every contact with support' }).first().click();
    await picture('3-cascade');
    await page.locator('.tab.active', { hasText: 'plan.okr' }).waitFor();
    await page.locator('.statusbar-item', { hasText: /Ln 22\b/ }).waitFor();
  });

  it('reads the score of the file in the status bar', async () => {
    assert.match(await workbench.status.innerText(), /\d+ %/);
  });
});

describe('A key result as it is typed', function () {
  this.timeout(240_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench(day, ['plan.okr', 'draft.okr']);
    const { page, command, openFile } = workbench;
    await openFile('draft.okr');
    await command('Problems: Focus on Problems View');
    await page.locator('.activitybar .action-item a[aria-label="OKR"]').click();
    await page.locator('.editor-instance .view-lines').first().click();
    await page.keyboard.press('Control+End');
  });
  after(async () => {
    await workbench.close();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.picture(`failed-${this.currentTest.title.slice(0, 40)}`);
  });

  it('is told how to become measurable', async () => {
    const { cascade, problems, picture } = workbench;
    await type(workbench, 'kr: Improve response time');
    const problem = problems('Improve response time', 'OKR101');
    await problem.waitFor();
    assert.match((await problem.getAttribute('aria-label')) ?? '', /metric:/);
    const objective = cascade.filter({ hasText: 'Answer before patience runs out' });
    const row = cascade.filter({ hasText: 'Improve response time' });
    // A refresh of the tree under the pointer can swallow a click.
    for (let tries = 0; tries < 5 && !(await row.isVisible()); tries++) {
      await objective
        .locator('.monaco-tl-twistie.collapsed')
        .click({ timeout: 5000 })
        .catch(() => undefined);
      await row.waitFor({ timeout: 5000 }).catch(() => undefined);
    }
    await row.waitFor();
    await picture('4-typed-not-measurable');
  });

  it('hears less when it has a number', async () => {
    const { page, problems, picture } = workbench;
    await page.locator('.view-line', { hasText: 'kr:' }).click();
    await page.keyboard.press('End');
    await type(workbench, ' by 25%');
    await problems('Improve response time by 25%', 'OKR103').waitFor();
    await problems('Improve response time', 'OKR101').waitFor({ state: 'detached' });
    await picture('5-typed-by-25-percent');
  });

  it('is well with a metric and a check-in, and hover, tree and status bar follow', async () => {
    const { page, cascade, problems, status, hover, picture } = workbench;
    await page.keyboard.press('Enter');
    await type(workbench, 'metric: response time 8 h -> 6 h');
    await page.keyboard.press('Enter');
    await type(workbench, '2026-11-02: 7 h');
    for (const code of ['OKR101', 'OKR103', 'OKR702']) {
      await problems('Improve response time', code).waitFor({ state: 'detached' });
    }
    await cascade.filter({ hasText: 'Improve response time' }).filter({ hasText: '50 %' }).waitFor();
    await status.filter({ hasText: '50 %' }).waitFor();
    const text = await (await hover('Improve response time')).innerText();
    assert.match(text, /50 %/);
    await picture('6-typed-metric-and-check-in');
  });
});

/** Types as a person does, a key after another. */
async function type({ page }: Workbench, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 15 });
}
