import { EmbeddedActionsParser } from 'chevrotain';
import type { IOrAlt, IToken, ParserMethod } from 'chevrotain';
import { currencyNamed, leadsAmount } from './currencies.ts';
import { scaleNamed } from './numbers.ts';
import { unitNamed } from './units.ts';
import * as T from './value-tokens.ts';

/** `40` min behind `3 h`. */
export interface DurationPart {
  readonly digits: IToken;
  readonly unit: IToken;
}

/** "per 30 days": the count is the 30. An adverb ("weekly") is a noun on its own. */
export interface RateParts {
  readonly count: IToken | null;
  readonly noun: readonly IToken[];
}

/** The tokens of one number and of what belongs to it. */
export interface AmountParts {
  readonly lead: IToken | null;
  readonly digits: IToken | null;
  readonly words: readonly IToken[];
  readonly scale: IToken | null;
  readonly whole: IToken | null;
  readonly unit: readonly IToken[];
  readonly more: readonly DurationPart[];
  readonly rate: RateParts | null;
}

/** The tokens of a quantity; `tail` is the `+` or "or more" behind it. */
export interface QuantityParts {
  readonly comparison: IToken | null;
  readonly sign: IToken | null;
  readonly first: AmountParts;
  readonly secondSign: IToken | null;
  readonly second: AmountParts | null;
  readonly tail: IToken | null;
}

/** The other side of a rate has at most so many words: "per active user". */
const RATE_WORDS = 2;
/** A counted noun has at most so many words where the text is one quantity: "new monthly active users". */
const NOUN_WORDS = 4;

/**
 * The grammar of a quantity over the tokens of a value. The rule takes all of its input, so whoever calls it cuts the
 * tokens to what is to be one quantity. Its gates ask the tables of units and scales, which no token type can.
 */
export class QuantityParser extends EmbeddedActionsParser {
  readonly quantity: ParserMethod<[], QuantityParts>;
  /** How many words a counted noun may have. */
  nounWords = NOUN_WORDS;
  /** The last token of the quantity that was parsed last. */
  last: IToken = T.NO_TOKEN;
  /** What the rule that runs has met so far: alternatives are made once for all calls, for making them costs more than the call. */
  private words: IToken[] = [];
  private more: DurationPart[] = [];
  private lead: IToken | undefined;
  private isBetween = false;
  private readonly amount: ParserMethod<[], AmountParts>;
  private readonly unit: ParserMethod<[], IToken[]>;
  private readonly rate: ParserMethod<[], RateParts>;

  /** `skipValidations` is false only in the test that checks the grammar itself. */
  constructor(skipValidations: boolean) {
    super(T.VALUE_TOKENS, { skipValidations, maxLookahead: 1 });

    const per: IOrAlt<unknown>[] = [
      { ALT: () => this.CONSUME(T.Per) },
      { ALT: () => this.CONSUME(T.Slash) },
      { ALT: () => this.CONSUME(T.Article) },
    ];
    const perOne = () => this.OR1(per);
    const counts: IOrAlt<IToken>[] = [{ ALT: () => this.CONSUME(T.Digits) }, { ALT: () => this.CONSUME(T.NumberWord) }];
    const count = () => this.OR2(counts);
    const rateWord = {
      GATE: () => this.words.length === 0 || (this.words.length < RATE_WORDS && !this.isTime(this.LA(0))),
      DEF: () => this.words.push(this.CONSUME(T.Word)),
    };
    const rateNouns: IOrAlt<unknown>[] = [
      { ALT: () => this.words.push(this.CONSUME(T.UnitPhrase)) },
      { ALT: () => this.AT_LEAST_ONE(rateWord) },
    ];
    this.rate = this.RULE('rate', () => {
      const noun = this.beginWords();
      this.OPTION1(perOne);
      const counted = this.OPTION2(count);
      this.OR3(rateNouns);
      return { count: counted ?? null, noun };
    });

    const unitWord = { GATE: () => this.atNoun(this.words), DEF: () => this.words.push(this.CONSUME(T.Word)) };
    const units: IOrAlt<unknown>[] = [
      { ALT: () => this.words.push(this.CONSUME(T.Percent)) },
      { ALT: () => this.words.push(this.CONSUME(T.Sign)) },
      { ALT: () => this.words.push(this.CONSUME(T.Times)) },
      { ALT: () => this.words.push(this.CONSUME(T.UnitPhrase)) },
      { ALT: () => this.AT_LEAST_ONE(unitWord) },
    ];
    this.unit = this.RULE('unit', () => {
      const unit = this.beginWords();
      this.OR(units);
      return unit;
    });

    const leads: IOrAlt<IToken>[] = [{ ALT: () => this.CONSUME1(T.Sign) }, { ALT: () => this.CONSUME1(T.Word) }];
    const lead = { GATE: () => this.atLead(), DEF: () => this.OR1(leads) };
    const article = () => this.CONSUME(T.Article);
    const numberWord = () => this.words.push(this.CONSUME1(T.NumberWord));
    const numbers: IOrAlt<IToken | null>[] = [
      { ALT: () => this.CONSUME1(T.Digits) },
      {
        ALT: () => {
          this.OPTION2(article);
          this.AT_LEAST_ONE(numberWord);
          return null;
        },
      },
    ];
    const scales: IOrAlt<IToken>[] = [{ ALT: () => this.CONSUME2(T.NumberWord) }, { ALT: () => this.CONSUME2(T.Word) }];
    const scale = { GATE: () => this.atScale(this.lead), DEF: () => this.OR3(scales) };
    const ofs: IOrAlt<unknown>[] = [{ ALT: () => this.CONSUME(T.Of) }, { ALT: () => this.CONSUME(T.Slash) }];
    const wholes: IOrAlt<IToken>[] = [
      { ALT: () => this.CONSUME2(T.Digits) },
      { ALT: () => this.CONSUME3(T.NumberWord) },
    ];
    const whole = {
      GATE: () => this.atWhole(),
      DEF: () => {
        this.OR4(ofs);
        return this.OR5(wholes);
      },
    };
    const unit = { GATE: () => this.atUnit(), DEF: () => this.SUBRULE(this.unit) };
    const part = {
      GATE: () => this.atDurationPart(),
      DEF: () => this.more.push({ digits: this.CONSUME3(T.Digits), unit: this.CONSUME3(T.Word) }),
    };
    const rate = { GATE: () => this.atRate(), DEF: () => this.SUBRULE(this.rate) };
    this.amount = this.RULE('amount', () => {
      const words = this.beginWords();
      const more: DurationPart[] = [];
      this.more = more;
      this.lead = this.OPTION1(lead);
      const leading = this.lead ?? null;
      const digits = this.OR2(numbers);
      const scaled = this.OPTION3(scale);
      const ofWhole = this.OPTION4(whole);
      const named = this.OPTION5(unit);
      this.MANY(part);
      const rated = this.OPTION6(rate);
      return {
        lead: leading,
        digits,
        words,
        scale: scaled ?? null,
        whole: ofWhole ?? null,
        unit: named ?? [],
        more,
        rate: rated ?? null,
      };
    });

    const about = () => this.CONSUME1(T.About);
    const comparison = () => this.CONSUME(T.Comparison);
    const aboutAgain = () => this.CONSUME2(T.About);
    const between = () => this.CONSUME(T.Between);
    const signs: IOrAlt<IToken>[] = [{ ALT: () => this.CONSUME1(T.Plus) }, { ALT: () => this.CONSUME1(T.Dash) }];
    const sign = () => this.OR1(signs);
    const joints: IOrAlt<unknown>[] = [
      { ALT: () => this.CONSUME(T.DotDot) },
      { ALT: () => this.CONSUME2(T.Dash) },
      { ALT: () => this.CONSUME(T.And) },
    ];
    const secondSigns: IOrAlt<IToken>[] = [{ ALT: () => this.CONSUME2(T.Plus) }, { ALT: () => this.CONSUME3(T.Dash) }];
    const secondSign = () => this.OR3(secondSigns);
    const second = {
      GATE: () => this.atRange(),
      DEF: () => {
        this.OR2(joints);
        const signed = this.OPTION7(secondSign);
        return { sign: signed ?? null, amount: this.SUBRULE2(this.amount) };
      },
    };
    const tails: IOrAlt<IToken>[] = [
      { ALT: () => this.CONSUME3(T.Plus) },
      { ALT: () => this.CONSUME(T.OrMore) },
      { ALT: () => this.CONSUME(T.OrLess) },
    ];
    const tail = () => this.OR4(tails);
    const end = () => (this.last = this.LA(0));
    this.quantity = this.RULE('quantity', () => {
      this.OPTION1(about);
      const compared = this.OPTION2(comparison);
      this.OPTION3(aboutAgain);
      this.isBetween = this.OPTION4(between) !== undefined;
      const signed = this.OPTION5(sign);
      const first = this.SUBRULE1(this.amount);
      const other = this.OPTION6(second);
      const behind = this.OPTION8(tail);
      this.ACTION(end);
      return {
        comparison: compared ?? null,
        sign: signed ?? null,
        first,
        secondSign: other?.sign ?? null,
        second: other?.amount ?? null,
        tail: behind ?? null,
      };
    });

    this.performSelfAnalysis();
  }

  private beginWords(): IToken[] {
    const words: IToken[] = [];
    this.words = words;
    return words;
  }

  /** `$`, `EUR`, `NPS` before digits. */
  private atLead(): boolean {
    const token = this.LA(1);
    if (this.LA(2).tokenType !== T.Digits) return false;
    if (token.tokenType === T.Sign || leadsAmount(token.image)) return true;
    // "-$5" has a sign; the dash of "– NPS 40" sets off the name.
    const signed = this.LA(0).tokenType === T.Dash || this.LA(0).tokenType === T.Plus;
    return !signed && /^[A-Z]{2,6}$/.test(token.image);
  }

  private atScale(lead: IToken | undefined): boolean {
    const next = this.LA(2);
    const money = lead ? leadsAmount(lead.image) : currencyNamed(next.image) !== null;
    return scaleNamed(this.LA(1).image, money) !== null;
  }

  /** "of 5", "/5"; but "/30 days" is a rate. */
  private atWhole(): boolean {
    if (!isNumber(this.LA(2))) return false;
    return this.LA(1).tokenType === T.Of || !this.isTime(this.LA(3));
  }

  /** A word glued to digits is a unit of the table, or no unit at all ("2FA"). */
  private atUnit(): boolean {
    const token = this.LA(1);
    if (token.tokenType === T.Word || token.tokenType === T.Ordinal) return !T.glued(this.LA(0), token);
    if (token.tokenType === T.ScaleWord) return false;
    return token.tokenType !== T.RateAdverb || this.atNoun([]);
  }

  /** A unit of the table is a unit by itself; a counted noun goes on, but not into "weekly" at the end. */
  private atNoun(before: readonly IToken[]): boolean {
    const first = before[0];
    if (!first) return true;
    if (first.tokenType === T.UnitWord || before.length >= this.nounWords) return false;
    const room = before.length + 1 < this.nounWords;
    return this.LA(1).tokenType !== T.RateAdverb || (room && T.isWord(this.LA(2)));
  }

  private atDurationPart(): boolean {
    const next = this.LA(2);
    return this.isTime(this.LA(0)) && (this.isTime(next) || next.image === 'm');
  }

  /** "a" is "per" only before a stretch of time. */
  private atRate(): boolean {
    const token = this.LA(1);
    const next = this.LA(2);
    if (token.tokenType === T.RateAdverb) return true;
    if (token.tokenType === T.Article) return this.isTime(next);
    if (token.tokenType !== T.Per && token.tokenType !== T.Slash) return false;
    return T.isWord(next) || next.tokenType === T.UnitPhrase || (isNumber(next) && T.isWord(this.LA(3)));
  }

  /** A second amount follows; "and" joins the two of "between 5 and 8" only. */
  private atRange(): boolean {
    if (this.LA(1).tokenType === T.And && !this.isBetween) return false;
    return isNumber(this.LA(2)) || this.LA(3).tokenType === T.Digits;
  }

  private isTime(token: IToken): boolean {
    return token.tokenType === T.UnitWord && unitNamed(token.image)?.dimension === 'time';
  }
}

function isNumber(token: IToken): boolean {
  return token.tokenType === T.Digits || token.tokenType === T.NumberWord;
}

let parser: QuantityParser | undefined;

/** The parts of a quantity that is made of exactly these tokens, or null where they make none. */
export function parseQuantity(tokens: IToken[]): QuantityParts | null {
  parser ??= new QuantityParser(true);
  parser.nounWords = NOUN_WORDS;
  parser.input = tokens;
  const parts = parser.quantity();
  return parser.errors.length === 0 ? parts : null;
}

/** The parts of the longest quantity at the beginning of these tokens, and how many tokens it takes. */
export function parseLeadingQuantity(
  tokens: IToken[],
  nounWords: number,
): { parts: QuantityParts; end: IToken } | null {
  parser ??= new QuantityParser(true);
  parser.nounWords = nounWords;
  parser.input = tokens;
  const parts = parser.quantity();
  if (parser.errors.some((error) => error.name !== 'NotAllInputParsedException')) return null;
  return { parts, end: parser.last };
}
