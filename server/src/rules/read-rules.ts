import type { Node } from 'jsonc-parser';
import { at, membersOf, numberOf, textOf, textsOf, unknownName } from './config-problem.ts';
import type { Complain } from './config-problem.ts';
import type { RuleConfig } from './config.ts';
import { said } from '../syntax/said.ts';
import { RULES, ruleCalled } from './registry.ts';
import { SETTINGS } from './rule.ts';
import type { OptionValue, Rule, RuleOption, Setting } from './rule.ts';
import { mergeSettings } from './settings.ts';
import type { Settings } from './settings.ts';

const NONE: Settings = new Map();

/**
 * Reads a `rules` object: each rule by name or code, with a severity, an object of `severity` and options, or both in a
 * list (`["warning", { "max": 7 }]`). What cannot be read is told and left out.
 */
export function readRules(node: Node, complain: Complain): Settings {
  if (node.type !== 'object') {
    complain(at(node, said`"rules" is an object, e.g. { "not-measurable": "error" }.`));
    return NONE;
  }
  let settings = NONE;
  for (const { key, name, value } of membersOf(node, complain)) {
    const rule = ruleCalled(name);
    if (!rule) {
      const names = /^okr/i.test(name) ? RULES.map(({ code }) => code) : RULES.map(({ name: called }) => called);
      complain(unknownName(key, name, said`rule`, names));
    } else if (value) {
      settings = mergeSettings(settings, new Map([[rule.code, readRule(rule, value, complain)]]));
    }
  }
  return settings;
}

function readRule(rule: Rule, node: Node, complain: Complain): RuleConfig {
  switch (node.type) {
    case 'string':
      return { setting: readSetting(node, complain), options: {} };
    case 'object':
      return readOptions(rule, node, complain);
    case 'array': {
      const [first, second, third] = node.children ?? [];
      if (first && !third && (!second || second.type === 'object')) {
        const setting = readSetting(first, complain);
        return { setting, options: second ? readOptions(rule, second, complain).options : {} };
      }
      break;
    }
    default:
  }
  complain(at(node, said`A rule is set to ${SETTINGS.join(', ')}, or to an object with a "severity" and options.`));
  return { setting: null, options: {} };
}

function readSetting(node: Node, complain: Complain): Setting | null {
  const text = textOf(node);
  const setting = SETTINGS.find((one) => one === text);
  if (setting) return setting;
  if (text === null) complain(at(node, said`A severity is one of ${SETTINGS.join(', ')}.`));
  else complain(unknownName(node, text, said`severity`, SETTINGS));
  return null;
}

function readOptions(rule: Rule, node: Node, complain: Complain): RuleConfig {
  let setting: Setting | null = null;
  const options: Record<string, OptionValue> = {};
  for (const { key, name, value } of membersOf(node, complain)) {
    const option = Object.hasOwn(rule.options, name) ? rule.options[name] : undefined;
    if (name === 'severity') {
      if (value) setting = readSetting(value, complain);
    } else if (!option) {
      complain(unknownName(key, name, said`option of ${rule.name}`, ['severity', ...Object.keys(rule.options)]));
    } else if (value) {
      const read = readOption(name, option, value, complain);
      if (read !== null) options[name] = read;
    }
  }
  return { setting, options };
}

function readOption(name: string, option: RuleOption, node: Node, complain: Complain): OptionValue | null {
  const { default: usual, minimum } = option;
  if (typeof usual === 'object') return textsOf(node, `"${name}"`, complain);
  if (typeof usual === 'number') {
    const number = numberOf(node);
    if (number !== null && number >= (minimum ?? -Infinity)) return number;
    const wanted = minimum === undefined ? said`"${name}" is a number` : said`"${name}" is a number from ${minimum}`;
    complain(at(node, said`${wanted}, e.g. ${usual}.`));
    return null;
  }
  const value: unknown = node.value;
  if (typeof usual === 'boolean' && typeof value === 'boolean') return value;
  if (typeof usual === 'string' && typeof value === 'string') return value;
  const example = JSON.stringify(usual);
  const isFlag = typeof usual === 'boolean';
  complain(
    at(node, isFlag ? said`"${name}" is true or false, e.g. ${example}.` : said`"${name}" is a text, e.g. ${example}.`),
  );
  return null;
}
