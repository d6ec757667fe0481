/** So many items are sorted sooner by putting each in its place, with no copy of the list. */
const FEW = 24;

/** Sorts a list in place the way its own `sort` does, sooner where it has few items. */
export function sortFew<T>(list: T[], compare: (one: T, other: T) => number): T[] {
  if (list.length > FEW) return list.sort(compare);
  for (let at = 1; at < list.length; at++) {
    const item = list[at] as T;
    let to = at;
    for (; to > 0 && compare(list[to - 1] as T, item) > 0; to--) list[to] = list[to - 1] as T;
    list[to] = item;
  }
  return list;
}
