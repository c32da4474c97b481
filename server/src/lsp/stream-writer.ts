import type { Writable } from 'node:stream';
import { Emitter, PublishDiagnosticsNotification } from './protocol-parts.ts';
import type {
  Diagnostic,
  Message,
  MessageWriter,
  NotificationMessage,
  PublishDiagnosticsParams,
} from 'vscode-languageserver/node';

/**
 * Writes messages to a stream, each in one piece. What is told of an open document is mostly what was told of it before:
 * the bytes of a diagnostic are kept for as long as the diagnostic is.
 */
export function streamWriter(stream: Writable): MessageWriter {
  const failed = new Emitter<[Error, Message | undefined, number | undefined]>();
  const closed = new Emitter<void>();
  let failures = 0;
  stream.on('error', (error: Error) => {
    failed.fire([error, undefined, undefined]);
  });
  stream.on('close', () => {
    closed.fire();
  });
  return {
    onError: failed.event,
    onClose: closed.event,
    write(message) {
      return new Promise((resolve, reject) => {
        const settle = (error?: Error | null): void => {
          if (error) {
            failed.fire([error, message, ++failures]);
            reject(error);
          } else resolve();
        };
        stream.write(framed(partsOf(message)), settle);
      });
    },
    end: () => void stream.end(),
    dispose() {
      failed.dispose();
      closed.dispose();
    },
  };
}

/** The parts of a message one after another, behind a header with their length. */
function framed(parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const header = `Content-Length: ${String(length)}\r\n\r\n`;
  const frame = Buffer.allocUnsafe(header.length + length);
  let at = frame.write(header, 'latin1');
  for (const part of parts) {
    frame.set(part, at);
    at += part.length;
  }
  return frame;
}

function partsOf(message: Message): readonly Uint8Array[] {
  if (!tellsOfOpen(message)) return [Buffer.from(JSON.stringify(message))];
  const frame = JSON.stringify({ ...message, params: { ...message.params, diagnostics: [] } });
  // No text holds this: quotation marks within a text are escaped.
  const at = frame.indexOf(EMPTY_LIST) + EMPTY_LIST.length - 1;
  const parts: Uint8Array[] = [Buffer.from(frame.slice(0, at))];
  for (const each of message.params.diagnostics) {
    if (parts.length > 1) parts.push(COMMA);
    parts.push(bytesOf(each));
  }
  parts.push(Buffer.from(frame.slice(at)));
  return parts;
}

const EMPTY_LIST = '"diagnostics":[]';
const COMMA = Buffer.from(',');

/** Only what is open has a version. What is said of other files is seldom said twice. */
function tellsOfOpen(message: Message): message is Message & { readonly params: PublishDiagnosticsParams } {
  if (!('method' in message) || message.method !== PublishDiagnosticsNotification.method) return false;
  const { params } = message as NotificationMessage;
  return typeof params === 'object' && 'version' in params && 'diagnostics' in params;
}

const bytes = new WeakMap<Diagnostic, Uint8Array>();

function bytesOf(diagnostic: Diagnostic): Uint8Array {
  let known = bytes.get(diagnostic);
  if (known === undefined) bytes.set(diagnostic, (known = Buffer.from(JSON.stringify(diagnostic))));
  return known;
}
