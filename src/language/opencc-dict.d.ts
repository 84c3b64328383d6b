/** The word lists of opencc-js, which come without types: `traditional simplified|…`. */
declare module 'opencc-js/dict/*' {
  const words: string;
  export default words;
}
