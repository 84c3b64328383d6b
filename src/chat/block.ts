/** One block of a reply, as places that show replies lay it out. */
/** A block with what it is, from which terminal and Telegram tell how to show it. */
export interface Block {
  readonly kind: 'direct' | 'heading' | 'quote' | 'source' | 'table' | 'note' | 'plain' | 'suggestion';
  readonly text: string;
  /** Whether it stands right under the block before; otherwise set apart. */
  readonly joined?: boolean;
}
