/** /reports: the regions held, page by page, with their years as buttons that lead to a summary. */
import { Composer, type Context } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import type { HeldReport } from '../../answer/assistant.ts';
import type { Language } from '../../wording/language.ts';
import { WORDING } from '../../wording/wording.ts';
import type { BotServices } from '../bot-services.ts';
import { hashReport } from '../buttons/button-action.ts';
import { answerPress, answerStale, onButton } from '../buttons/on-button.ts';
import { button, inRows } from '../buttons/reply-keyboard.ts';
import { fullRegion, groupByRegion, regionLine } from '../describe-library.ts';
import { onCommand } from '../on-command.ts';
import { readerLanguage } from '../reader-language.ts';
import { renderPlainTelegram } from '../render-telegram.ts';
import { replyToQuestion } from '../reply-to-question.ts';
import { editMessage, sendMessages } from '../send-messages.ts';

const regionsPerPage = 8;
/** Telegram takes 100 buttons; a region with more years than these is asked about by typing. */
const maxYears = 60;

interface Page {
  readonly html: string;
  readonly keyboard?: InlineKeyboardMarkup;
}

/** Lists the reports held. */
export function listReports(services: BotServices): Composer<Context> {
  const { assistant } = services;
  const feature = new Composer();

  onCommand(feature, 'reports', async (ctx) => {
    const { html, keyboard } = listPage(assistant.reports(), 0, readerLanguage(ctx));
    await sendMessages(ctx, [html], { keyboard });
  });

  onButton(feature, 'reports', async (ctx, { page }) => {
    const { html, keyboard } = listPage(assistant.reports(), page, readerLanguage(ctx));
    if (ctx.msgId !== undefined) await editMessage(ctx, ctx.msgId, html, keyboard);
  });

  onButton(feature, 'region', async (ctx, { report, page }) => {
    const group = groupByRegion(assistant.reports()).find((held) => held.some(isReport(report)));
    if (!group || ctx.msgId === undefined) return answerStale(ctx);
    const { html, keyboard } = regionPage(group, page, readerLanguage(ctx));
    await editMessage(ctx, ctx.msgId, html, keyboard);
  });

  onButton(feature, 'summary', async (ctx, { report }) => {
    const held = assistant.reports().find(isReport(report));
    if (!held) return answerStale(ctx);
    await answerPress(ctx);
    const language = readerLanguage(ctx);
    const question = WORDING.smallTalk.askSummary(
      WORDING.buttons.place(fullRegion(held), held.year)[language],
    )[language];
    await replyToQuestion(ctx, services, { question, language, shown: question });
  });

  return feature;
}

function listPage(reports: readonly HeldReport[], wanted: number, language: Language): Page {
  const regions = groupByRegion(reports);
  if (regions.length === 0) return { html: renderPlainTelegram(WORDING.chat.noReports[language]).join('\n') };
  const pages = Math.ceil(regions.length / regionsPerPage);
  const page = Math.min(wanted, pages - 1);
  const shown = regions.slice(page * regionsPerPage, (page + 1) * regionsPerPage);
  const lines = [
    WORDING.chat.reportsHeld(reports.length)[language],
    ...shown.map((held) => regionLine(held, language)),
  ];
  const turns = [
    ...(page > 0 ? [button('◀', { kind: 'reports', page: page - 1 })] : []),
    ...(pages > 1 ? [button(`${page + 1}/${pages}`, { kind: 'reports', page })] : []),
    ...(page + 1 < pages ? [button('▶', { kind: 'reports', page: page + 1 })] : []),
  ];
  const buttons = shown.map((held) => regionButton(held, page, language));
  return {
    html: renderPlainTelegram(lines.join('\n'))[0] ?? '',
    keyboard: { inline_keyboard: [...inRows(buttons, 2), ...(turns.length > 0 ? [turns] : [])] },
  };
}

/** A region with one report leads to its summary at once. */
function regionButton(held: readonly HeldReport[], page: number, language: Language) {
  const [first] = held;
  const report = hashReport(first!.id);
  return held.length === 1
    ? button(WORDING.buttons.place(first!.region, first!.year)[language], { kind: 'summary', report })
    : button(`${first!.region} (${held.length})`, { kind: 'region', report, page });
}

function regionPage(held: readonly HeldReport[], page: number, language: Language): Page {
  const years = held
    .slice(0, maxYears)
    .map(({ id, year }) => button(String(year), { kind: 'summary', report: hashReport(id) }));
  const back = button(WORDING.buttons.back[language], { kind: 'reports', page });
  return {
    html: renderPlainTelegram(WORDING.chat.yearsOf(fullRegion(held[0]!))[language])[0] ?? '',
    keyboard: { inline_keyboard: [...inRows(years, 4), [back]] },
  };
}

function isReport(hash: string): (report: HeldReport) => boolean {
  return ({ id }) => hashReport(id) === hash;
}
