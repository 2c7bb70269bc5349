/** What web pages and mail programs put around words: tags, and addresses repeated in angle brackets. */

const blockTags = 'br|p|div|li|ul|ol|tr|table|tbody|thead|pre|h[1-6]|hr|blockquote|html|body|head';
const cellTags = 'td|th';
const wordTags = 'a|b|code|em|font|i|img|kbd|mark|o:p|s|samp|small|span|strong|sub|sup|tt|u|wbr';

/** Names of tags; any other is no HTML, but XML in the body of a trace. */
export const inlineTags = `${blockTags}|${cellTags}|${wordTags}`;

/** Ends a line in a web page. */
const block = new RegExp(`<\\/?(?:${blockTags})(?: [^<>]{0,1000})?\\/?>`, 'gi');
/** In front of the text of a line, perhaps behind its dress: a line begins there anyway. */
const openTag = `<(?:p|div|li|ul|ol|tr|table|tbody|thead|pre|blockquote|html|body|${cellTags})(?: [^<>]{0,1000})?>`;
const opening = new RegExp(`^([^<]{0,160})${openTag}(?: {0,8}${openTag}){0,7}`, 'i');
const cell = new RegExp(`<\\/?(?:${cellTags})(?: [^<>]{0,1000})?>`, 'gi');
const inline = new RegExp(`<\\/?(?:${wordTags})(?: [^<>]{0,1000})?\\/?>|<!--[^>]{0,1000}-->|<!DOCTYPE[^>]{0,200}>`, 'gi');

/** `user.info< http://user.info>;` and `ann@lab.example<mailto:ann@lab.example>`: the address is the first group. */
export const linkSource = '< ?(?:https?:\\/\\/|mailto:|sips?:|tel:)([^<>\\s]{1,1500}?)\\/? ?>;?';
const link = new RegExp(` ?${linkSource}`, 'g');

const scheme = '(?:https?:\\/\\/|mailto:|sips?:|tel:)';
/** `[word](mailto:word)` of Markdown, `[word|mailto:word]` of Jira, `<mailto:word|word>` of Slack: the word, and the address of its link. */
export const markupLinkSource =
  `\\[([^\\][()|<>\\s]{1,300})(?:\\]\\(|\\|)${scheme}([^\\][()|<>\\s]{1,300}?)\\/?[\\])]` +
  `|<${scheme}([^\\][()|<>\\s]{1,300}?)\\/?\\|([^\\][()|<>\\s]{1,300})>`;
const markupLink = new RegExp(markupLinkSource, 'g');

/** Leaves the word of a link in markup whose address only repeats it. */
export function removeMarkupLinks(text: string): string {
  return text.replace(
    markupLink,
    (whole: string, word: string | undefined, target: string | undefined, slackTarget = '', slackWord = '') => {
      const [said, meant] = [word ?? slackWord, target ?? slackTarget];
      return said.toLowerCase().endsWith(meant.toLowerCase()) ? said : whole;
    },
  );
}

/** Takes tags of HTML away; a tag that ends a line in a page leaves `\n`. What is no HTML (XML bodies, `<-->`) stays. */
export function removeTags(text: string): string {
  return text.replace(opening, '$1').replace(block, '\n').replace(cell, ' ').replace(inline, '');
}

/** An address that stands in angle brackets without a scheme, as Markdown writes links. */
const bareLink = /<([\w.+-]{1,100}@[\w-]{1,100}(?:\.[\w-]{1,60}){1,8})>/g;

/** Takes away an address in angle brackets that only repeats the word before it, and brackets around a bare one. */
export function removeRepeatedLinks(text: string): string {
  return text
    .replace(link, (whole: string, target: string, offset: number) =>
      isRepeated(text.slice(Math.max(0, offset - 320), offset), target) ? '' : whole,
    )
    .replace(bareLink, '$1');
}

const longestWord = 300;
const behindWords = /[\s<>"'()]/;

/** What a text ends with. Sign by sign from its end, as an expression would begin at every sign before it. */
function lastWordOf(text: string): string {
  const least = Math.max(0, text.length - longestWord);
  let from = text.length;
  while (from > least && !behindWords.test(text.charAt(from - 1))) from -= 1;
  return text.slice(from);
}

/** Whether the address of a link says the word before it again: as it is, or inside of an address that a mail gateway has put around it. */
export function isRepeated(before: string, target: string): boolean {
  const meant = target.toLowerCase();
  if (before.slice(-target.length).toLowerCase() === meant) return true;
  const decoded = meant.replaceAll('%3a', ':').replaceAll('%2f', '/').replaceAll('%40', '@');
  if (!decoded.includes('://')) return false;
  const word = lastWordOf(before).toLowerCase();
  if (word.length < 4) return false;
  const at = decoded.indexOf(`://${word}`);
  return at !== -1 && !/[A-Za-z0-9.@-]/.test(decoded.charAt(at + 3 + word.length));
}
