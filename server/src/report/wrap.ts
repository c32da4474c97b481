/** Words to lines of at most `room` columns, of which the first line has `taken` less. A longer word is left whole. */
export function wrap(words: readonly string[], room: number, taken = 0): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const left = lines.length === 0 ? room - taken : room;
    if (line !== '' && line.length + 1 + word.length > left) {
      lines.push(line);
      line = word.trimStart();
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
