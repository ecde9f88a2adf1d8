/**
 * Each knot of a graph once: the shortest way from its first member by name through others back to itself, `a → b → a`.
 * Two that reach each other are in one knot.
 */
export function circlesIn(edges: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  return knotsOf(edges).map((knot) => {
    const [first = ''] = [...knot].sort();
    return [...shortestWayBack(first, edges), first].join(' → ');
  });
}

/** Tarjan's strongly connected components that have more than one member, or an edge to themselves. */
function knotsOf(edges: ReadonlyMap<string, ReadonlySet<string>>): readonly ReadonlySet<string>[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const knots: ReadonlySet<string>[] = [];
  const visit = (node: string): number => {
    const own = order.size;
    order.set(node, own);
    open.push(node);
    let low = own;
    for (const next of edges.get(node) ?? [])
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (open.includes(next)) low = Math.min(low, lowest.get(next) ?? order.get(next) ?? low);
    lowest.set(node, low);
    if (low !== own) return low;
    const knot = new Set(open.splice(open.indexOf(node)));
    if (knot.size > 1 || edges.get(node)?.has(node) === true) knots.push(knot);
    return low;
  };
  for (const node of [...edges.keys()].sort()) if (!order.has(node)) visit(node);
  return knots;
}

function shortestWayBack(first: string, edges: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const ways: (readonly string[])[] = [[first]];
  const seen = new Set<string>();
  for (let way = ways.shift(); way !== undefined; way = ways.shift())
    for (const next of edges.get(way.at(-1) ?? '') ?? []) {
      if (next === first) return way;
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  return [first];
}
