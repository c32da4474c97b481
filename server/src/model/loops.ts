import { atOnce } from './steps.ts';

/**
 * The strongly connected components that hold a loop: groups of nodes each of which leads to each other, and single nodes
 * that lead to themselves. Tarjan's algorithm, without recursion: a chain may be as long as a workspace is large.
 */
export function loopsOf<T>(nodes: Iterable<T>, next: (node: T) => readonly T[]): readonly ReadonlySet<T>[] {
  return atOnce(findingLoops(nodes, next));
}

/** As `loopsOf`, in steps between which nothing may change. */
export function* findingLoops<T>(
  nodes: Iterable<T>,
  next: (node: T) => readonly T[],
): Generator<void, readonly ReadonlySet<T>[]> {
  const order = new Map<T, number>();
  const low = new Map<T, number>();
  const waiting: T[] = [];
  const isWaiting = new Set<T>();
  const loops: ReadonlySet<T>[] = [];

  function enter(node: T): { readonly node: T; readonly edges: readonly T[]; at: number } {
    order.set(node, order.size);
    low.set(node, order.size - 1);
    waiting.push(node);
    isWaiting.add(node);
    return { node, edges: next(node), at: 0 };
  }

  function lower(node: T, to: number | undefined): void {
    const now = low.get(node);
    if (now !== undefined && to !== undefined && to < now) low.set(node, to);
  }

  for (const root of nodes) {
    if (order.has(root)) continue;
    yield;
    const path = [enter(root)];
    for (let top = path[path.length - 1]; top; top = path[path.length - 1]) {
      const to = top.edges[top.at];
      if (to !== undefined) {
        top.at++;
        if (!order.has(to)) path.push(enter(to));
        else if (isWaiting.has(to)) lower(top.node, order.get(to));
        continue;
      }
      path.pop();
      const above = path[path.length - 1];
      if (above) lower(above.node, low.get(top.node));
      if (low.get(top.node) !== order.get(top.node)) continue;
      const component = new Set<T>();
      for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        isWaiting.delete(node);
        component.add(node);
        if (node === top.node) break;
      }
      if (component.size > 1 || top.edges.includes(top.node)) loops.push(component);
    }
  }
  return loops;
}

/** The shortest way from one node to another inside a component, both ends included; only `from` where they are one. */
function wayWithin<T>(component: ReadonlySet<T>, from: T, to: T, next: (node: T) => readonly T[]): readonly T[] {
  const cameFrom = new Map<T, T | null>([[from, null]]);
  const queue = [from];
  for (const node of queue) {
    if (node === to) break;
    for (const neighbour of next(node)) {
      if (!component.has(neighbour) || cameFrom.has(neighbour)) continue;
      cameFrom.set(neighbour, node);
      queue.push(neighbour);
    }
  }
  const way: T[] = [];
  for (let node: T | null | undefined = to; node !== null && node !== undefined; node = cameFrom.get(node))
    way.unshift(node);
  return way;
}

/** A component of more nodes is not walked for each of its edges: nobody reads so long a list. */
const LONGEST = 24;

/**
 * The loop that an edge closes, from its node over the shortest way back to it: `a → b → c → a`. Null in a component that is
 * too large to list.
 */
export function loopThrough<T>(
  component: ReadonlySet<T>,
  from: T,
  to: T,
  next: (node: T) => readonly T[],
): readonly T[] | null {
  return component.size > LONGEST ? null : [from, ...wayWithin(component, to, from, next)];
}
