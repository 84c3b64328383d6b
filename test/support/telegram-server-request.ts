/** Reads the parameters of a method call: JSON, a form, a form with files, or the query of the address. */
import type { IncomingMessage } from 'node:http';

/** Parameters of a call by name. */
export type Fields = Readonly<Record<string, unknown>>;

/** A file that came with a call. */
export interface UploadedFile {
  readonly fileName: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

/** The parameters of a request; numbers and JSON are parsed where a form brings them as text. */
export async function readFields(request: IncomingMessage): Promise<Fields> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = Buffer.concat(parts);
  const query = [...new URL(request.url ?? '/', 'http://loopback').searchParams];
  const fields = Object.fromEntries(query.map(([name, value]) => [name, readValue(value)]));
  if (body.length === 0) return fields;
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) return { ...fields, ...JSON.parse(body.toString('utf8')) };
  const form = await new Response(body, { headers: { 'content-type': type } }).formData();
  const read = await Promise.all(
    [...form].map(async ([name, value]) => [name, await readPart(value)] as const),
  );
  return { ...fields, ...Object.fromEntries(read) };
}

async function readPart(value: string | File): Promise<unknown> {
  if (typeof value === 'string') return readValue(value);
  const bytes = new Uint8Array(await value.arrayBuffer());
  return { fileName: value.name, mimeType: value.type, bytes } satisfies UploadedFile;
}

function readValue(value: string): unknown {
  if (/^-?\d{1,15}$/u.test(value)) return Number(value);
  if (value === 'true' || value === 'false') return value === 'true';
  if (!/^[[{]/u.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
