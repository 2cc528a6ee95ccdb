/**
 * Makes something once for each object that it is made of, and keeps it as long as that is kept. So are queries that are asked all the time,
 * and their texts: to make one takes longer than to ask it.
 */
export function keptFor<K extends object, M extends readonly unknown[], T>(
  make: (of: K, ...more: M) => T,
): (of: K, ...more: M) => T {
  const kept = new WeakMap<K, { readonly made: T }>();
  return (of, ...more) => {
    const found = kept.get(of) ?? { made: make(of, ...more) };
    kept.set(of, found);
    return found.made;
  };
}
