const HEX = "0123456789abcdef";
const BASE_64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Ids in the forms that the service gives them. They are told apart, not kept secret. */
export class IdSource {
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** `d3b2f7a0-5c1e-4a9b-8f60-1e2d3c4b5a69`. */
  uuid(): string {
    const hex = this.#text(HEX, 31);
    const variant = HEX[8 + (HEX.indexOf(hex[15] ?? "0") & 3)];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(16, 19)}-${hex.slice(19)}`;
  }

  /** `$context.extendedRequestId`, the header `x-amz-apigw-id`: fifteen characters and `=`. */
  extendedRequestId(): string {
    return `${this.#text(BASE_64, 15)}=`;
  }

  /** `Root=1-67891233-abcdef012345678912345678`. */
  traceId(now: number): string {
    return `Root=1-${Math.floor(now / 1000)
      .toString(16)
      .padStart(8, "0")}-${this.#text(HEX, 24)}`;
  }

  #text(alphabet: string, length: number): string {
    let text = "";
    for (let i = 0; i < length; i++) text += alphabet[Math.floor(this.#random() * alphabet.length)] ?? alphabet[0];
    return text;
  }
}
