import type { ArchivePackage } from './archive-package.ts';
import type { KeptKind } from './keeping.ts';
import { calendarDateOf } from '#domain/base/instant.ts';
import { archiveStatement } from '#domain/form/archive-statement.ts';
import type { FormContent } from '#domain/form/content.ts';
import { type PaperContext, factsOf, senderOf } from '#domain/form/paper-context.ts';
import {
  applicationPaper,
  certificatePaper,
  refusalPaper,
  revocationApplicationPaper,
} from '#domain/form/papers.ts';
import type { Application } from '#domain/application/application.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';

/** What the forms of one certificate, or of one refused application, are printed from. */
export interface CertificateHistory {
  readonly application: Application | undefined;
  readonly entry: RegisterEntry | undefined;
  readonly certificateDer: Uint8Array | undefined;
  readonly cases: readonly RevocationCase[];
  /** Of the blanks that its carrier came with; none where certificates lie on plain paper. */
  readonly blankNumbers?: readonly string[];
}

/** As the statement names them, in the order's language. */
const partNames: Readonly<Record<KeptKind, string>> = {
  certificate: 'Тіркеу куәліктері',
  crl: 'Кері қайтарып алынған тіркеу куәліктерінің тізімдері (КТКТ)',
  application: 'Өтініштер',
  scan: 'Құжаттардың сканерленген көшірмелері',
  journal: 'Журналдар',
};

/** The statement that goes with a package to the archive; printed again it is the same paper. */
export function archiveStatementPaper(context: PaperContext, made: ArchivePackage): FormContent {
  return archiveStatement(
    {
      sender: senderOf(context, made.officer),
      number: String(made.number),
      parts: made.parts.map(({ kind, count, keptUntil }) => ({ name: partNames[kind], count, keptUntil })),
      fileName: made.fileName,
      sha256Hex: made.sha256Hex,
      clause: made.clause,
      date: calendarDateOf(made.archivedAt),
    },
    factsOf(context, `${made.packageId}-statement`, made.archivedAt),
  );
}

/** Every form of one certificate's life, in the order in which they came to be. */
export function papersOfLife(
  context: PaperContext,
  { application, entry, certificateDer, cases, blankNumbers }: CertificateHistory,
): readonly FormContent[] {
  const certificate =
    entry === undefined || certificateDer === undefined
      ? null
      : certificatePaper(context, entry, certificateDer, application?.content, blankNumbers);
  return [
    application === undefined ? null : applicationPaper(context, application),
    application?.decision?.outcome === 'refused' ? refusalPaper(context, application) : null,
    certificate,
    ...cases.map((revocationCase) => revocationApplicationPaper(context, revocationCase)),
  ].filter((paper) => paper !== null);
}
