import { emptyEdge } from '#domain/audit/log-tree.ts';
import { RegisterMap } from '#domain/proof/register-map.ts';
import type { Desk, VerifiedRegister } from '#ports/desk.ts';
import { verifyLog } from './verify-log.ts';

/** `Desk.verifyRegister` where it is called, for a desk without a worker for it. */
export async function verifyRegister(
  desk: Pick<Desk, 'store' | 'sha256' | 'random' | 'verifyAct' | 'readSignedDocument'>,
): Promise<VerifiedRegister> {
  const map = new RegisterMap(desk.sha256, { salt: new Uint8Array(desk.random(16)) });
  let edge = emptyEdge;
  const report = await verifyLog(desk, {
    map,
    signatures: 'uncovered',
    onEdge: (reached) => {
      edge = reached;
    },
  });
  return { report, map, edge };
}
