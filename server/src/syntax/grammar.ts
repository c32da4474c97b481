import { CstParser } from 'chevrotain';
import type { CstNode, IOrAlt, ParserMethod } from 'chevrotain';
import * as t from './tokens.ts';

/**
 * The grammar of a block: lines, one after another. A line's first token says what it is, and the lexer's modes keep the
 * rest of the line from being taken for another. What cannot be read is dropped up to the next line (Chevrotain's
 * recovery), and the tree builder finds it by its place. Alternatives are made once: a list made at every call costs
 * several times the call.
 */
export class BlockParser extends CstParser {
  readonly block: ParserMethod<[], CstNode>;

  /** With `validate`, Chevrotain checks the grammar for ambiguities, which takes longer than building it. */
  constructor(validate = false) {
    super([...t.ALL_TOKENS], { recoveryEnabled: true, skipValidations: !validate, nodeLocationTracking: 'none' });

    const keywords: IOrAlt<unknown>[] = [
      { ALT: () => this.CONSUME(t.KeyResult) },
      { ALT: () => this.CONSUME(t.Objective) },
      { ALT: () => this.CONSUME(t.Kpi) },
      { ALT: () => this.CONSUME(t.Scope) },
      { ALT: () => this.CONSUME(t.Misspelt) },
    ];
    const number = () => this.CONSUME(t.HeaderNumber);
    const id = () => this.CONSUME(t.HeaderId);
    const colon = () => this.CONSUME(t.HeaderColon);
    const rest = () => this.CONSUME(t.Rest);
    const junk = () => this.CONSUME(t.Junk);
    const header = this.RULE('header', () => {
      this.OR(keywords);
      this.OPTION(number);
      this.OPTION1(id);
      this.OPTION2(colon);
      this.OPTION3(rest);
      this.OPTION4(junk);
    });

    const cycle = this.RULE('cycle', () => {
      this.CONSUME(t.Cycle);
      this.OPTION(() => this.CONSUME(t.CycleColon));
      this.OPTION1(() => this.CONSUME(t.CycleName));
      this.OPTION2(() => {
        this.CONSUME1(t.CycleColon);
        this.OPTION3(() => {
          this.CONSUME(t.CycleDay);
          this.CONSUME(t.CycleTo);
          this.CONSUME1(t.CycleDay);
        });
      });
      this.OPTION4(() => this.CONSUME(t.Junk));
    });

    const directive = this.RULE('directive', () => {
      this.CONSUME(t.Directive);
      this.MANY(() => this.CONSUME(t.RuleName));
      this.OPTION(() => this.CONSUME(t.DirectiveColon));
      this.OPTION1(() => this.CONSUME(t.Rest));
    });

    const beginnings: IOrAlt<unknown>[] = [
      { ALT: () => this.CONSUME(t.Property) },
      { ALT: () => this.CONSUME(t.EntryDate) },
      { ALT: () => this.CONSUME(t.NoteMark) },
      { ALT: () => this.CONSUME(t.Box) },
      { ALT: () => this.CONSUME(t.UnknownName) },
      { ALT: () => this.CONSUME(t.BareDate) },
      { ALT: () => this.CONSUME(t.Comment) },
      { ALT: () => this.CONSUME(t.Label) },
      { ALT: () => this.CONSUME(t.QuantityGoal) },
      { ALT: () => this.CONSUME(t.Stray) },
    ];
    const line = this.RULE('line', () => {
      this.OR(beginnings);
      this.OPTION(rest);
    });

    const lines: IOrAlt<unknown>[] = [
      { ALT: () => this.SUBRULE(line) },
      { ALT: () => this.SUBRULE(header) },
      { ALT: () => this.SUBRULE(cycle) },
      { ALT: () => this.SUBRULE(directive) },
    ];
    const oneLine = () => this.OR(lines);
    this.block = this.RULE('block', () => {
      this.MANY(oneLine);
    });

    this.performSelfAnalysis();
  }
}

let parser: BlockParser | undefined;

/** The parser of the process, made at its first use: making one takes longer than parsing a thousand blocks. */
export function blockParser(): BlockParser {
  parser ??= new BlockParser();
  return parser;
}
