/**
 * The one schema of the manifest, skill.json: the keys that this skill uses, with Amazon's limits.
 * What ask-cli fills in when it deploys (every endpoint) has no place in it.
 */
import { z } from 'zod';

const MOST_PHRASES = 4;
const MOST_KEYWORDS = 30;

/** Text of at least one character and at most as many as Amazon takes. */
function textUpTo(longest: number) {
  return z
    .string()
    .trim()
    .min(1, 'there is nothing in it')
    .max(longest, `Amazon takes ${longest} characters at most`);
}

function listUpTo<Item extends z.ZodType>(most: number, item: Item) {
  return z.array(item).min(1, 'there is nothing in it').max(most, `Amazon takes ${most} at most`);
}

/** What is the same for every skill that is made of this project. */
function always<const Value extends z.core.util.Literal>(value: Value) {
  return z.literal(value, `for this skill it is ${JSON.stringify(value)}`);
}

const address = z
  .string()
  .regex(/^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/i, 'it is no address with https://');

const localeSchema = z.strictObject({
  name: z.string().trim().min(2, 'Amazon takes two characters or more'),
  summary: textUpTo(160),
  description: textUpTo(4000),
  examplePhrases: listUpTo(MOST_PHRASES, textUpTo(200)),
  keywords: listUpTo(MOST_KEYWORDS, textUpTo(150)),
  smallIconUri: z.string(),
  largeIconUri: z.string(),
});

const publishingSchema = z.strictObject({
  category: always('HEALTH_AND_FITNESS'),
  distributionMode: always('PUBLIC'),
  // In a country that the content does not know, the emergency number would be wrong.
  isAvailableWorldwide: always(false),
  distributionCountries: z.array(z.string()),
  automaticDistribution: z.strictObject({ isActive: always(false) }),
  testingInstructions: textUpTo(4000),
  locales: z.record(z.string(), localeSchema),
});

const privacySchema = z.strictObject({
  allowsPurchases: always(false),
  containsAds: always(false),
  isChildDirected: always(false),
  isExportCompliant: z.boolean(),
  usesPersonalInfo: z.boolean(),
  // True only where Amazon is to process health records for the operator, under a contract.
  usesHealthInfo: always(false),
  locales: z.record(
    z.string(),
    z.strictObject({ privacyPolicyUrl: address, termsOfUseUrl: address }),
  ),
});

/** What skill.json holds. */
export const manifestSchema = z.strictObject({
  manifest: z.strictObject({
    manifestVersion: always('1.0'),
    publishingInformation: publishingSchema,
    privacyAndCompliance: privacySchema,
    events: z.strictObject({
      subscriptions: z.array(z.strictObject({ eventName: z.string() })),
    }),
    apis: z.strictObject({ custom: z.strictObject({}) }),
  }),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestLocale = z.infer<typeof localeSchema>;
