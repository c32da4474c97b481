import type { Connection, MessageReader } from 'vscode-languageserver/node';
import { createConnection, ProposedFeatures, ShutdownRequest, StreamMessageReader } from 'vscode-languageserver/node';
import { streamWriter } from './stream-writer.ts';

/** A connection over standard input and output. The process ends with its input, as an editor that crashes ends it. */
export function connectOverStdio(): Connection {
  let code = 1;
  const end = (): never => process.exit(code);
  process.stdin.on('end', end);
  process.stdin.on('close', end);
  return createConnection(
    ProposedFeatures.all,
    watched(new StreamMessageReader(process.stdin), (method) => {
      if (method === ShutdownRequest.method) code = 0;
    }),
    streamWriter(process.stdout),
  );
}

/** Tells of each message before it is answered. */
function watched(reader: MessageReader, sees: (method: string) => void): MessageReader {
  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    listen: (callback) =>
      reader.listen((message) => {
        if ('method' in message && typeof message.method === 'string') sees(message.method);
        callback(message);
      }),
    dispose: () => reader.dispose(),
  };
}
