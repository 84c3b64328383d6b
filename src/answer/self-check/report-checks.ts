/** The self-checks of the reports in a library: computed when first asked for and kept. */
import type { Library } from '../../library/library.ts';
import { checkReport } from '../../report/audit-report.ts';
import type { Check } from '../../report/check.ts';

const kept = new WeakMap<Library, Map<string, readonly Check[]>>();
const MOST_KEPT = 200;

/** The checks of one report, those that fit included; none for an id that is not held. At most 200 reports are kept. */
export function checksOf(library: Library, id: string): readonly Check[] {
  const cache = kept.get(library) ?? new Map<string, readonly Check[]>();
  kept.set(library, cache);
  const found = cache.get(id);
  if (found) return found;
  const report = library.report(id);
  const checks = report ? checkReport(report) : [];
  if (cache.size >= MOST_KEPT) cache.delete(cache.keys().next().value!);
  cache.set(id, checks);
  return checks;
}
