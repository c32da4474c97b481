// What the suite uses of node:assert/strict, for a browser, which has none.

class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

function fail(message: string | undefined, otherwise: () => string): never {
  throw new AssertionError(message ?? otherwise());
}

function show(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value);
}

function isSame(actual: unknown, expected: unknown): boolean {
  if (Object.is(actual, expected)) return true;
  if (typeof actual !== 'object' || typeof expected !== 'object' || actual === null || expected === null) return false;
  if (Array.isArray(actual) !== Array.isArray(expected)) return false;
  const theirs = new Map<string, unknown>(Object.entries(expected));
  const mine = Object.entries(actual);
  return mine.length === theirs.size && mine.every(([key, value]) => theirs.has(key) && isSame(value, theirs.get(key)));
}

const assert = {
  ok(value: unknown, message?: string): void {
    if (!Boolean(value)) fail(message, () => `${show(value)} is not truthy`);
  },
  equal(actual: unknown, expected: unknown, message?: string): void {
    if (!Object.is(actual, expected)) fail(message, () => `${show(actual)} is not ${show(expected)}`);
  },
  notEqual(actual: unknown, expected: unknown, message?: string): void {
    if (Object.is(actual, expected)) fail(message, () => `both are ${show(actual)}`);
  },
  deepEqual(actual: unknown, expected: unknown, message?: string): void {
    if (!isSame(actual, expected)) fail(message, () => `${show(actual)} is not ${show(expected)}`);
  },
  match(actual: string, expected: RegExp, message?: string): void {
    if (!expected.test(actual)) fail(message, () => `${show(actual)} does not match ${String(expected)}`);
  },
  doesNotMatch(actual: string, expected: RegExp, message?: string): void {
    if (expected.test(actual)) fail(message, () => `${show(actual)} matches ${String(expected)}`);
  },
};

// eslint-disable-next-line no-restricted-syntax -- node:assert/strict, whose place it takes, has a default export.
export default assert;
