/** A run that could not do what it was asked for, with the reason in plain words. It ends with exit code 2. */
export interface Failure {
  readonly kind: 'failure';
  readonly message: string;
}

export function cannotRun(message: string): Failure {
  return { kind: 'failure', message };
}

export function isFailure(result: object): result is Failure {
  return 'kind' in result && result.kind === 'failure';
}
