import { GROUPS, pageName } from '../server/src/rules/page.ts';
import { PRESETS } from '../server/src/rules/presets/index.ts';
import { RULES } from '../server/src/rules/registry.ts';
import { SETTINGS } from '../server/src/rules/rule.ts';
import type { Rule, RuleOption } from '../server/src/rules/rule.ts';

type Schema = Readonly<Record<string, unknown>>;

/** The JSON schema of `okr.config.json`, with every rule, its options and what they do, so that editors complete it. */
export function configSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of the OKR language',
    description: 'Read by the editor and by the command line from okr.config.json in the root of a workspace folder.',
    type: 'object',
    additionalProperties: false,
    allowComments: true,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: 'string' },
      extends: {
        description: 'The preset to start from.',
        default: 'recommended',
        enum: Object.keys(PRESETS),
        enumDescriptions: Object.values(PRESETS).map(({ says }) => says),
      },
      rules: { $ref: '#/definitions/rules', description: 'Severities and options of rules, by name or code.' },
      fiscalYearStart: {
        description: 'The month in which the fiscal year begins: 1 to 12, or its name.',
        default: 1,
        anyOf: [
          { type: 'integer', minimum: 1, maximum: 12 },
          {
            type: 'string',
            pattern:
              '^([Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]ay|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ep|[Oo]ct|[Nn]ov|[Dd]ec)[a-z]*\\.?$',
          },
        ],
      },
      fiscalYearNamedBy: {
        description: 'Whether FY2027 is the fiscal year that ends in 2027, or the one that begins in it.',
        default: 'end',
        enum: ['end', 'start'],
      },
      ignore: {
        description: 'Files to leave alone, as globs like those of .gitignore, which is honoured too.',
        type: 'array',
        items: { type: 'string' },
      },
      overrides: {
        description: 'Other settings for some of the files. Of several that are for a file the later one wins.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: {
            files: {
              description: 'Globs like those of .gitignore, relative to this file.',
              anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
            },
            rules: { $ref: '#/definitions/rules' },
          },
        },
      },
    },
    definitions: {
      severity: { enum: SETTINGS },
      rules: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(RULES.map((rule) => [rule.name, ruleSchema(rule)])),
        patternProperties: Object.fromEntries(
          RULES.map((rule) => [`^[Oo][Kk][Rr]${rule.code.slice(3)}(/.*)?$`, ruleSchema(rule)]),
        ),
      },
    },
  };
}

function ruleSchema(rule: Rule): Schema {
  const says = `${rule.code}: ${rule.says}`;
  const options = {
    type: 'object',
    additionalProperties: false,
    properties: {
      severity: { $ref: '#/definitions/severity' },
      ...Object.fromEntries(Object.entries(rule.options).map(([name, option]) => [name, optionSchema(option)])),
    },
  };
  return {
    description: says,
    markdownDescription: `**${rule.code}** · ${rule.says}\n\n${GROUPS[rule.group]} · [docs/rules/${pageName(rule)}](docs/rules/${pageName(rule)})`,
    default: rule.severity,
    anyOf: [
      { $ref: '#/definitions/severity' },
      options,
      {
        type: 'array',
        items: [{ $ref: '#/definitions/severity' }, options],
        additionalItems: false,
        minItems: 1,
      },
    ],
  };
}

function optionSchema({ default: value, says, minimum }: RuleOption): Schema {
  const type = typeof value === 'object' ? { type: 'array', items: { type: 'string' } } : { type: typeof value };
  return { description: says, default: value, ...type, ...(minimum === undefined ? {} : { minimum }) };
}
