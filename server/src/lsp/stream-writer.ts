import type { Writable } from 'node:stream';
import { Emitter, PublishDiagnosticsNotification } from './protocol-parts.ts';
import type {
  Diagnostic,
  DocumentSymbol,
  Message,
  MessageWriter,
  NotificationMessage,
  PublishDiagnosticsParams,
} from 'vscode-languageserver/node';

/**
 * Writes messages to a stream, each in one piece. What is told of an open document is mostly what was told of it before:
 * the bytes of a diagnostic and of a symbol are kept for as long as that is.
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
  if (tellsOfOpen(message)) {
    const { params } = message;
    const diagnostics = separated(params.diagnostics.map((each) => [bytesOf(each)]));
    return around({ ...message, params: { ...params, diagnostics: [] } }, 'diagnostics', diagnostics);
  }
  if (isOutline(message)) {
    return around({ ...message, result: [] }, 'result', separated(message.result.map(partsOfSymbol)));
  }
  return [Buffer.from(JSON.stringify(message))];
}

/** The parts of an object whose list `name` is empty, with these in the place of what the list holds. */
function around(object: object, name: string, list: readonly Uint8Array[]): readonly Uint8Array[] {
  const frame = JSON.stringify(object);
  // No text holds this: quotation marks within a text are escaped.
  const empty = `"${name}":[]`;
  const at = frame.indexOf(empty) + empty.length - 1;
  return [Buffer.from(frame.slice(0, at)), ...list, Buffer.from(frame.slice(at))];
}

function separated(members: readonly (readonly Uint8Array[])[]): readonly Uint8Array[] {
  return members.flatMap((parts, index) => (index === 0 ? parts : [COMMA, ...parts]));
}

/** Symbols with at most as many below them, and none below those, are written and kept in one piece. */
const FEW = 30;

function partsOfSymbol(symbol: DocumentSymbol): readonly Uint8Array[] {
  const { children = [] } = symbol;
  if (children.length <= FEW && !children.some((child) => child.children?.length)) return [bytesOf(symbol)];
  return around({ ...symbol, children: [] }, 'children', separated(children.map(partsOfSymbol)));
}

const COMMA = Buffer.from(',');

/** Whether a message answers with the symbols of a document, of which most are as they were in the answer before. */
function isOutline(message: Message): message is Message & { readonly result: readonly DocumentSymbol[] } {
  if (!('result' in message) || !Array.isArray(message.result)) return false;
  const first: unknown = message.result[0];
  return typeof first === 'object' && first !== null && 'selectionRange' in first && 'children' in first;
}

/** Only what is open has a version. What is said of other files is seldom said twice. */
function tellsOfOpen(message: Message): message is Message & { readonly params: PublishDiagnosticsParams } {
  if (!('method' in message) || message.method !== PublishDiagnosticsNotification.method) return false;
  const { params } = message as NotificationMessage;
  return typeof params === 'object' && 'version' in params && 'diagnostics' in params;
}

const bytes = new WeakMap<Diagnostic | DocumentSymbol, Uint8Array>();

function bytesOf(told: Diagnostic | DocumentSymbol): Uint8Array {
  let known = bytes.get(told);
  if (known === undefined) bytes.set(told, (known = Buffer.from(JSON.stringify(told))));
  return known;
}
