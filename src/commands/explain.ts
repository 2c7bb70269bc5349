/** `explain`: what happened and why, in sentences, with the records that prove it. */
import { rules } from '#findings/index.ts';
import type { Finding, Severity } from '#model/index.ts';
import { type ExplainFormat, isExplainFormat } from '#render/index.ts';
import { clockFace } from '#view/axis.ts';
import { askedMoment, type Explanation, explanationOf } from '#view/chronicle/explanation.ts';
import { participantTest } from '#view/select.ts';
import { momentWindow } from '#view/window.ts';
import { version } from '../version.ts';
import { evidenceOf, selectionOf } from './common.ts';
import { type Seen, see, timeOption } from './seen.ts';
import { type RawOptions, text } from './specification.ts';
import { type Streams, UsageError } from './streams.ts';
import { wantsColour, wantsUnicode } from './terminal.ts';
import { writeOutput } from './write.ts';

/** Exit code where `--fail-on` found something. */
const failed = 3;

export async function explain(inputs: readonly string[], options: RawOptions, streams: Streams): Promise<number> {
  const format = formatOf(text(options, 'format'));
  const failOn = severityOf(text(options, 'failOn'));
  momentOption(options, 'UTC');
  const seen = await see(inputs, options, streams, { wholeMeetings: true });
  const { participant } = selectionOf(options);
  const moment = momentOption(options, seen.zone);
  const explanation = explanationOf(seen.analysis, {
    face: clockFace(seen.zone),
    window: seen.window,
    isAsked: participant.length === 0 ? null : participantTest(participant, seen.original),
    at: moment === null ? null : askedMoment(momentWindow(moment, seen.zone), moment.unit),
  });
  await writeOutput(await written(explanation, seen, format, options, streams), text(options, 'output'), streams);
  if (seen.code !== 0) return seen.code;
  return failOn !== null && explanation.findings.some((finding) => isAsGrave(finding, failOn)) ? failed : 0;
}

function formatOf(asked: string | null): ExplainFormat {
  return asked !== null && isExplainFormat(asked) ? asked : 'text';
}

/** @throws UsageError for a time that is none, or a mere date */
function momentOption(options: RawOptions, zone: string) {
  const written = text(options, 'at');
  const time = timeOption('--at', written, zone);
  if (time !== null && time.unit >= 86_400_000)
    throw new UsageError(`--at ${written}: a time is needed beside the date, as in ${written}T09:00:30.`);
  return time;
}

const ranks: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

function severityOf(asked: string | null): Severity | null {
  return asked === 'info' || asked === 'warning' || asked === 'error' ? asked : null;
}

function isAsGrave({ severity }: Finding, least: Severity): boolean {
  return ranks[severity] >= ranks[least];
}

async function written(
  explanation: Explanation,
  { analysis, zone, window }: Seen,
  format: ExplainFormat,
  options: RawOptions,
  streams: Streams,
): Promise<string> {
  const evidence = evidenceOf(options);
  const checks = new Map(rules.map(({ code, check }) => [code, check]));
  switch (format) {
    case 'text': {
      const [{ renderExplanation }, { createStyle }] = await Promise.all([
        import('#render/text/explain.ts'),
        import('#render/text/style.ts'),
      ]);
      const style = createStyle({ colour: wantsColour(streams.stdout, streams.env), unicode: wantsUnicode(streams.env) });
      return renderExplanation(explanation, analysis, { columns: streams.stdout.columns ?? 100, style, zone, window, evidence, checks });
    }
    case 'json': {
      const { renderExplanationJson } = await import('#render/data/explain.ts');
      return renderExplanationJson(explanation, { version, evidence, checks });
    }
    case 'markdown':
    case 'jira': {
      const [{ renderTicket }, markup] = await Promise.all([
        import('#render/ticket/ticket.ts'),
        format === 'jira'
          ? import('#render/ticket/jira.ts').then(({ jira }) => jira)
          : import('#render/ticket/markdown.ts').then(({ markdown }) => markdown),
      ]);
      return renderTicket(explanation, analysis, {
        markup,
        face: clockFace(zone),
        version,
        evidence,
        checks,
        picture: text(options, 'picture'),
      });
    }
  }
}
