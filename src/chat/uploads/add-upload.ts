/** Adds a report that was sent to the library: one at a time, with its progress and its end on its card. */
import type { Context } from 'grammy';
import { UserError } from '../../errors.ts';
import type { EnteredReport, IngestProgress, IngestResult } from '../../ingest/ingest.ts';
import { describeError } from '../../log.ts';
import type { BothLanguages } from '../../wording/language.ts';
import { WORDING } from '../../wording/wording.ts';
import type { BotServices } from '../bot-services.ts';
import { exampleAbout, fullRegion } from '../describe-library.ts';
import { memoryKey } from '../memory-key.ts';
import type { KeptUpload } from '../records/upload-records.ts';
import { openTurnstile } from '../running/open-turnstile.ts';
import { editMessage } from '../send-messages.ts';
import type { Piece } from '../split-message.ts';
import { below, renderUpload } from './render-upload.ts';
import type { UploadServices } from './report-intake.ts';
import { putUpload, sourceOf } from './show-upload.ts';
import type { UploadClosing } from './upload.ts';
import { wordRefusal } from './word-refusal.ts';

const adding = openTurnstile();
/** Those that are being added or wait for it. */
let waiting = 0;

const beginning: IngestProgress = { stage: 'enter', done: 0, total: 1 };

/**
 * Enters the report and says on its card what came of it; a failure leaves it as it was, to be tried again.
 *
 * @param isResumed - An earlier life of the process began it, and may have entered the report.
 */
export async function addUpload(
  ctx: Context,
  services: BotServices,
  uploads: UploadServices,
  upload: KeptUpload,
  isResumed: boolean,
): Promise<void> {
  const { records, log } = services;
  const { id, language } = upload;
  const { intake, cut } = uploads;
  const bytes = await records.uploads.bytes(id);
  if (!bytes) {
    records.uploads.remove(id);
    return putUpload(ctx, services, { ...upload, state: 'over' }, plain(WORDING.uploads.gone));
  }
  const progress = showProgress(ctx, services, upload);
  progress.say((waiting > 0 ? WORDING.uploads.waiting : wordProgress(beginning))[language]);
  waiting += 1;
  const leave = await adding.enter();
  let result: IngestResult;
  try {
    cut.throwIfAborted();
    const onProgress = (done: IngestProgress) => progress.say(wordProgress(done)[language]);
    result = await intake.enter([sourceOf(upload, bytes)], { onProgress, signal: cut });
  } catch (error) {
    // What was begun is gone on with at the next start.
    cut.throwIfAborted();
    log.warn({ error: describeError(error) }, 'report not added');
    await progress.end();
    records.uploads.setState(id, 'open');
    const said = WORDING.uploads.notAdded(wordFailure(error)[language])[language];
    const open = { ...upload, state: 'open' } as const;
    return putUpload(ctx, services, open, renderUpload(open, records, ctx.chatId!, below(said)));
  } finally {
    waiting -= 1;
    leave();
  }
  await progress.end();
  const closing = await closingOf(ctx, services, upload, result, isResumed);
  records.uploads.close(id, closing);
  await putUpload(ctx, services, { ...upload, state: 'over', closing });

  function plain(said: BothLanguages) {
    return renderUpload({ ...upload, state: 'over' }, records, ctx.chatId!, below(said[language]));
  }
}

async function closingOf(
  ctx: Context,
  services: BotServices,
  { name, card, language }: KeptUpload,
  result: IngestResult,
  isResumed: boolean,
): Promise<UploadClosing> {
  const own = (reports: readonly EnteredReport[]) => reports.filter(({ source }) => isFrom(source, name));
  // What an earlier life entered is held now, and was not when it was shown.
  const wasAdded =
    isResumed && card?.isSingle && card.standing !== undefined && card.standing !== 'unchanged';
  const held = own(result.unchanged);
  const [unchanged, resumed] = wasAdded ? [[], held] : [held, []];
  const isReplaced = card?.standing === 'replaces';
  const added = [...own(result.added), ...(isReplaced ? [] : resumed)];
  const replaced = [...own(result.replaced), ...(isReplaced ? resumed : [])];
  const skipped = result.skipped.filter(({ source }) => isFrom(source, name));
  const [first] = [...added, ...replaced];
  const reply = first && (await offerQuestions(ctx, services, first, language));
  const offered = reply === undefined ? {} : { reply };
  if (!card?.isSingle) {
    const counts = [added.length, replaced.length, unchanged.length, skipped.length] as const;
    return { pieces: strong(WORDING.uploads.addedSeveral(...counts)[language]), ...offered };
  }
  const [report] = [...added, ...replaced, ...unchanged];
  if (!report) return { pieces: below(wordRefusal(skipped[0]?.reason ?? '')[language]) };
  const place = WORDING.buttons.place(fullRegion(report), report.year)[language];
  const { added: isAdded, replaced: hasReplaced, unchanged: isUnchanged } = WORDING.uploads;
  const end = added[0] ? isAdded : replaced[0] ? hasReplaced : isUnchanged;
  return { pieces: strong(end(place, report.id)[language]), ...offered };
}

/** Keeps questions about a report to be offered; returns the number of what they hang on. */
async function offerQuestions(
  ctx: Context,
  { assistant, records }: BotServices,
  report: EnteredReport,
  language: KeptUpload['language'],
): Promise<number> {
  const place = WORDING.buttons.place(fullRegion(report), report.year)[language];
  const example = await exampleAbout(assistant, report, language);
  const offers = [
    ...(example === undefined ? [] : [{ label: example, question: example }]),
    {
      label: WORDING.buttons.summaryOf(place)[language],
      question: WORDING.smallTalk.askSummary(place)[language],
    },
  ];
  const text = WORDING.uploads.added(place, report.id)[language];
  return records.replies.add(
    {
      question: report.source,
      kind: 'help',
      language,
      answer: text,
      citations: [],
      offers,
      messages: [text],
    },
    { owner: memoryKey(ctx), chatId: ctx.chatId! },
  );
}

/** Of an archive, every file is a source of its own. */
function isFrom(source: string, name: string): boolean {
  return source === name || source.startsWith(`${name}/`);
}

function wordProgress({ stage, done, total }: IngestProgress): BothLanguages {
  const share = total > 1 ? `${Math.floor((100 * done) / total)}%` : '';
  const { zh, en } = WORDING.uploadStages[stage];
  const { progress } = WORDING.uploads;
  return { zh: progress(zh, share).zh.trim(), en: progress(en, share).en.trim() };
}

function wordFailure(error: unknown): BothLanguages {
  const code = error instanceof UserError ? error.code : undefined;
  if (code === 'disk-full') return WORDING.uploads.diskFull;
  if (code === 'reports-unwritable' || code === 'library-unwritable') return WORDING.uploads.notWritable;
  const said = error instanceof UserError ? error.message : describeError(error).name;
  return { zh: said, en: said };
}

function strong(text: string): readonly Piece[] {
  return [{ text, tag: 'b', breaksBefore: 2 }];
}

/** Edits the card now and then; what cannot be shown is passed over. */
function showProgress(ctx: Context, { records, drafts }: BotServices, upload: KeptUpload) {
  const adding = { ...upload, state: 'adding' } as const;
  let showing = Promise.resolve();
  let next = 0;
  let isShowing = false;
  return {
    say(text: string): void {
      if (isShowing || upload.message === undefined || performance.now() < next) return;
      isShowing = true;
      const { html, keyboard } = renderUpload(adding, records, ctx.chatId!, below(text));
      showing = editMessage(ctx, upload.message, html, keyboard, drafts.api)
        .then(
          () => {},
          () => {},
        )
        .finally(() => {
          isShowing = false;
          next = performance.now() + drafts.editEveryMs;
        });
    },
    /** Resolves when nothing is on its way that could come after the end. */
    end: () => showing,
  };
}
