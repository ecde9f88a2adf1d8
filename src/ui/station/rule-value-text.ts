import type { RuleValue } from '#domain/authority/rule-set-differences.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { said } from '#ui/state/rules.ts';

/** What a rule set says, in the language of the interface. */
export function ruleValueText(value: RuleValue): string {
  const t = words.t.ruleSet;
  switch (value.type) {
    case 'period':
      return t.period[value.unit](value.length);
    case 'years':
      return words.t.units.years(value.years);
    case 'words':
      return said(value.words);
    case 'text':
      return value.text;
    case 'ground':
      return t.ground(said(value.words), t.evidences[value.evidence], value.reasonCode);
    case 'document':
      return value.hasTerm ? t.withTerm(said(value.words)) : said(value.words);
    case 'form':
      return value.title === undefined ? value.name : `${value.name}: ${value.title}`;
    case 'way':
      return t.ways[value.way];
    case 'needed':
      return t.needed[value.needed];
    case 'locks':
      return t.locks[value.locks];
  }
}
