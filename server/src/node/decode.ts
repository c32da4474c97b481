import type { FileContent } from '../host.ts';

/**
 * Bytes to text. A byte order mark is dropped, as editors do. Text that is not UTF-8 is decoded with the replacement
 * character where bytes make no sense, and `notUtf8At` says where the first such place is, in UTF-16 units.
 */
export function decode(bytes: Uint8Array): FileContent {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return { kind: 'text', text: new TextDecoder(utf16).decode(bytes), notUtf8At: 0 };
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notUtf8At: null };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    return { kind: 'text', text, notUtf8At: firstReplacement(bytes, text) };
  }
}

/** True for bytes that begin with the byte order mark of UTF-8. */
export function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** The first replacement character of `text` that is not one in the bytes themselves. */
function firstReplacement(bytes: Uint8Array, text: string): number {
  const encoder = new TextEncoder();
  let byte = startsWithMark(bytes) ? 3 : 0;
  let from = 0;
  for (;;) {
    const at = text.indexOf('\uFFFD', from);
    if (at === -1) return from;
    byte += encoder.encode(text.slice(from, at)).length;
    const written = bytes[byte] === 0xef && bytes[byte + 1] === 0xbf && bytes[byte + 2] === 0xbd;
    if (!written) return at;
    byte += 3;
    from = at + 1;
  }
}
