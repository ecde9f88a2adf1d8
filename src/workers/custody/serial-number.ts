/** 16 random octets for a certificate of a station: positive and without a leading zero octet (RFC 5280 §4.1.2.2). */
export function stationSerialNumber(): Uint8Array<ArrayBuffer> {
  const serialNumber = crypto.getRandomValues(new Uint8Array(16));
  serialNumber[0] = ((serialNumber[0] ?? 0) & 0x3f) | 0x40;
  return serialNumber;
}
