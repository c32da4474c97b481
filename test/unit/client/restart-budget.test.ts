import assert from 'node:assert/strict';
import { restartBudget } from '../../../client/src/restart-budget.ts';

describe('the budget for restarts of the server', () => {
  it('ends with too many crashes in a short time', () => {
    const may = restartBudget(3, 1000);
    assert.deepEqual([0, 10, 20, 30, 40].map(may), [true, true, true, false, false]);
  });

  it('renews itself with time', () => {
    const may = restartBudget(1, 1000);
    assert.deepEqual([0, 500, 1600, 2700].map(may), [true, false, true, true]);
  });
});
