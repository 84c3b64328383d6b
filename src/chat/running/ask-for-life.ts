/** A sign of life from Telegram now and then, where nothing else would tell that it is no longer reached. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Api } from 'grammy';
import { GrammyError } from 'grammy';

const everyMs = 60_000;

/** Calls Telegram every minute until `cut` aborts; whether it answers is noted where all calls are watched. */
export async function askForLife(api: Api, cut: AbortSignal): Promise<void> {
  while (!cut.aborted) {
    try {
      await wait(everyMs, undefined, { signal: cut, ref: false });
      await api.getMe();
    } catch (error) {
      if (!(error instanceof GrammyError)) return;
    }
  }
}
