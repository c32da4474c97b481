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
 * the bytes of the last list are kept, and those of what changed in it are put between; those of a symbol are kept for as
 * long as it is.
 */
export function streamWriter(stream: Writable): MessageWriter {
  const failed = new Emitter<[Error, Message | undefined, number | undefined]>();
  const closed = new Emitter<void>();
  const frame = framing();
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
        stream.write(frame(message), settle);
      });
    },
    end: () => void stream.end(),
    dispose() {
      failed.dispose();
      closed.dispose();
    },
  };
}

/** The list of diagnostics of a document as it was written last: its members, each behind a comma, and where each ends. */
interface Written {
  readonly diagnostics: readonly Diagnostic[];
  readonly bytes: Buffer;
  readonly ends: readonly number[];
}

const NOTHING: Written = { diagnostics: [], bytes: Buffer.alloc(0), ends: [] };

/** Turns messages into bytes, behind a header with their length. */
function framing(): (message: Message) => Buffer {
  const lately = new Map<string, Written>();
  return (message) => {
    if (isOutline(message)) {
      return framed(around({ ...message, result: [] }, 'result', separated(message.result.map(partsOfSymbol))));
    }
    if (!tellsOfFile(message)) return framed([Buffer.from(JSON.stringify(message))]);
    const { params } = message;
    const { uri, version, diagnostics } = params;
    // Only what is open has a version. What is said of other files is seldom said twice.
    if (version === undefined) {
      lately.delete(uri);
      return framed([Buffer.from(JSON.stringify(message))]);
    }
    const written = next(lately.get(uri) ?? NOTHING, diagnostics);
    lately.set(uri, written);
    return framed(
      around({ ...message, params: { ...params, diagnostics: [] } }, 'diagnostics', [written.bytes.subarray(1)]),
    );
  };
}

function framed(parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Buffer.from(`Content-Length: ${String(length)}\r\n\r\n`, 'latin1'), ...parts]);
}

/** The list after another: the bytes of those at its start and at its end that are the same objects are taken over. */
function next(last: Written, diagnostics: readonly Diagnostic[]): Written {
  const before = last.diagnostics;
  const most = Math.min(before.length, diagnostics.length);
  let head = 0;
  while (head < most && before[head] === diagnostics[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === diagnostics[diagnostics.length - 1 - tail]) tail++;
  const endOfHead = last.ends[head - 1] ?? 0;
  const startOfTail = last.ends[before.length - tail - 1] ?? 0;
  const between = diagnostics.slice(head, diagnostics.length - tail);
  const middle = between.map((each) => Buffer.from(`,${JSON.stringify(each)}`));
  const bytes = Buffer.concat([last.bytes.subarray(0, endOfHead), ...middle, last.bytes.subarray(startOfTail)]);
  const ends = last.ends.slice(0, head);
  let end = endOfHead;
  for (const one of middle) ends.push((end += one.length));
  const shift = end - startOfTail;
  for (let index = before.length - tail; index < before.length; index++) ends.push((last.ends[index] ?? 0) + shift);
  return { diagnostics, bytes, ends };
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

function tellsOfFile(message: Message): message is Message & { readonly params: PublishDiagnosticsParams } {
  if (!('method' in message) || message.method !== PublishDiagnosticsNotification.method) return false;
  const { params } = message as NotificationMessage;
  return typeof params === 'object' && 'uri' in params && 'diagnostics' in params;
}

const bytes = new WeakMap<DocumentSymbol, Uint8Array>();

function bytesOf(told: DocumentSymbol): Uint8Array {
  let known = bytes.get(told);
  if (known === undefined) bytes.set(told, (known = Buffer.from(JSON.stringify(told))));
  return known;
}
