/** Where a channel tells the operator what happens: a pino logger fits. Facts never hold people's text, tokens or file links. */
export interface ChannelLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
