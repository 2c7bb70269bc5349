/** Passcodes and passwords that stand in a log, as in API traces and addresses of meetings: nobody who reads our output should learn them. */
const secret = /(pass(?:code|word|phrase)"? ?[=:>] ?"?)([^\s"'&<>,;]+)/giu;

/** The text with secrets blotted out, each as long as it was, so that places in the text stay where they are. */
export function withoutSecrets(text: string): string {
  return text.replace(secret, (_, name: string, value: string) => `${name}${'*'.repeat(value.length)}`);
}
