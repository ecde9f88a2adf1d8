/** E03: every readwrite transaction of the page is seen; the answer tells how many there were and which were not strict. */
export function watchTransactions(): { readonly seen: () => number; readonly lax: () => readonly string[] } {
  let seen = 0;
  const lax: string[] = [];
  const property = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction');
  const begin = property?.value as IDBDatabase['transaction'];
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...parameters) {
    const transaction = begin.apply(this, parameters);
    if (transaction.mode === 'readwrite') {
      seen += 1;
      if (transaction.durability !== 'strict')
        lax.push(`${this.name} ${[...transaction.objectStoreNames].join(',')}: ${transaction.durability}`);
    }
    return transaction;
  };
  return { seen: () => seen, lax: () => lax };
}
