/** A log that grows, is cut, or is put aside while it is looked at (`--follow`), in a real terminal. */
import { appendFileSync, copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { hasTmux, openTerminal, program, restored, type Terminal } from './tmux.ts';

const sample = join(process.cwd(), 'samples/scenario-3-pin-timeout.log');
const lines = readFileSync(sample, 'utf8').split('\n');
const opened: Terminal[] = [];

function open(): Terminal {
  const terminal = openTerminal(80, 24);
  opened.push(terminal);
  return terminal;
}

afterEach(() => {
  for (const terminal of opened.splice(0)) terminal.close();
});

describe.skipIf(!hasTmux)('a log that is followed', () => {
  it('takes in what a growing file gets, and keeps the focus', async () => {
    const terminal = open();
    const log = join(terminal.folder, 'live.log');
    writeFileSync(log, `${lines.slice(0, 14).join('\n')}\n`);
    await terminal.run(`${program} inspect --follow live.log`);
    await terminal.until('following');
    await terminal.until('○ 211@desk.example');
    terminal.send('Enter', 'Down');
    await terminal.until('▌○ 211@desk.example');
    appendFileSync(log, `${lines.slice(14).join('\n')}`);
    await terminal.until('changes in Customer call 12/b (1 joined, 2 let in, 3 left)');
    expect(await terminal.until('● petra.host@desk')).toContain('▌○ 211@desk.example');
    terminal.send('q');
    await restored(terminal);
  });

  it('goes on with a file that was put aside and begun anew', async () => {
    const terminal = open();
    const log = join(terminal.folder, 'live.log');
    copyFileSync(sample, log);
    await terminal.run(`${program} inspect --follow live.log`);
    await terminal.until('following');
    renameSync(log, join(terminal.folder, 'live.log.1'));
    copyFileSync(join(process.cwd(), 'samples/long-meeting-with-several-hosts.log'), log);
    await terminal.until(/1 new meeting, 1 meeting no longer in the log/u);
    await terminal.until('▌2026-09-14 07:55:10 All hands');
    terminal.send('q');
    await restored(terminal);
  });

  it('shows new lines that change nothing, too', async () => {
    const terminal = open();
    const log = join(terminal.folder, 'live.log');
    copyFileSync(sample, log);
    await terminal.run(`${program} inspect --follow live.log`);
    await terminal.until('following');
    terminal.send('4');
    await terminal.until('▶ Evidence');
    appendFileSync(log, '2017-04-03  14:01:41.000  Info     half a li');
    await new Promise((resolve) => setTimeout(resolve, 600));
    terminal.send('G');
    await terminal.until(/▌26.*half a li$/mu);
    appendFileSync(log, 'ne\n');
    await terminal.until(/▌26.*half a line$/mu);
    terminal.send('q');
    await restored(terminal);
  });

  it('says when the file is cut or gone, shows none of its lines any more, and goes on with the next', async () => {
    const terminal = open();
    const log = join(terminal.folder, 'live.log');
    copyFileSync(sample, log);
    await terminal.run(`${program} inspect --follow live.log`);
    await terminal.until('following');
    writeFileSync(log, '');
    const cut = await terminal.until('not read again: live.log is empty');
    expect(cut).toContain('1 meeting');
    expect(cut).toContain('the file is not the one that was read');
    rmSync(log);
    await terminal.until('not read again: live.log: no such file');
    copyFileSync(sample, log);
    await terminal.until(/▌ *\d+ .*2017-04-03/u);
    terminal.send('q');
    await restored(terminal);
  });
});
