/** Vectors as bytes: 32-bit floats, little-endian on every machine this runs on, of unit length. */

/** The bytes of a vector scaled to length 1; the vector must not be 0. */
export function vectorBytes(vector: readonly number[]): Uint8Array {
  const length = Math.hypot(...vector);
  return new Uint8Array(Float32Array.from(vector, (value) => value / length).buffer);
}

/** The vector that bytes hold. */
export function readVector(bytes: Uint8Array): Float32Array {
  // A copy: the bytes of the driver need not begin at a multiple of four.
  return new Float32Array(new Uint8Array(bytes).buffer);
}
