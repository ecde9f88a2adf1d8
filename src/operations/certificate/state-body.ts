import type { Application } from '#domain/application/application.ts';
import type { Finding } from '#domain/clause/finding.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** G-2.7: no BIN says that a body is a central or local executive one. Whoever confirmed it stands in its letter; an older letter has nobody. */
export async function stateBodyFinding(
  snapshot: Snapshot,
  { content }: Application,
): Promise<Finding | null> {
  if (content.form !== 'G-F1a') return null;
  const letter = await snapshot.get('letter', content.letterId);
  if (letter?.stateBodyConfirmed !== undefined) return null;
  return {
    ruleId: 'state-body-confirmed',
    clauses: ['G-2.7'],
    source: 'Order No. 348',
    severity: 'must',
    observed: `${content.organisationName}, ${content.bin}`,
  };
}
