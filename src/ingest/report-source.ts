/** What reports are entered from, and what whoever enters them knows about them. */
import type { GivenIdentity } from '../library/given-identity.ts';

export type { GivenIdentity } from '../library/given-identity.ts';

/** A file, a folder or an archive on disk, or bytes that came over the wire. */
export type ReportSource =
  | {
      readonly kind: 'file';
      /** Of a file, a zip archive, or a folder with files; a `reports.json` beside a file is read. */
      readonly path: string;
    }
  | {
      readonly kind: 'bytes';
      /** The file's name as its sender gave it; only for messages, and to know a newer version by. */
      readonly name: string;
      readonly bytes: Uint8Array;
      /** Address of the page. */
      readonly url?: string;
      /** Day the page says it was published (ISO). */
      readonly published?: string;
      /** The `Content-Type` that a server sent with the bytes. */
      readonly contentType?: string;
      /** Counts more than the bytes and than what the run as a whole is given. */
      readonly given?: GivenIdentity;
    };
