/** Why a report that was sent is not taken; whoever sent it is told. */
import type { BothLanguages } from '../../wording/language.ts';

/** Thrown where a report is not taken, with the sentence that its sender is told in both languages. */
export class UploadRefusal extends Error {
  override readonly name = 'UploadRefusal';

  /** @param said - A whole sentence. */
  constructor(readonly said: BothLanguages) {
    super(said.en);
  }
}
