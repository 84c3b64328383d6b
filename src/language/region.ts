/** A place in China, or a body named like one, as the gazetteer or its own name gives it. */

/** The level of a region in the administrative order; `zone` and `department` are in no gazetteer. */
export type RegionLevel = 'province' | 'city' | 'county' | 'township' | 'zone' | 'department';

/** A region by its names and the regions above it. */
export interface Region {
  /** Full name without parents: `花都区`, `金海湖新区`. */
  readonly name: string;
  /** Name without its class word, where people use it alone: `花都`; otherwise the full name. */
  readonly short: string;
  readonly level: RegionLevel;
  /** Full names of the regions above it, outermost first; as far as known. */
  readonly parents: readonly string[];
  /** GB/T 2260 code; absent for zones and departments. */
  readonly code?: string;
  /** Names that a report gives its region besides the regular ones. */
  readonly aliases?: readonly string[];
}

/** Where a text names a region. Several candidates: the name alone does not tell which. */
export interface RegionMention {
  /** The words of the text. */
  readonly text: string;
  /** Offsets in the text that was searched. */
  readonly start: number;
  readonly end: number;
  /** Every region the words can mean, most specific reading first. */
  readonly candidates: readonly Region[];
  /** 1 for the exact full name, less for a short name, pinyin or a name with a typo. */
  readonly certainty: number;
}
