/**
 * What ask-cli deploys by (ask-cli 2.30): the manifest and `ask-resources.json`. Its CloudFormation
 * deployer sends `runtime`, `handler` and the place of the code to the template, reads the output
 * SkillEndpoint, and writes it into the manifest.
 */

export interface Deployment {
  /** The skill package's `skill.json`. */
  readonly manifest: string;
  /** The `ask-resources.json` beside the skill package. */
  readonly askResources: string;
}

/**
 * Takes the skill events out of the manifest: it is imported before the function is there, and events
 * without an endpoint are refused. ask-cli puts them back, with the endpoint, when it has one.
 */
export function toDeployment(skillJson: string): Deployment {
  const { manifest } = JSON.parse(skillJson) as SkillJson;
  const { events, ...rest } = manifest;
  return {
    manifest: toJson({ manifest: rest }),
    askResources: toJson({
      askcliResourcesVersion: '2020-03-31',
      profiles: {
        default: {
          skillMetadata: { src: './skill-package' },
          // A folder without a package.json is zipped as it is. A zip file here makes ask-cli fail.
          code: { default: { src: './lambda' } },
          skillInfrastructure: {
            type: '@ask-cli/cfn-deployer',
            userConfig: {
              runtime: 'nodejs24.x',
              handler: 'index.handler',
              templatePath: './infrastructure/template.yaml',
              awsRegion: 'us-east-1',
              skillEvents: {
                subscriptions: events?.subscriptions?.map(({ eventName }) => eventName) ?? [],
              },
            },
          },
        },
      },
    }),
  };
}

/** The part of `skill.json` that matters here; the compiler has checked the whole. */
interface SkillJson {
  readonly manifest: {
    readonly events?: { readonly subscriptions?: readonly { readonly eventName: string }[] };
  };
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
