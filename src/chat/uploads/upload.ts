/** A report that an administrator has sent, until it is added or discarded. */
import type { GivenIdentity } from '../../ingest/ingest.ts';
import type { Standing } from '../../ingest/inspection.ts';
import type { Language } from '../../wording/language.ts';
import type { Piece } from '../split-message.ts';

/** What is kept of it besides its bytes. */
export interface Upload {
  /** Name of the file, as its sender or its page gave it. */
  readonly name: string;
  /** Address that it was fetched from. */
  readonly url?: string;
  /** What the server of that address said it is. */
  readonly contentType?: string;
  /** Of its card. */
  readonly language: Language;
  /** What a person corrected. */
  readonly given: Pick<GivenIdentity, 'region' | 'year'>;
  /** What its card says; nothing before it was read. */
  readonly card?: UploadCard;
  /** What its card says below, now that it is over. */
  readonly closing?: UploadClosing;
}

/** What was read of it, and what can be done with it. */
export interface UploadCard {
  readonly facts: readonly Piece[];
  /** What adding it would do. */
  readonly plan: readonly Piece[];
  /** Reports that adding would enter. */
  readonly addable: number;
  /** Of the one report that it is; absent where it is several, or none yet. */
  readonly standing?: Standing['kind'];
  /** Whether region and year can be corrected: it is one report. */
  readonly isSingle: boolean;
}

/** How it ended. */
export interface UploadClosing {
  readonly pieces: readonly Piece[];
  /** Number of the kept reply whose questions are offered. */
  readonly reply?: number;
}

/** What was asked about it. */
export type CorrectedField = 'region' | 'year';
