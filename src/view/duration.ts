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

function trim(seconds: number): string {
  return seconds.toFixed(3).replace(/\.?0+$/u, '');
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
