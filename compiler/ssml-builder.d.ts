/** The part of ssml-builder 0.4.3 that speech.ts uses; the package has no types of its own. */
declare module 'ssml-builder' {
  export default class Speech {
    /** Adds text, escaped. */
    say(text: string): this;
    /** Adds SSML as it stands. */
    sayWithSSML(ssml: string): this;
    /** Adds a break, "400ms" or "2s". Throws a string if it is longer than ten seconds. */
    pause(duration: string): this;
    /** Spells a word, escaped. */
    spell(word: string): this;
    /** Adds a say-as; the word is not escaped. */
    sayAs(options: { word: string; interpret: string }): this;
    /** Adds a phoneme; `ph` is not escaped, except for apostrophes. */
    phoneme(alphabet: 'ipa' | 'x-sampa', ph: string, word: string): this;
    /** Adds a sub; the alias is not escaped. */
    sub(alias: string, word: string): this;
    /** The elements, joined with spaces; within `<speak>` unless that is excluded. */
    ssml(excludeSpeakTag?: boolean): string;
  }
}
