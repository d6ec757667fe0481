/**
 * Files that not every turn needs. The build gives each module that is imported with `import()` a file
 * of its own (scripts/build/bundle.ts): whatever stands in the first file is read and parsed at every
 * cold start, 0.08 ms for each kilobyte of it, whether it is run or not.
 */

/** The same loading, done once: to import what is loaded takes longer than a whole turn. */
export function late<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => (loaded ??= load());
}
