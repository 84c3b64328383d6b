/**
 * The door of ingest: reports are inspected, entered and taken out here.
 *
 * Original bytes go into the folder of reports under names of their own, with an entry in its `reports.json`; then
 * the library is built from that folder, as at every start.
 */
export type { AskedIdentity, IngestOptions, IngestPlace, IngestProgress } from './ingest-options.ts';
export { ingestReports } from './ingest-reports.ts';
export type { EnteredReport, IngestResult } from './ingest-result.ts';
export { inspectSource } from './inspect-source.ts';
export type { Inspection } from './inspection.ts';
export { type RemovedReport, removeReport } from './remove-report.ts';
export type { GivenIdentity, ReportSource } from './report-source.ts';
