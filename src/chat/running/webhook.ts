/** Updates that Telegram delivers itself. */
import { createHash } from 'node:crypto';
import type { UpdateSink } from '@grammyjs/runner';
import type { Update } from 'grammy/types';
import { z } from '../../schema.ts';
import type { UpdateInbox } from './update-inbox.ts';

/** Where Telegram posts updates, under the address that is reached from outside. */
export const webhookPath = '/telegram';

const delivered = z.looseObject({ update_id: z.int().nonnegative() });

/** Takes the deliveries of Telegram. */
export interface Receiver {
  /** Keeps an update for good and begins with it; resolves to `false` for what is no update. */
  receive(body: unknown): Promise<boolean>;
  /** Begins with everything that waits in the inbox; from now on also with what comes. */
  open(): void;
}

/**
 * Takes updates in. Each is in the inbox before `receive` resolves, so that Telegram may forget it; while more are
 * worked on than the sink takes, `receive` waits, and so does Telegram.
 */
export function createReceiver(inbox: UpdateInbox, sink: UpdateSink<Update>): Receiver {
  let isOpen = false;
  return {
    async receive(body) {
      const parsed = delivered.safeParse(body);
      if (!parsed.success) return false;
      const fresh = inbox.add([parsed.data as unknown as Update]);
      if (isOpen && fresh.length > 0) await sink.handle(fresh);
      return true;
    },
    open() {
      isOpen = true;
      void sink.handle(inbox.waiting());
    },
  };
}

/** The secret that Telegram sends along; without a setting it is made from the token, and the same at every start. */
export function webhookSecret(token: string, secret: string | undefined): string {
  return secret ?? createHash('sha256').update(`webhook:${token}`).digest('hex');
}
