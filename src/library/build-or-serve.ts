/**
 * Builds and opens the library with the embeddings of an endpoint, or, when that fails, the next best: the library as
 * it was, else one with local embeddings. A program that answers is worth more than one that waits for a server.
 */
import { LibraryError } from '../errors.ts';
import type { Log } from '../log.ts';
import { type BuildOptions, type BuildResult, buildLibrary } from './build-library.ts';
import { readManifest } from './manifest.ts';
import type { NamedEmbeddings } from './named-embeddings.ts';
import { type Library, openLibrary } from './open-library.ts';

/** What is built, and how the embeddings of the endpoint are opened. */
export interface BuildOrServeOptions extends Omit<BuildOptions, 'embeddings'> {
  /** Name of the embeddings. */
  readonly name: string;
  /** Opens them; `dimension` is that of a library that was built with them. */
  readonly openEmbeddings: (dimension: number | undefined) => Promise<NamedEmbeddings>;
  readonly log: Log;
}

/** An open library, and what was built for it; nothing where it is served as it was. */
export interface ServedLibrary {
  readonly library: Library;
  readonly built: BuildResult | undefined;
}

/** @throws LibraryError as `buildLibrary` and `openLibrary` do, but for `embeddings-failed`. */
export async function buildOrServe(options: BuildOrServeOptions): Promise<ServedLibrary> {
  const { name, openEmbeddings, log, ...build } = options;
  const { libraryDir } = build;
  const before = await readManifest(libraryDir).catch(() => undefined);
  const dimension = before?.embedding?.name === name ? before.embedding.dimension : undefined;
  let embeddings: NamedEmbeddings | undefined;
  try {
    embeddings = await openEmbeddings(dimension);
    const built = await buildLibrary({ ...build, embeddings });
    return { library: await openLibrary({ libraryDir, embeddings }), built };
  } catch (error) {
    if (!(error instanceof LibraryError) || error.code !== 'embeddings-failed') throw error;
    const facts = { embeddings: name, reason: error.message };
    const library = embeddings && (await openLibrary({ libraryDir, embeddings }).catch(() => undefined));
    if (library) {
      log.warn(facts, 'Cannot embed what is new; serving the library as it was');
      return { library, built: undefined };
    }
    log.warn(facts, 'Cannot embed the reports; building with local embeddings instead');
    const built = await buildLibrary(build);
    return { library: await openLibrary({ libraryDir }), built };
  }
}
