/**
 * Whether a spreadsheet could run the cell as a formula. Full-width signs are signs too in an East Asian Excel, and blanks before a sign
 * don't keep any program from it.
 */
export function isFormula(cell: string): boolean {
  return /^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u.test(cell);
}
