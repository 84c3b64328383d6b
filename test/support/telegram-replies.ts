/** Replies as the bot sends them, for `docs/telegram.md` and the README: asked over HTTP, shown as sent and as seen. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Library } from '../../src/library/library.ts';
import { startReportBot } from './start-report-bot.ts';
import type { SentMessage } from './telegram-server-messages.ts';

/** What a reader typed or pressed, and the message that came of it. */
export interface ShownReply {
  readonly step: string;
  readonly reply: SentMessage;
}

const pathOf = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

export const repliesPath = pathOf('docs/telegram.md');
export const readmePath = pathOf('README.md');

/** Typed or pressed one after the other, by two readers. */
const steps: readonly { readonly typed?: string; readonly pressed?: string; readonly userId: number }[] = [
  { typed: '花都2019年综合纠错率是多少?', userId: 7 },
  { typed: 'Compare the success rate of mediation of Huadu and Gaozhou', userId: 7 },
  { typed: '天河区2019年综合纠错率是多少？', userId: 7 },
  { typed: '/audit 高州', userId: 7 },
  { pressed: '📄 原文 ¶4', userId: 7 },
  { typed: '/summary', userId: 8 },
  { pressed: '信阳市平桥区2023年', userId: 8 },
  { typed: '/reports', userId: 8 },
];
/** How many of them the README shows. */
const shownInReadme = 3;

const start = '<!-- Replies, written by test/support/write-telegram-replies.ts -->';
const end = '<!-- End of replies -->';

/** Asks all steps and returns what was sent. */
export async function askReplies(library: Library): Promise<readonly ShownReply[]> {
  await using bot = await startReportBot(library);
  const replies: ShownReply[] = [];
  for (const { typed, pressed = '', userId } of steps) {
    if (typed === undefined) bot.telegram.userPresses(pressed, { userId });
    else bot.telegram.userSays(typed, { userId });
    replies.push({ step: typed ?? `Pressed: ${pressed}`, reply: await bot.telegram.nextMessage() });
  }
  return replies;
}

/** The preface of `docs/telegram.md` with the replies below it. */
export function renderReplies(replies: readonly ShownReply[]): string {
  const [preface = ''] = readFileSync(repliesPath, 'utf8').split(/^## /m, 1);
  const sections = replies.map((shown, index) => `## ${index + 1}. ${shown.step}\n\n${render(shown)}`);
  return `${preface}${sections.join('\n')}`;
}

/** The README with the first replies between its two marks. */
export function renderReadme(replies: readonly ShownReply[]): string {
  const readme = readFileSync(readmePath, 'utf8');
  const [before, rest = ''] = readme.split(start);
  const after = rest.split(end)[1];
  if (after === undefined) throw new Error(`Cannot place the replies: "${readmePath}" lacks the marks`);
  const shown = replies.slice(0, shownInReadme).map((reply) => `**${reply.step}**\n\n${render(reply)}`);
  return `${before}${start}\n\n${shown.join('\n')}\n${end}${after}`;
}

function render({ reply }: ShownReply): string {
  return `Sent:\n\n\`\`\`html\n${reply.raw}\n\`\`\`\n\nShown:\n\n${renderSeen(reply)}\n`;
}

/** The message as HTML of a Markdown page, in which an empty line would end it. */
function renderSeen({ raw, fields }: SentMessage): string {
  const { inline_keyboard: rows = [] } = (fields.reply_markup ?? {}) as {
    inline_keyboard?: readonly (readonly { readonly text: string }[])[];
  };
  const text = raw
    .split(/(<pre>[\s\S]*?<\/pre>)/)
    .map((part) => (part.startsWith('<pre>') ? part : part.trim().replaceAll('\n', '<br>\n')))
    .join('\n');
  const buttons = rows.map((row) => row.map((button) => `<kbd>${button.text}</kbd>`).join(' '));
  return [
    '<table><tr><td>',
    text,
    ...(buttons.length > 0 ? [`<br><br>\n${buttons.join('<br>\n')}`] : []),
    '</td></tr></table>',
  ].join('\n');
}
