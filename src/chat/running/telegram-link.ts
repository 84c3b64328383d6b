/** Whether Telegram is reached, told by the calls that are made anyway. */
import type { Log } from '../../log.ts';

/** How updates come in. */
export type Receiving = 'polling' | 'webhook';

/** How the link to Telegram stands. */
export interface LinkState {
  readonly receiving: Receiving;
  readonly state: 'starting' | 'connected' | 'unreachable' | 'stopping';
  /** When the state began, as an ISO date. */
  readonly since: string;
}

/** Told of calls and updates; says how the link stands. */
export interface TelegramLink {
  state(): LinkState;
  /** The token was accepted and updates come in. */
  connected(): void;
  stopping(): void;
  /** Notes one call, by whether Telegram answered it. */
  called(reached: boolean): void;
}

/** One broken connection is nothing; so many in a row are told. */
const failuresTold = 3;

/** Begins as `starting`; logs when Telegram is lost and found again. */
export function createTelegramLink(receiving: Receiving, log: Log): TelegramLink {
  let current: LinkState = { receiving, state: 'starting', since: new Date().toISOString() };
  let failures = 0;
  let accepted = false;
  const become = (state: LinkState['state']) => {
    if (current.state === state || current.state === 'stopping') return;
    current = { receiving, state, since: new Date().toISOString() };
  };

  return {
    state: () => current,
    connected() {
      accepted = true;
      become('connected');
    },
    stopping: () => become('stopping'),
    called(reached) {
      failures = reached ? 0 : failures + 1;
      if (failures === failuresTold && current.state !== 'stopping') {
        log.warn({}, 'Telegram is not reached, trying again');
        become('unreachable');
      }
      if (reached && current.state === 'unreachable') {
        log.info({}, 'Telegram is reached again');
        become(accepted ? 'connected' : 'starting');
      }
    },
  };
}
