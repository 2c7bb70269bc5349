/** How long something took, as people say it. */

/** `18.698 s`, `4 min 12 s`, `2 h 05 min`, `3 d 4 h`; milliseconds only where they matter. */
export function duration(ms: number): string {
  const whole = Math.abs(Math.round(ms));
  if (whole < 1000) return `${whole} ms`;
  if (whole < 60_000) return `${trim(whole / 1000)} s`;
  const seconds = Math.round(whole / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${pad(seconds % 60)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`;
  const hours = Math.round(minutes / 60);
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, sec: 1000, m: 60_000, min: 60_000, h: 3_600_000, '': 1000 };

/** Milliseconds of a length of time as users write it: `90`, `90s`, `1m30s`, `5 min`, `1.5h`; null when it is none. */
export function parseDuration(text: string): number | null {
  const parts = [...text.trim().matchAll(/(\d+(?:\.\d+)?)\s*([a-z]*)\s*/giuy)];
  const length = parts.reduce((sum, [whole]) => sum + whole.length, 0);
  if (parts.length === 0 || length !== text.trim().length) return null;
  let ms = 0;
  for (const [, number = '', unit = ''] of parts) {
    const factor = units[unit.toLowerCase()];
    if (factor === undefined) return null;
    ms += Number(number) * factor;
  }
  return Math.round(ms);
}

function trim(seconds: number): string {
  return seconds.toFixed(3).replace(/\.?0+$/u, '');
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
