import type { Amount } from './amount.ts';
import type { Prose } from './prose.ts';
import { lowerAt } from './prose.ts';

// A few words of other languages, so that two numbers and a change are read there too. Everything else is left to English.
const UP =
  /^(?:aument(?:ar|o|e|ando)|cres(?:cer|cimento)|elevar|increment(?:ar|o)|crecer|augmenter|accroître|steig(?:ern|en|t)|wächst|wachsen|erhöhen|steigerung|erhöhung|tăng|ampliar)$|提升|提高|增加|增长|提昇|增長|达成增长/;
const DOWN =
  /^(?:reduzir|redução|diminuir|baixar|reducir|reducción|disminuir|réduire|réduction|senken|sink(?:en|t)|reduzieren|senkung|giảm)$|降低|减少|下降|缩短|減少|縮短/;
const TO = /^(?:para|até|à|a|ao|al|hasta|auf|zu|bis|lên|xuống|đến|còn)$|[到至为為]$/;

const UNTIL = /^(?:até|bis|hasta|fino|jusqu'au|avant|antes|vor|am|zum|le|em|em até)$/;
const LITTLE = new Set(
  (
    'de da do das dos em para até por com no na nos nas ao aos um uma e ou que des du d la le les un une pour avec en et au ' +
    'aux à par der die das den dem für in bis von mit zum zur pro im am auf und oder el los las del con hasta y o al il di ' +
    'della per tra van voor met naar op'
  ).split(' '),
);

/** Whether a word of another language only joins names: none goes on past it. */
export const isLittleWord = (lower: string): boolean => LITTLE.has(lower);

const MONTH = /^(?:de|[a-zäé]+(?:ber|bro|bre|embre)|januar|februar|märz|april|mai|juni|juli|august)$/;

/** "até 30/11", "bis 31.12.", "até 30 de novembro", "bis zum 15. Dezember": a day, and no figure. */
export function isForeignDay(prose: Prose, { first, last, unit, whole }: Amount): boolean {
  const before = lowerAt(prose, first - 1);
  if (unit !== null || !UNTIL.test(before)) return false;
  const written = lowerAt(prose, last);
  const point = lowerAt(prose, last + 1) === '.';
  const isDay = /^\d{1,2}$/.test(written) && MONTH.test(lowerAt(prose, last + (point ? 2 : 1)));
  // A title with so few words of its language may pass for English.
  if (prose.english) return isDay && before === 'zum';
  if (whole !== null) return whole <= 12;
  return isDay || (/^\d{1,2}\.\d{1,2}$/.test(written) && lowerAt(prose, last + 1).startsWith('.'));
}

/** Where a title in another language says its figure goes, or null, with the index of the word. */
export function foreignChange(
  prose: Prose,
): { readonly direction: 'increase' | 'decrease'; readonly at: number } | null {
  for (let i = 0; i < prose.pieces.length; i++) {
    const lower = prose.pieces[i]?.lower ?? '';
    if (UP.test(lower)) return { direction: 'increase', at: i };
    if (DOWN.test(lower)) return { direction: 'decrease', at: i };
  }
  return null;
}

/** Whether the word before an amount says that it is the level to reach ("para 4h", "到90%"). */
export const foreignTo = (prose: Prose, amount: Amount): boolean =>
  TO.test(prose.pieces[amount.first - 1]?.lower ?? '');
