/** Text in HTML and SVG. */
import { safe } from '#view/safe.ts';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that can stand between tags and in attributes. */
export function escapeHtml(text: string): string {
  return safe(text).replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
