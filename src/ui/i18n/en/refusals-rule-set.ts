import { dateOf, firstFew } from '#ui/i18n/format.ts';
import type { Catalogue } from '#ui/i18n/catalogue.ts';
import { octetsOf } from './units.ts';

const kinds = {
  R: 'Root CA',
  G: 'CA of State Bodies',
  N: 'National CA',
};

export const refusalsRuleSet: Pick<
  Catalogue['refusals'],
  | 'RuleSetTooLarge'
  | 'RuleSetUnreadable'
  | 'RuleSetIncomplete'
  | 'RuleSetDiffers'
  | 'RuleSetHeld'
  | 'RuleSetOfOtherAuthority'
  | 'OrderNumberMissing'
  | 'ActNotInForce'
  | 'PassingDayWrong'
> = {
  RuleSetTooLarge: ({ bytes }) =>
    `The file is too large (${octetsOf(bytes)}): a rule set has at most ${octetsOf(262_144)}. Nothing was written. Choose another file.`,
  RuleSetUnreadable:
    'This file can’t be read as a rule set: it is no strict JSON in UTF-8. Nothing was written. Ask whoever gave it for the right file.',
  RuleSetIncomplete: ({ missing }) => {
    const { shown, more } = firstFew(missing);
    const others = more === 0 ? '' : ` and ${more} more`;
    return `The rule set is incomplete or contradicts itself. At these places of the file something is missing, unknown, named twice, or points to nothing: ${shown.join('; ')}${others}. Nothing was written. Show these places to whoever gave the set.`;
  },
  RuleSetDiffers:
    'The file changed after it was looked at. Nothing was written. Choose it and look at it again.',
  RuleSetHeld: ({ id }) =>
    `The station has or had a set by the name “${id}” (the file’s member id): no set is taken in twice. Nothing was written. If the rules changed, the set has to come under another name.`,
  RuleSetOfOtherAuthority: ({ kind }) =>
    `The set has no rules for this station’s authority (${kinds[kind]}): the file has no part authorities.${kind}. Nothing was written.`,
  OrderNumberMissing:
    'The number of the authority’s order to pass to the new rules is missing. Write it and try again.',
  ActNotInForce: ({ date }) =>
    `The act itself is not in force on that day (${dateOf(date)}): see when it came into force (act.inForceFrom) and when it ended (act.repealed). Nothing was written. Write another day.`,
  PassingDayWrong: ({ date }) =>
    `The day of passing (${dateOf(date)}) does not fit: it is not after today, not before the authority’s order, and not before the passing that went before. Nothing was written. Correct the day.`,
};
