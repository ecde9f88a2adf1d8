/** G-F2: the certificate of a state body's person on paper, with its annex sheet: of one certificate both faces, paper and file (G-2.3, G-6). */
import {
  annexFormat,
  annexSheet,
  type CertificatePaperData,
  field,
  fingerprint,
  issuerSignature,
  keyBlocks,
  term,
  twoLines,
} from './certificate-paper.ts';
import type { FormBlock, FormContent, PaperFacts } from './content.ts';
import { emptyFormFacts, headingG, inGroups } from './paper.ts';

/** Without data, the empty form. */
export function formGF2(
  data?: CertificatePaperData,
  facts: PaperFacts = emptyFormFacts('G-F2'),
): FormContent {
  const date: FormBlock = {
    type: 'date',
    lead: '',
    word: 'ж.',
    yearLast: true,
    ...(data === undefined ? {} : { date: data.date }),
  };
  return {
    form: 'G-F2',
    title: 'Тіркеу куәлігі',
    ...(data === undefined ? {} : { spacing: 'dense' }),
    facts,
    blocks: [
      headingG(2),
      {
        type: 'numbered-title',
        before: '№',
        after: 'Тіркеу куәлігі',
        ...(data === undefined ? {} : { number: data.number }),
      },
      field('Болжам:', data?.version),
      field('Тіркеу куәлігінің сериялық нөмірі:', data && inGroups(data.serialNumberHex), twoLines(data)),
      field('ЭЦҚ алгоритмінің идентификаторы:', data?.signatureAlgorithm),
      field('Тіркеу куәлігін шығарушының аты:', data?.issuerName),
      ...issuerAlgorithm(data),
      { type: 'section', text: 'Тіркеу куәлігінің қолдану мерзімі:' },
      term(data),
      field('Тіркеу куәлігі иесінің аты:', data?.subjectName, { below: true }),
      ...keyBlocks(
        field('Кілтті тағайындау:', data?.keyPurpose, data === undefined ? { below: true } : {}),
        data,
      ),
      annexFormat('нысанында: қосымшаны қараңыз', data),
      issuerSignature(data),
      date,
      ...fingerprint(data),
      ...annexSheet('нысанында:', data),
      date,
    ],
  };
}

/** The order prints its standards on the empty form; a filled one says what was used. */
function issuerAlgorithm(data: CertificatePaperData | undefined): FormBlock[] {
  const label = 'Тіркеу куәлігін шығарушының криптографиялық өрнектеудің алгоритмі:';
  if (data !== undefined) return [field(label, data.issuerKeyAlgorithm)];
  return [
    { type: 'line', text: label },
    { type: 'line', text: 'ГОСТ 34.310-2004, ГОСТ 34.311-95, ГОСТ 28.147-89' },
  ];
}
