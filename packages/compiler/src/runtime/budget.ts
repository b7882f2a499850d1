import { lookAtClock } from "./time-limit.js";

/** An amount that a rendering may use up. It is handed out in portions, and the clock looked at between two of them. */
export class Budget {
  /** What is left of the portion; who counts often may count it down, and call `spend(0)` below zero. */
  left: number;
  #beyond: number;
  readonly #portion: number;
  readonly #exceeded: () => Error;

  constructor(amount: number, portion: number, exceeded: () => Error) {
    this.left = Math.min(amount, portion);
    this.#beyond = amount - this.left;
    this.#portion = portion;
    this.#exceeded = exceeded;
  }

  add(amount: number): void {
    this.#beyond += amount;
  }

  /** Throws what `exceeded` makes if less than `amount` is left, or `LimitExceeded` if the time is over. */
  spend(amount: number): void {
    this.left -= amount;
    if (this.left < 0) this.takePortion();
  }

  /** Not private: V8 marks each new object of a class with private methods, and every rendering makes two of these. */
  takePortion(): void {
    lookAtClock();
    const rest = this.#beyond + this.left;
    if (rest < 0) throw this.#exceeded();
    this.left = Math.min(rest, this.#portion);
    this.#beyond = rest - this.left;
  }
}
