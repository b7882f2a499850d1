/** A template with what it is rendered with. */
export interface RandomTemplate {
  readonly template: string;
  readonly dialect?: "velocity";
  readonly body?: string;
}
