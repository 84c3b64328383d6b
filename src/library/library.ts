/** The door of the library: reports become searchable here. */
export { type BuildResult, buildLibrary } from './build-library.ts';
export { buildOrServe } from './build-or-serve.ts';
export type { BuildProgress } from './build-progress.ts';
export { type FileNote, manifestPath, readManifest } from './manifest.ts';
export { type Library, openLibrary } from './open-library.ts';
