import { takeAuthorityCertificate } from '#operations/station/root-answer.ts';
import type { Desk } from '#ports/desk.ts';

/** The Root's answer taken in by an officer who has compared the Root's words where he is asked to. */
export async function takeAnswer(
  desk: Desk,
  files: readonly Uint8Array[],
): ReturnType<typeof takeAuthorityCertificate> {
  const asked = await takeAuthorityCertificate(desk, files);
  if (asked.ok || asked.error.type !== 'RootToConfirm') return asked;
  return takeAuthorityCertificate(desk, files, asked.error.spkiDer);
}
