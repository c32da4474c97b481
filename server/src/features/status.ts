import type { StatusResult } from '../lsp/protocol.ts';
import { scoreOf } from '../model/score.ts';
import type { Snapshot } from '../service.ts';

/** What the status bar shows of a file; null where it is not known. */
export function fileStatus(snapshot: Snapshot, uri: string): StatusResult | null {
  const document = snapshot.plan.documents.get(uri);
  if (document === undefined) return null;
  const objectives = document.items.filter((item) => item.kind === 'objective');
  const scores = objectives.map((each) => scoreOf(snapshot.plan, each).computed).filter((score) => score !== null);
  const findings = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of snapshot.findings(uri)) findings[severity]++;
  return {
    objectives: objectives.length,
    keyResults: document.items.filter(({ kind }) => kind === 'kr').length,
    score: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    findings,
    config: snapshot.config.sourceOf(uri),
    ignored: snapshot.config.ignores(uri),
  };
}
