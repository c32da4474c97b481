export {
  CASCADE_REQUEST,
  PLAN_CHANGED,
  STATUS_REQUEST,
  type CascadeKind,
  type CascadeNode,
  type CascadeParams,
  type CascadeResult,
  type InitializationOptions,
  type SourceRange,
  type StatusParams,
  type StatusResult,
} from '../../server/src/lsp/protocol.ts';
