/** Opens a library whose reports are only to be read: that needs no embeddings, and so no endpoint that gives them. */
import { LibraryError } from '../errors.ts';
import { type Library, openLibrary, readManifest } from '../library/library.ts';

/**
 * The library in a folder; `undefined` where there is none. Vectors cannot be searched.
 *
 * @throws LibraryError `library-format`, `library-damaged`
 */
export async function openToRead(libraryDir: string): Promise<Library | undefined> {
  for (;;) {
    const manifest = await readManifest(libraryDir);
    if (manifest === undefined) return undefined;
    const { name, dimension } = manifest.embedding;
    const never = () => Promise.reject(new Error('The library was opened to be read, not to be searched'));
    try {
      const embeddings = { name, dimension, embedQuery: never, embedDocuments: never };
      return await openLibrary({ libraryDir, embeddings });
    } catch (error) {
      // Built with other embeddings in between.
      if (!(error instanceof LibraryError) || error.code !== 'library-embeddings') throw error;
    }
  }
}
