/** How reports that administrators send come into the library: the bot is given it, and never opens it. */
import type { Context } from 'grammy';
import type { FetchedReport } from '../../fetch/fetch-report.ts';
import type {
  GivenIdentity,
  IngestProgress,
  IngestResult,
  Inspection,
  ReportSource,
} from '../../ingest/ingest.ts';

/** What can be done with a report that is sent. */
export interface ReportIntake {
  /** How a source would be entered; nothing is. */
  inspect(
    source: ReportSource,
    options?: { readonly given?: GivenIdentity; readonly signal?: AbortSignal },
  ): Promise<readonly Inspection[]>;
  /** Enters sources; when it resolves, questions are answered from them. */
  enter(
    sources: readonly ReportSource[],
    options?: {
      readonly onProgress?: (progress: IngestProgress) => void;
      readonly signal?: AbortSignal;
    },
  ): Promise<IngestResult>;
  /** Fetches the page of an address. */
  fetch(address: string, signal: AbortSignal): Promise<FetchedReport>;
}

/** Who may send reports, and what becomes of them. */
export interface UploadServices {
  readonly intake: ReportIntake;
  isAdmin(ctx: Context): boolean;
  /** @throws UploadRefusal when the document cannot be had. */
  download(ctx: Context): Promise<Uint8Array>;
  /** Aborted when what has begun may not go on. */
  readonly cut: AbortSignal;
}
