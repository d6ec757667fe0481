// Writes compiler/rules/page-runs.json from the text of the source page, given as a file: a
// fingerprint of each run of six words, from which the page cannot be read back.
//   npx tsx scripts/fingerprint-page.ts PAGE.txt
import { readFileSync, writeFileSync } from 'node:fs';
import { fingerprint, runsOf } from '../compiler/rules/own-words.ts';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error(
    'Name the file with the text of the page: npx tsx scripts/fingerprint-page.ts PAGE.txt',
  );
  process.exit(1);
}
const runs = runsOf(readFileSync(file, 'utf8'), []);
const fingerprints = [...new Set(runs.map(fingerprint))].sort();
const target = new URL('../compiler/rules/page-runs.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(fingerprints, null, 1)}\n`);
console.log(`${fingerprints.length} runs of six words.`);
