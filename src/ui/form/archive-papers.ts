import type { ArchivePackage } from '#domain/archive/archive-package.ts';
import type { KeptKind } from '#domain/archive/keeping.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { archiveStatement } from '#domain/form/archive-statement.ts';
import type { FormContent } from '#domain/form/content.ts';
import type { CertificateHistory } from '#operations/archive/package-forms.ts';
import {
  applicationPaper,
  type PaperContext,
  certificatePaper,
  factsOf,
  refusalPaper,
  revocationApplicationPaper,
  senderOf,
} from './paper-of.ts';

/** As the statement names them, in the order's language. */
const partNames: Readonly<Record<KeptKind, string>> = {
  certificate: 'Тіркеу куәліктері',
  crl: 'Кері қайтарып алынған тіркеу куәліктерінің тізімдері (КТКТ)',
  application: 'Өтініштер',
  scan: 'Құжаттардың сканерленген көшірмелері',
  journal: 'Журналдар',
};

/** The statement that goes with a package to the archive; printed again it is the same paper. */
export function archiveStatementPaper(desk: PaperContext, made: ArchivePackage): FormContent {
  return archiveStatement(
    {
      sender: senderOf(desk, made.officer),
      number: String(made.number),
      parts: made.parts.map(({ kind, count, keptUntil }) => ({ name: partNames[kind], count, keptUntil })),
      fileName: made.fileName,
      sha256Hex: made.sha256Hex,
      clause: made.clause,
      date: calendarDateOf(made.archivedAt),
    },
    factsOf(desk, `${made.packageId}-statement`, made.archivedAt),
  );
}

/** Every form of one certificate's life, in the order in which they came to be. */
export function papersOfLife(
  desk: PaperContext,
  { application, entry, certificateDer, cases }: CertificateHistory,
): readonly FormContent[] {
  const certificate =
    entry === undefined || certificateDer === undefined
      ? null
      : certificatePaper(desk, entry, certificateDer, application?.content);
  return [
    application === undefined ? null : applicationPaper(desk, application),
    application?.decision?.outcome === 'refused' ? refusalPaper(desk, application) : null,
    certificate,
    ...cases.map((revocationCase) => revocationApplicationPaper(desk, revocationCase)),
  ].filter((paper) => paper !== null);
}
