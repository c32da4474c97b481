import { formatting } from '../features/format.ts';
import { formatOnType } from '../features/format-on-type.ts';
import type { Asking } from './asked.ts';

/** Answers what sets the form of a text and leaves its words. */
export function answerFormatting({ connection, about }: Asking): void {
  connection.onDocumentFormatting(about(({ snapshot, uri }, { options }) => formatting(snapshot, uri, options, null)));
  connection.onDocumentRangeFormatting(
    about(({ snapshot, uri }, { options, range }) => formatting(snapshot, uri, options, range)),
  );
  connection.onDocumentOnTypeFormatting(
    about(({ snapshot, uri }, { options, position }) => formatOnType(snapshot, uri, position, options)),
  );
}
