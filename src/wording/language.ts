/** The two languages that people ask and read in. */
export type Language = 'zh' | 'en';

/** A text in both languages. */
export interface BothLanguages {
  readonly zh: string;
  readonly en: string;
}
