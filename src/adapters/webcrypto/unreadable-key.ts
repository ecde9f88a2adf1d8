/** A key that WebCrypto can't read is DataError, in Chromium now and then OperationError; everything else is the machine's. */
export function isUnreadableKey(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'DataError' || error.name === 'OperationError');
}
