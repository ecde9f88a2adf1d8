import { type CertificateHistory, papersOfLife } from '#domain/archive/archive-papers.ts';
import type { ArchivePlan } from '#domain/archive/archive-plan.ts';
import { unprintedTable, type UnprintedForm } from '#domain/archive/package-index.ts';
import { certificateOn } from '#domain/carrier/carrier.ts';
import type { PaperContext } from '#domain/form/paper-context.ts';
import { type Result, ok } from '#domain/base/result.ts';
import type { PrintRefusal, Printer } from '#ports/printer.ts';
import type { Files } from './package-files.ts';
import type { PackageRecords } from './package-records.ts';

/** Prints the forms of several lives into one PDF file; null when they have none. */
export type FormsPrinter = (
  lives: readonly CertificateHistory[],
) => Promise<Result<Uint8Array | null, PrintRefusal>>;

/** The papers are made here, of the register's own records; the printer only draws them. */
export function formsPrinter(context: PaperContext, printer: Printer): FormsPrinter {
  return (lives) => {
    const papers = lives.flatMap((life) => papersOfLife(context, life));
    return papers.length === 0 ? Promise.resolve(ok(null)) : printer.print(papers);
  };
}

/** Forms of so many certificates go into one PDF: each file carries the fonts once. */
const livesToFile = 50;

/**
 * The forms as PDF; the answer has the path of each by the id of the application. A form that cannot be printed does not
 * keep its record out of the archive: the record is in the package, and `forms/not-printed.csv` says which form is not.
 */
export async function putForms(
  files: Files,
  lives: readonly CertificateHistory[],
  print: FormsPrinter | undefined,
  steps: { readonly did: (steps: number) => void; readonly isCancelled: () => boolean },
): Promise<ReadonlyMap<string, string>> {
  const paths = new Map<string, string>();
  const unprinted: UnprintedForm[] = [];
  for (let from = 0; from < lives.length && !steps.isCancelled(); from += livesToFile) {
    const slice = lives.slice(from, from + livesToFile);
    if (print !== undefined) {
      const { pdf, printed } = await printAll(slice, print, unprinted);
      const path = `forms/${String(from / livesToFile + 1).padStart(4, '0')}.pdf`;
      if (pdf !== null) {
        files.set(path, pdf);
        for (const { application } of printed) if (application !== undefined) paths.set(application.id, path);
      }
    }
    steps.did(slice.length);
  }
  if (unprinted.length > 0) files.set('forms/not-printed.csv', unprintedTable(unprinted));
  return paths;
}

/** All of them; when one has a letter that the font lacks, all but those. */
async function printAll(
  lives: readonly CertificateHistory[],
  print: FormsPrinter,
  unprinted: UnprintedForm[],
): Promise<{ readonly pdf: Uint8Array | null; readonly printed: readonly CertificateHistory[] }> {
  const whole = await print(lives);
  if (whole.ok) return { pdf: whole.value, printed: lives };
  const printed: CertificateHistory[] = [];
  for (const life of lives) {
    const alone = await print([life]);
    if (alone.ok) printed.push(life);
    else
      unprinted.push({
        number: String(life.entry?.number ?? ''),
        applicationNumber: life.application?.number ?? '',
        codePoint: alone.error.codePoint,
        field: alone.error.field,
      });
  }
  const rest = printed.length === 0 ? null : await print(printed);
  return { pdf: rest?.ok === true ? rest.value : null, printed };
}

export function livesOf(plan: ArchivePlan, records: PackageRecords): readonly CertificateHistory[] {
  const applications = new Map(plan.applications.map((application) => [application.id, application]));
  const certificates = new Map(records.certificate.map(({ id, der }) => [id, der]));
  const blanks = new Map(records.carrier.map((carrier) => [certificateOn(carrier), carrier.blankNumbers]));
  const lives = plan.entries.map((entry): CertificateHistory => {
    const application = applications.get(entry.applicationId);
    applications.delete(entry.applicationId);
    return {
      application,
      entry,
      certificateDer: certificates.get(entry.id),
      cases: records.revocation.filter(({ serialNumber }) => serialNumber === entry.id),
      blankNumbers: blanks.get(entry.id) ?? [],
    };
  });
  const refused = [...applications.values()].map((application): CertificateHistory => ({
    application,
    entry: undefined,
    certificateDer: undefined,
    cases: [],
  }));
  return [...lives, ...refused];
}
