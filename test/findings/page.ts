/** The page of all findings, from the registry: `src/findings/README.md`. */
import { findingLimits, rules } from '#findings/index.ts';

export function page(): string {
  const table = rules.map(({ code, severity, meaning }) => `| [${code}](#${code}) | ${severity} | ${firstSentence(meaning)} |`);
  const sections = rules.map(({ code, severity, meaning, check }) => `## ${code}\n\n*${severity}.* ${meaning}\n\nNext: ${check}`);
  return `# Findings

What \`cms-timeline explain\` and the exports point out, one rule a file in \`rules/\`. This page is made from the registry
(\`npx vitest run test/findings -u\`), and a test holds that it is current.

A finding never claims more than the log tells: \`probably\` marks what is concluded, and each carries the records it rests on.
The severity is the usual one of a rule, and its text says when a case is milder or graver: \`error\` keeps a meeting from
working, \`warning\` is worth a look, \`info\` is how things are. Healthy meetings give \`info\` at most. Limits stand in \`limits.ts\`; \`--waited-longer-than\` is
${findingLimits.waitedLong / 60_000} minutes by default.

| code | severity | says |
|---|---|---|
${table.join('\n')}

${sections.join('\n\n')}
`;
}

function firstSentence(text: string): string {
  return /^.*?[.:](?=\s|$)/u.exec(text)?.[0].replace(/:$/u, '.') ?? text;
}
