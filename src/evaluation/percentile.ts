/**
 * The smallest of the values that at least the given share of them does not exceed (nearest rank).
 *
 * @param share - From 0 to 1; 0.5 gives the median.
 * @returns NaN for no values.
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.min(sorted.length, Math.max(1, Math.ceil(share * sorted.length)));
  return sorted[rank - 1] ?? Number.NaN;
}
