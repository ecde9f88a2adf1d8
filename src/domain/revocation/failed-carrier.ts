/**
 * What the office states when a key did not reach its carrier (beyond the order: the authority's own error). It stands in the
 * case and on its papers, in the order's language.
 */
export function failedCarrierStatement(carrierSerialNumber: string): string {
  return (
    `Куәлік иесінің жабық кілті № ${carrierSerialNumber} тасымалдағышқа жазылып, қайта оқылмай тұрып жоғалды. ` +
    'Кілт ешкімге берілген жоқ, тіркеу куәлігі кері қайтарылады.'
  );
}
