/** Errors that a caller acts on: to exit with advice or to tell the reader something particular. */

/** A failure whose message is meant for the person at the keyboard; `cure` says what to do about it. */
export class UserError extends Error {
  override readonly name: string = 'UserError';

  constructor(
    readonly code: string,
    message: string,
    readonly cure?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A report file that cannot be read as a report; the rest of a batch goes on. */
export class ReportError extends UserError {
  override readonly name = 'ReportError';

  constructor(
    readonly file: string,
    readonly reason: string,
    cure?: string,
    options?: ErrorOptions,
  ) {
    super('report-unreadable', `Cannot read the report "${file}": ${reason}`, cure, options);
  }
}

/** The library cannot be opened or built as it is. */
export class LibraryError extends UserError {
  override readonly name = 'LibraryError';
}
