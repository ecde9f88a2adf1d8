import { clausesUnder } from '#domain/authority/citing.ts';
import { type FormId, formIds } from '#domain/authority/form-id.ts';
import { firstRuleSet, heldFile } from '#domain/authority/rule-sets.ts';
import type { Station } from '#domain/authority/station.ts';
import type { CitedSet } from '#ui/i18n/citing.svelte.ts';

/** By what the words of the pages cite at this station; undefined: by the order. */
export function citedSetOf(
  station: Pick<Station, 'ruleSet' | 'kind' | 'heldRuleSets'> | undefined,
): CitedSet | undefined {
  if (station === undefined || station.ruleSet === firstRuleSet) return undefined;
  const file = heldFile(station, station.ruleSet);
  const rules = file?.authorities[station.kind];
  if (file === null || rules === undefined) return undefined;
  return {
    names: file.names,
    clausesFor: (ids) => clausesUnder(rules, ids),
    formFor: (form) => (isForm(form) ? rules.papers?.[form]?.id : undefined),
  };
}

function isForm(name: string): name is FormId {
  return formIds.some((form) => form === name);
}
