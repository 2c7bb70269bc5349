/** The options of `check`, apart from what it loads. */
import type { OptionSpecification } from './specification.ts';

export const checkFormats = ['text', 'json', 'markdown', 'html'] as const;
export type CheckFormat = (typeof checkFormats)[number];

export const severities = ['info', 'warning', 'error'] as const;

/** The options of `check` alone. */
export const checkOptions: readonly OptionSpecification[] = [
  { flags: '--config <path>', description: 'saved answers of the API: file, directory or archive (repeatable)', repeatable: true },
  { flags: '--api <url>', description: 'a live server, https://host:port of its Web Admin; only ever read' },
  { flags: '--user <name>', description: 'user of the API; the password is asked for, or in CMS_API_PASSWORD' },
  { flags: '--password-file <file>', description: 'file whose first line is the password' },
  { flags: '--ca <file>', description: 'certificate to trust, in PEM' },
  { flags: '--insecure', description: 'trust any certificate' },
  { flags: '--save <directory>', description: 'keep what was read, without passcodes and secrets; --config reads it' },
  { flags: '--format <format>', description: 'format; else the ending of the file tells it, else text', choices: checkFormats },
  { flags: '--fail-on <severity>', description: 'exit with 3 when something of this severity or worse is found', choices: severities },
  { flags: '-o, --output <file>', description: 'write the verdict to a file instead of standard output' },
];
