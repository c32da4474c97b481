import { CstParser } from 'chevrotain';
import type { CstNode, ParserMethod } from 'chevrotain';
import * as t from './tokens.ts';

/**
 * The grammar of a block: lines, one after another. A line's first token says what it is, and the lexer's modes keep the
 * rest of the line from being taken for another. What cannot be read is dropped up to the next line (Chevrotain's
 * recovery), and the tree builder finds it by its place.
 */
export class BlockParser extends CstParser {
  readonly block: ParserMethod<[], CstNode>;
  readonly #line: ParserMethod<[], CstNode>;
  readonly #header: ParserMethod<[], CstNode>;
  readonly #cycle: ParserMethod<[], CstNode>;
  readonly #directive: ParserMethod<[], CstNode>;

  /** With `validate`, Chevrotain checks the grammar for ambiguities, which takes longer than building it. */
  constructor(validate = false) {
    super([...t.ALL_TOKENS], { recoveryEnabled: true, skipValidations: !validate, nodeLocationTracking: 'none' });

    this.#header = this.RULE('header', () => {
      this.OR([
        { ALT: () => this.CONSUME(t.KeyResult) },
        { ALT: () => this.CONSUME(t.Objective) },
        { ALT: () => this.CONSUME(t.Kpi) },
        { ALT: () => this.CONSUME(t.Scope) },
      ]);
      this.OPTION(() => this.CONSUME(t.HeaderNumber));
      this.OPTION1(() => this.CONSUME(t.HeaderId));
      this.OPTION2(() => this.CONSUME(t.HeaderColon));
      this.OPTION3(() => this.CONSUME(t.Rest));
      this.OPTION4(() => this.CONSUME(t.Junk));
    });

    this.#cycle = this.RULE('cycle', () => {
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

    this.#directive = this.RULE('directive', () => {
      this.CONSUME(t.Directive);
      this.MANY(() => this.CONSUME(t.RuleName));
      this.OPTION(() => this.CONSUME(t.DirectiveColon));
      this.OPTION1(() => this.CONSUME(t.Rest));
    });

    this.#line = this.RULE('line', () => {
      this.OR([
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
      ]);
      this.OPTION(() => this.CONSUME(t.Rest));
    });

    this.block = this.RULE('block', () => {
      this.MANY(() =>
        this.OR([
          { ALT: () => this.SUBRULE(this.#line) },
          { ALT: () => this.SUBRULE(this.#header) },
          { ALT: () => this.SUBRULE(this.#cycle) },
          { ALT: () => this.SUBRULE(this.#directive) },
        ]),
      );
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
