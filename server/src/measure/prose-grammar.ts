import { EmbeddedActionsParser, tokenMatcher } from 'chevrotain';
import type { IToken } from 'chevrotain';
import type { Amount } from './amount.ts';
import { emptyDraft, comparatorOf, inThousands, NOTHING, valueOf } from './amount-draft.ts';
import type { Count } from './amount-draft.ts';
import { end, islands, isNumber, leadsNumber, mayBeUnit } from './amount-islands.ts';
import { currencyNamed } from './currencies.ts';
import { proseNumber, readDigits, readNumberWords, scaleNamed } from './numbers.ts';
import { POINTED } from './point-groups.ts';
import type { Unit } from './quantity.ts';
import * as t from './prose-tokens.ts';
import { currencyUnit, unitNamed } from './units.ts';

/** Words that are units only where they are glued to the number or spelt in full: "5 d" is rare, "5 us" is no unit. */
const LOOSE = new Set(['us', 'd', 'y', 'b', 'w', 'real', 'try', 'h', 's', 'mo', 'second']);

/**
 * Finds the quantities of a sentence. Whatever is no quantity is stepped over, so that it accepts any tokens.
 *
 *     sentence := (amount | any token)*
 *     amount   := about? comparison? about? sign? currency? number (dash number)? unit? (plus | "or more" | "or less")? unit?
 *     number   := digits scale? | number words | digits "x" | n "/" m | n "of" m
 */
export class ProseGrammar extends EmbeddedActionsParser {
  private amounts: Amount[] = [];
  /** For each token of the input, its index in the sentence. */
  private places: readonly number[] = [];
  private taken = 0;
  private draft = emptyDraft();
  private scale = 1;
  private whole: number | null = null;

  /** `skipValidations` is false only in the test that checks the grammar itself. */
  public constructor(skipValidations: boolean) {
    super(t.PROSE_TOKENS, { recoveryEnabled: false, maxLookahead: 1, skipValidations });
    this.performSelfAnalysis();
  }

  /**
   * The amounts among the tokens, in their order. The grammar is given only the tokens that can be part of an amount, for
   * most of a sentence is words; a token knows by its offset whether it touched the one before.
   */
  public read(tokens: IToken[]): readonly Amount[] {
    const { places, plain } = islands(tokens);
    if (places.length === 0) return plain;
    this.amounts = [...plain];
    this.places = places;
    const input: IToken[] = [];
    for (const place of this.places) {
      const token = tokens[place];
      if (token) input.push(token);
    }
    this.input = input;
    this.taken = 0;
    this.sentence();
    return plain.length === 0 ? this.amounts : this.amounts.sort((a, b) => a.first - b.first);
  }

  private sentence = this.RULE('sentence', () => {
    this.MANY(this.parts);
  });

  private parts = (): void => {
    this.OR(this.choice);
  };

  private alternatives = [
    { GATE: () => this.startsAmount(), ALT: () => this.SUBRULE(this.amount) },
    { ALT: () => this.CONSUME(t.Anything) },
  ];

  // An amount is tried first, where one begins; the two overlap on purpose.
  private choice = { DEF: this.alternatives, IGNORE_AMBIGUITIES: true };

  private amount = this.RULE('amount', () => {
    const first = this.ACTION(() => this.position());
    this.draft = emptyDraft();
    this.OPTION(() => this.CONSUME(t.Approx));
    this.OPTION1(this.comparison);
    this.OPTION2(() => this.CONSUME1(t.Approx));
    this.OPTION3(() => this.OR(this.signs));
    this.OPTION4(() => {
      const token = this.CONSUME(t.CurrencySign);
      this.draft.unit = this.ACTION(() => currencyOf(token));
    });
    this.draft.low = this.SUBRULE(this.count);
    this.option(10, this.unitOfLow);
    this.OPTION5(this.range);
    this.OPTION6(this.unit);
    this.MANY1(this.smaller);
    this.OPTION7(() => this.OR1(this.afterwards));
    this.OPTION9(this.unitBehind);
    this.ACTION(() => this.keep(first));
  });

  // The alternatives are made once: inside the rule they would be made for every amount.
  private comparison = (): void => {
    const token = this.CONSUME(t.Comparison);
    this.draft.compared = this.ACTION(() => comparatorOf(token));
    this.draft.within = tokenMatcher(token, t.Within);
    // "in under 5 minutes" says less, "within 5 minutes" at most.
    if (this.draft.within && /^in/i.test(token.image)) this.draft.compared = '<';
    this.draft.between = tokenMatcher(token, t.Between);
  };

  private signs = [
    {
      ALT: () => {
        this.CONSUME(t.Plus);
        this.draft.sign = 1 as const;
      },
    },
    {
      ALT: () => {
        this.CONSUME(t.Dash);
        this.draft.sign = -1 as const;
      },
    },
  ];

  /** The first percent sign of "between 85% and 92%". */
  private unitOfLow = {
    GATE: () => this.draft.between && this.LA(2).image.toLowerCase() === 'and' && this.unitAhead() !== null,
    DEF: () => {
      this.draft.unitOfLow = this.ACTION(() => this.unitAhead());
      this.CONSUME5(t.Anything);
    },
  };

  private range = {
    GATE: () => this.startsRange(),
    DEF: () => {
      this.CONSUME1(t.Anything);
      this.option(11, () => this.OR3(this.signsOfHigh));
      this.OPTION8(() => this.CONSUME1(t.CurrencySign));
      this.draft.high = this.SUBRULE1(this.count);
    },
  };

  private signsOfHigh = [
    { ALT: () => this.CONSUME3(t.Plus) },
    {
      ALT: () => {
        this.CONSUME1(t.Dash);
        this.draft.highIsBelowZero = true;
      },
    },
  ];

  private unit = {
    GATE: () => this.draft.unit === null && this.unitAhead() !== null,
    DEF: () => {
      this.draft.unit = this.ACTION(() => this.unitAhead());
      this.CONSUME2(t.Anything);
    },
  };

  /** The days of "60+ days". */
  private unitBehind = {
    GATE: () => this.draft.unit === null && this.draft.compared === '>=' && this.unitAhead() !== null,
    DEF: () => {
      this.draft.unit = this.ACTION(() => this.unitAhead());
      this.CONSUME4(t.Anything);
    },
  };

  /** The minutes of "3 h 40 min". */
  private smaller = {
    GATE: () => this.smallerAhead(1, this.draft.unit) !== null,
    DEF: () => {
      const digits = this.CONSUME2(t.Digits);
      this.ACTION(() => this.add(digits));
      this.CONSUME3(t.Anything);
    },
  };

  private add(digits: IToken): void {
    const { unit, low } = this.draft;
    const part = this.smallerAhead(0, unit);
    if (!unit || !part) return;
    this.draft.low = { ...low, value: low.value + (proseNumber(digits.image) * part.factor) / unit.factor };
    this.draft.least = part;
  }

  private afterwards = [
    {
      ALT: () => {
        this.CONSUME2(t.Plus);
        this.draft.compared ??= '>=';
      },
    },
    {
      ALT: () => {
        this.CONSUME(t.OrMore);
        this.draft.compared ??= '>=';
      },
    },
    {
      ALT: () => {
        this.CONSUME(t.OrLess);
        this.draft.compared ??= '<=';
      },
    },
  ];

  private keep(first: number): void {
    const { compared, within, sign, high } = this.draft;
    const unit = this.draft.unit ?? this.draft.unitOfLow;
    const low = unit?.dimension === 'currency' ? inThousands(this.draft.low) : this.draft.low;
    this.amounts.push({
      value: valueOf(this.draft, low),
      whole: low.whole,
      unit,
      op: compared ?? '=',
      compared: compared !== null,
      sign,
      within,
      scale: (high ?? low).scale,
      times: low.times,
      spelt: low.spelt,
      pointed: low.pointed,
      first: this.places[first] ?? 0,
      last: this.places[this.position() - 1] ?? 0,
    });
  }

  private count = this.RULE('count', (): Count => this.OR2(this.counts));

  private counts = [
    { ALT: (): Count => this.SUBRULE(this.digits) },
    {
      ALT: (): Count => {
        const token = this.CONSUME(t.NumberWord);
        this.whole = null;
        this.OPTION(this.outOfWords);
        return {
          ...NOTHING,
          value: this.ACTION(() => readNumberWords(token.image) ?? (/^(?:n|break)/i.test(token.image) ? 0 : 1)),
          whole: this.whole,
          spelt: true,
        };
      },
    },
    {
      ALT: (): Count => {
        const token = this.CONSUME(t.Times);
        return { ...NOTHING, value: proseNumber(token.image.replace(/\s?[x×]$/i, '')), times: true };
      },
    },
    {
      ALT: (): Count => {
        const [n = 0, m = 0] = this.CONSUME(t.Ratio).image.replace(',', '.').split('/').map(Number);
        return { ...NOTHING, value: n, whole: m };
      },
    },
  ];

  private digits = this.RULE('digits', (): Count => {
    const token = this.CONSUME(t.Digits);
    const value = this.ACTION(() => proseNumber(token.image));
    this.scale = 1;
    this.OPTION9(this.scaled);
    const { scale } = this;
    this.whole = null;
    this.OPTION(this.outOf);
    const pointed = scale === 1 && POINTED.test(token.image);
    return { ...NOTHING, value: value * scale, scale, whole: this.whole, pointed };
  });

  private scaled = {
    GATE: () => this.scaleAhead() !== null,
    DEF: () => {
      this.scale = this.ACTION(() => this.scaleAhead()) ?? 1;
      this.CONSUME(t.Anything);
    },
  };

  /** "three out of four" */
  private outOfWords = {
    GATE: () => tokenMatcher(this.LA(2), t.NumberWord) && /^out of/i.test(this.LA(1).image),
    DEF: () => {
      this.CONSUME(t.OutOf);
      const of = this.CONSUME1(t.NumberWord);
      this.whole = this.ACTION(() => readNumberWords(of.image));
    },
  };

  private outOf = {
    GATE: () => tokenMatcher(this.LA(2), t.Digits),
    DEF: () => {
      this.CONSUME(t.OutOf);
      const of = this.CONSUME1(t.Digits);
      this.whole = this.ACTION(() => readDigits(of.image).value);
    },
  };

  /** The index in the input of the token that comes next. It only ever grows. */
  private position(): number {
    const next = this.LA(1);
    const { input } = this;
    while (this.taken < input.length && input[this.taken] !== next) this.taken++;
    return this.taken;
  }

  private startsAmount(): boolean {
    let ahead = 1;
    while (ahead < 6 && leadsNumber(this.LA(ahead))) {
      const token = this.LA(ahead);
      const next = this.LA(ahead + 1);
      // A dash is a minus only where it touches its number and nothing touches it from the left.
      if (tokenMatcher(token, t.Dash)) {
        const before = this.LA(ahead - 1);
        if (end(token) !== next.startOffset || end(before) === token.startOffset) return false;
      }
      ahead++;
    }
    return isNumber(this.LA(ahead));
  }

  private startsRange(): boolean {
    const joint = this.LA(1);
    const second = this.LA(2);
    if (this.draft.between && joint.image.toLowerCase() === 'and') {
      const signed = tokenMatcher(second, t.Dash) || tokenMatcher(second, t.Plus) ? 1 : 0;
      return isNumber(this.LA(tokenMatcher(this.LA(2 + signed), t.CurrencySign) ? 3 + signed : 2 + signed));
    }
    const next = tokenMatcher(second, t.CurrencySign) ? this.LA(3) : second;
    return tokenMatcher(joint, t.Dash) && tokenMatcher(next, t.Digits) && second.startOffset - end(joint) <= 1;
  }

  private scaleAhead(): number | null {
    const token = this.LA(1);
    const touches = end(this.LA(0)) === token.startOffset;
    const word = token.image;
    if (tokenMatcher(token, t.NumberWord))
      return /^(thousand|million|billion|trillion)$/i.test(word) ? scaleNamed(word.toLowerCase(), false) : null;
    if (!tokenMatcher(token, t.Word) && !tokenMatcher(token, t.WideWord)) return null;
    // "R$ 50 mil" is thousands, "$5 mil" millions.
    if (word === 'mil') return { R$: 1e3, $: 1e6 }[this.LA(-1).image] ?? null;
    if (!touches && word.length < 3) return null;
    const money = tokenMatcher(this.LA(-1), t.CurrencySign) || (touches && word === 'B');
    return scaleNamed(word, money);
  }

  /** The unit of the table that comes next, or null. */
  private unitAhead(): Unit | null {
    const token = this.LA(1);
    if (this.draft.low.times || !mayBeUnit(token)) return null;
    if (tokenMatcher(token, t.CurrencySign)) return isNumber(this.LA(2)) ? null : currencyOf(token);
    if (tokenMatcher(token, t.Points)) return unitNamed(/^b/i.test(token.image) ? 'bp' : 'pp');
    if (tokenMatcher(token, t.Percent)) return unitNamed('%');
    const lower = token.image.toLowerCase();
    const unit = unitNamed(token.image);
    const loose = LOOSE.has(lower) && !this.draft.between && end(this.LA(0)) !== token.startOffset;
    return loose && this.smallerAhead(2, unit) === null ? null : unit;
  }

  /** The unit of the smaller part of a duration whose digits are so many tokens ahead ("40 min" behind "3 h"), or null. */
  private smallerAhead(ahead: number, unit: Unit | null): Unit | null {
    const limit = this.draft.least ?? unit;
    if (unit?.dimension !== 'time' || limit === null || this.draft.high !== null || this.draft.low.spelt) return null;
    const word = this.LA(ahead + 1);
    if (!tokenMatcher(this.LA(ahead), t.Digits) || !tokenMatcher(word, t.Word)) return null;
    // "m" behind hours is minutes; alone it is no time.
    const part = unitNamed(word.image === 'm' ? 'min' : word.image);
    return part?.dimension === 'time' && part.per === null && part.factor < limit.factor ? part : null;
  }
}

function currencyOf(token: IToken): Unit | null {
  const code = currencyNamed(token.image);
  return code === null ? null : currencyUnit(code);
}

let grammar: ProseGrammar | undefined;

/** The amounts of a sentence, from its tokens. */
export function amountsOf(tokens: IToken[]): readonly Amount[] {
  grammar ??= new ProseGrammar(true);
  return grammar.read(tokens);
}
