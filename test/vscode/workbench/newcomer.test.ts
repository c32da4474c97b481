import { openWorkbench } from './workbench.ts';
import type { Workbench } from './workbench.ts';

describe('A newcomer at the workbench', function () {
  this.timeout(240_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench('2026-11-10', ['plan.okr']);
  });
  after(async () => {
    await workbench.close();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.picture(`failed-${this.currentTest.title.slice(0, 40)}`);
  });

  it('is shown in four steps how it works', async () => {
    const { page, command, picture } = workbench;
    await command('OKR: Get started with OKRs as text');
    const steps = page.locator('.getting-started-step');
    await steps.filter({ hasText: 'Write a first objective' }).waitFor();
    for (const title of ['Make each key result measurable', 'Check in with one line', 'See who supports whom']) {
      await steps.filter({ hasText: title }).locator('.step-title').first().click();
      await page.waitForTimeout(500);
      await picture(`walkthrough-${title.split(' ').at(-1) ?? ''}`);
    }
  });

  for (const theme of ['Light Modern', 'Dark High Contrast', 'Light High Contrast']) {
    it(`is shown the same in the theme ${theme}`, async () => {
      const { page, command, picture } = workbench;
      await command('Preferences: Color Theme');
      await page.locator('.quick-input-widget input').fill(theme);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: theme }).first().click();
      await page
        .locator('.getting-started-step', { hasText: 'Write a first objective' })
        .locator('.step-title')
        .first()
        .click();
      await page.waitForTimeout(500);
      await picture(`walkthrough-${theme}`);
    });
  }
});
