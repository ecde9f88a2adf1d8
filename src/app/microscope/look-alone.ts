import { browserClock } from '#adapters/browser/clock.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import { sha1 } from '#adapters/digest/sha1.ts';
import { gostSignatureVerifier } from '#adapters/gost/signature-verifier.ts';
import { verifyAct } from '#adapters/webcrypto/act-verifier.ts';
import { zipArchive } from '#adapters/zip/zip.ts';
import { magnifier } from '#app/magnifier.ts';
import { suiteVerifier } from '#app/suite-verifier.ts';
import { nothingKnown } from '#operations/microscope/known-here.ts';
import { type LookDesk, lookWith } from '#operations/microscope/look-with.ts';
import type { LookAt } from '#ui/microscope/looking.svelte.ts';

/** As much of a desk as looking takes: no store, no keys, no worker. */
const desk: LookDesk = {
  ...magnifier,
  clock: browserClock,
  sha1,
  sha256,
  verifyAct,
  verifier: suiteVerifier(() => Promise.resolve(gostSignatureVerifier)),
  archive: zipArchive,
};

/** Files held against each other, with nothing known besides. */
export const lookAlone: LookAt = (command) => lookWith(desk, command, nothingKnown);
