/** How far a build is, for a progress bar. */

/** `total` can be 0 where a stage has nothing to do. */
export interface BuildProgress {
  readonly stage: 'scan' | 'read' | 'embed' | 'words' | 'index' | 'save';
  readonly done: number;
  readonly total: number;
}

/** Gives the function that reports on one stage. */
export type ReportProgress = (stage: BuildProgress['stage']) => (done: number, total: number) => void;
