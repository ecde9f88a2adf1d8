import type { Application } from '#domain/application/application.ts';
import type { ProvenSnapshot } from '#operations/proof/proven-reading.ts';
import type { Desk } from '#ports/desk.ts';
import type { Question } from '#ports/register-store.ts';
import type { OntoCarriers } from './onto-carrier.ts';

/**
 * What the examination of a slice asks the register for one certificate after the other, read in two goes. It is a guess from what the
 * applications say of themselves: whatever turns out to be another is read when it is asked for.
 */
export async function foresee(
  { breathe }: Pick<Desk, 'breathe'>,
  snapshot: ProvenSnapshot,
  applicationIds: readonly string[],
  carriers: OntoCarriers,
): Promise<void> {
  await snapshot.lookAhead([
    { collection: 'station', key: 'station' },
    ...applicationIds.map((key): Question => ({ collection: 'application', key })),
  ]);
  const beside: Question[] = [];
  for (const id of applicationIds) {
    await breathe?.();
    const application = await snapshot.get('application', id);
    if (application !== undefined) beside.push(...besides(application, carriers.get(id)));
  }
  await snapshot.lookAhead(beside);
}

/** The certificates of its key and, where an owner has one key, of its owner; the one that it follows; the letter and the carrier. */
function besides(
  { content, relation, request }: Application,
  onto: ReturnType<OntoCarriers['get']>,
): readonly Question[] {
  const questions: Question[] = [];
  const key = (onto?.request ?? request)?.keyIdentifierHex;
  if (key !== undefined) questions.push({ collection: 'entry', index: 'keyIdentifier', key });
  if (relation !== undefined) questions.push({ collection: 'entry', key: relation.of });
  if (content.form === 'G-F1a')
    questions.push(
      { collection: 'letter', key: content.letterId },
      { collection: 'entry', index: 'iin', key: content.iin },
    );
  if (onto !== undefined) questions.push({ collection: 'carrier', key: onto.carrierId });
  return questions;
}
